import type { CellView, ExplainNode, ExplainView, MatrixView, StatusName, TimelineView } from '../../src/protocol.js';

/** The worked example of the language on 2026-05-01, made by hand: the view is tested without a server. */

const FACTS = { 'microsoft-cannot-support': true, 'microsoft-declines': true };

const certain = (product: string, cloud: string, status: StatusName, because: readonly string[], marks: readonly string[] = []): CellView =>
  ({ product, cloud, status, certain: true, possible: [{ status, when: [] }], because, marks });

const depends = (product: string, cloud: string, first: StatusName, other: StatusName, because: readonly string[]): CellView =>
  ({ product, cloud, status: first, certain: false, possible: [{ status: first, when: [] }, { status: other, when: [FACTS] }], because, marks: [] });

const FIRST = 'microsoft-renegotiated/first-on-azure';
const ANY = 'microsoft-renegotiated/any-cloud';
const ordinary = (product: string): readonly CellView[] => [
  depends(product, 'azure', 'first', 'available', [FIRST, ANY]),
  depends(product, 'aws', 'after-first', 'available', [ANY, FIRST]),
  depends(product, 'google-cloud', 'after-first', 'available', [ANY, FIRST]),
];

export const EXAMPLE_URI = 'file:///agreements/openai.entente.yaml';

export const EXAMPLE_VIEW: MatrixView = {
  uri: EXAMPLE_URI,
  version: 3,
  title: 'OpenAI\'s cloud alliances',
  at: '2026-05-01',
  asOf: '2026-04-27',
  assumed: {},
  products: [
    { id: 'models', name: 'OpenAI models' }, { id: 'chatgpt', name: 'ChatGPT' },
    { id: 'frontier', name: 'Frontier' }, { id: 'stateful-runtime', name: 'Stateful runtime' },
  ],
  clouds: [
    { id: 'azure', name: 'Microsoft Azure' }, { id: 'aws', name: 'Amazon Web Services' }, { id: 'google-cloud', name: 'Google Cloud' },
  ],
  cells: [
    ...ordinary('models'), ...ordinary('chatgpt'),
    depends('frontier', 'azure', 'conflict', 'barred', ['amazon-alliance/frontier-exclusive', FIRST]),
    certain('frontier', 'aws', 'exclusive', ['amazon-alliance/frontier-exclusive']),
    certain('frontier', 'google-cloud', 'barred', ['amazon-alliance/frontier-exclusive'], ['Text about reseller rights that no clause type carries']),
    ...ordinary('stateful-runtime'),
  ],
  changes: ['2025-10-01', '2026-02-01', '2026-04-27', '2033-01-01'],
  unknowns: [
    { name: 'agi', label: 'OpenAI achieves AGI', kind: 'event', options: [{ value: 'occurred', label: 'Has occurred' }, { value: 'never', label: 'Never occurs' }] },
    { name: 'microsoft-cannot-support', label: 'Azure lacks the capabilities the product needs', kind: 'fact', options: [{ value: true, label: 'True' }, { value: false, label: 'False' }] },
    { name: 'microsoft-declines', label: 'Microsoft chooses not to build them', kind: 'fact', options: [{ value: true, label: 'True' }, { value: false, label: 'False' }] },
    { name: 'first-means', label: 'Does "first" give Azure a head start, or only a place among the launch clouds?', kind: 'reading', options: [{ value: 'head-start', label: 'Other clouds wait' }, { value: 'among-first', label: 'Azure is one of the launch clouds' }] },
  ],
  worlds: { known: '8', later: '16' },
  known: [
    { id: 'alliance-signed', label: 'The alliance is signed', kind: 'event', value: 'happened on 2026-02-01' },
    { id: 'bedrock', label: 'Bedrock runs the product', kind: 'fact', value: 'does not hold' },
  ],
  errors: 0,
};

const RANGE = { start: { line: 10, character: 6 }, end: { line: 10, character: 24 } };
const node = (kind: ExplainNode['kind'], id: string, text: string, children: readonly ExplainNode[] = [], more: Partial<ExplainNode> = {}): ExplainNode =>
  ({ id, kind, text, open: kind === 'part' || kind === 'group', children, ...(more.about === undefined ? {} : { target: { uri: EXAMPLE_URI, range: RANGE } }), ...more });
const EXCLUSIVE = 'amazon-alliance/frontier-exclusive';

export const EXAMPLE_EXPLANATION: ExplainView = {
  product: 'frontier', cloud: 'azure', at: '2026-05-01', status: 'conflict',
  summary: 'Microsoft may insist that Frontier is served on Microsoft Azure, and Amazon may insist that it is not.',
  parts: [
    node('part', 'why', 'Why conflict', [
      node('group', 'claim', 'Claimed: somebody may insist that it is served here', [
        node('clause', FIRST, 'OpenAI promises Microsoft that every OpenAI product comes to Microsoft Azure first.', [
          node('detail', 'term', 'In force from 2026-04-27 through 2032-12-31.', [], { about: FIRST }),
          node('detail', 'unless', 'Not where both facts hold (not known; taken to be not so).', [
            node('detail', 'fact microsoft-declines', 'Fact “Microsoft chooses not to build them” is not known; taken not to hold.', [], { about: 'microsoft-declines' }),
          ], { about: FIRST }),
          node('detail', 'source', 'Source: “first on Azure”, ./sources/notes.md (reported by somebody else).', [
            node('document', 'document', 'Open ./sources/notes.md at the quoted words', [], { target: { uri: 'file:///agreements/sources/notes.md', range: RANGE } }),
          ], { about: FIRST }),
        ], { about: FIRST }),
      ]),
      node('group', 'bar', 'Barred: somebody may insist that it is not served here', [
        node('clause', EXCLUSIVE, 'OpenAI promises Amazon that Frontier will be served on Amazon Web Services, and on no other cloud.', [
          node('detail', 'term', 'In force from 2026-02-01, with an end that the source does not give.', [], { about: EXCLUSIVE }),
        ], { about: EXCLUSIVE }),
      ]),
    ]),
    node('part', 'why-not', 'Why not available?', [
      node('group', 'release', 'If this ended, it would be first (this depends):', [
        node('clause', `end ${EXCLUSIVE}`, 'OpenAI promises Amazon that Frontier will be served on Amazon Web Services, and on no other cloud. This bar can only be released by Amazon, to whom it is owed.', [], { about: EXCLUSIVE }),
      ]),
    ]),
    node('part', 'change', 'Smallest changes that clear the conflict', [
      node('choice', 'assume both', 'If Azure lacks the capabilities the product needs and Microsoft chooses not to build them, it is barred.', [], { assume: FACTS }),
      node('override', 'subject-to', 'With `subject-to` it yields.', [], { about: FIRST }),
    ]),
    node('part', 'also', 'What else speaks here', [
      node('clause', ANY, 'Microsoft gives up its own objection to other clouds. That never releases what was promised to Amazon.', [], { about: ANY }),
    ], { open: false }),
  ],
};

/** The worked example on every day, made by hand; product by product what each cloud has from the beginning and after each change. */
const OVER_TIME: Readonly<Record<string, readonly (readonly StatusName[])[]>> = {
  models: [['exclusive', 'exclusive', 'exclusive', 'first', 'unspecified'], ['barred', 'barred', 'barred', 'after-first', 'unspecified'], ['barred', 'barred', 'barred', 'after-first', 'unspecified']],
  chatgpt: [['exclusive', 'exclusive', 'exclusive', 'first', 'unspecified'], ['barred', 'barred', 'barred', 'after-first', 'unspecified'], ['barred', 'barred', 'barred', 'after-first', 'unspecified']],
  frontier: [['exclusive', 'exclusive', 'conflict', 'conflict', 'barred'], ['barred', 'barred', 'conflict', 'exclusive', 'exclusive'], ['barred', 'barred', 'barred', 'barred', 'barred']],
  'stateful-runtime': [['exclusive', 'exclusive', 'exclusive', 'first', 'unspecified'], ['barred', 'barred', 'conflict', 'after-first', 'available'], ['barred', 'barred', 'barred', 'after-first', 'unspecified']],
};
const STATUSES: readonly StatusName[] = ['conflict', 'barred', 'exclusive', 'first', 'after-first', 'available', 'unspecified'];

export const EXAMPLE_TIMELINE: TimelineView = {
  today: '2026-11-23',
  agreements: [
    { id: 'microsoft-original', name: 'Original Microsoft agreement', from: null, sure: '2026-04-27', last: '2026-04-27', end: 'ended', label: 'ended 2026-04-27', words: 'In force before every dated fact through 2026-04-26, when “Renegotiated Microsoft agreement” ended it.' },
    { id: 'amazon-alliance', name: 'Amazon alliance', from: '2026-02-01', sure: null, last: null, end: 'unstated', label: 'end not stated', words: 'In force from 2026-02-01, with an end that the source does not give.' },
    { id: 'microsoft-renegotiated', name: 'Renegotiated Microsoft agreement', from: '2026-04-27', sure: '2033-01-01', last: '2033-01-01', end: 'day', label: 'through 2032-12-31', words: 'In force from 2026-04-27 through 2032-12-31.' },
    { id: 'until-agi', name: 'Until AGI', from: '2026-03-01', sure: '2026-04-28', last: null, end: 'event', label: 'until “OpenAI achieves AGI”', words: 'In force from 2026-03-01 until “OpenAI achieves AGI”.' },
  ],
  undated: [{ event: 'OpenAI achieves AGI', bounds: 'after 2026-04-27, before 2033-01-01', changes: ['Frontier on Microsoft Azure: conflict → barred, before launch'] }],
  matters: [
    { name: 'agi', days: [], cells: [0] },
    { name: 'microsoft-cannot-support', days: ['2026-04-27', '2033-01-01'], cells: [0, 10, 0] },
    { name: 'microsoft-declines', days: ['2026-04-27', '2033-01-01'], cells: [0, 10, 0] },
    { name: 'first-means', days: [], cells: [] },
  ],
  cells: {
    clauses: ['amazon-alliance/frontier-exclusive'],
    contents: STATUSES.map((status) => ({ status, certain: true, possible: [{ status, when: [] }], because: status === 'conflict' ? [0] : [], marks: [] })),
    runs: Object.values(OVER_TIME).flatMap((clouds) => clouds.map((statuses) => statuses.flatMap((status, index) =>
      (index === 0 ? [STATUSES.indexOf(status)] : status === statuses[index - 1] ? [] : [index - 1, STATUSES.indexOf(status)])))),
  },
};

export const EXAMPLE_OVER_TIME: MatrixView = { ...EXAMPLE_VIEW, timeline: EXAMPLE_TIMELINE };

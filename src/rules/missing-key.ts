import type { TextEdit } from '../base/edits.js';
import type { Finding } from '../base/findings.js';
import type { Partnership } from '../model/types.js';
import type { Entry, MapNode } from '../syntax/tree.js';
import { type Fix, problemsOf, type Report, type Rule, type RuleInput } from './rule.js';
import { addEntry, payloadText, startMapping } from './support/edits.js';
import { mappingsOf } from './support/places.js';

const OUTCOMES = ['status', 'certain', 'possible', 'because'];
const reported = problemsOf('missing-key');

export const missingKey: Rule = {
  code: 'missing-key',
  severity: 'error',
  title: 'Key that must be there',
  rationale:
    'Without this key the tools would have to guess what the parties agreed, so they leave the part out. Where the source does not give a date, write `unstated`.',
  bad: {
    text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2026-03
    through: 2027
    clauses:
      arena-on-vault:
    # ^^^^^^^^^^^^^^ missing-key
        type: availability
        by: pixelforge
        products: [arena]
        cloud: vault-edge
        strength: must
`,
  },
  good: {
    text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2026-03
    through: 2027
    clauses:
      arena-on-vault:
        type: availability
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
        strength: must
`,
  },
  *check(input) {
    yield* reported(input);
    yield* emptyExpectations(input);
  },
  fixes(finding, partnership) {
    const key = payloadText(finding.payload, 'key');
    const text = partnership.files.get(finding.place.file)?.text;
    if (key === undefined || text === undefined) return [];
    const value = valueFor(key, finding, partnership);
    const edit = insertion(text, key, value, finding, partnership);
    return edit ? [{ title: `Add \`${key}: ${value}\``, edits: [edit], safe: key === 'entente' } satisfies Fix] : [];
  },
};

/** An `expect` entry that says what cell it means but not what it should be (language, section 1, Values). */
function* emptyExpectations({ partnership }: RuleInput): Iterable<Report> {
  const list = partnership.files.get(partnership.file)?.tree.root?.entries.find(({ key }) => key === 'expect')?.value;
  for (const item of list?.kind === 'seq' ? list.items : []) {
    if (item.kind !== 'map' || item.entries.some(({ key }) => OUTCOMES.includes(key))) continue;
    const first = item.entries[0];
    yield {
      place: { file: partnership.file, start: item.span.start, end: first?.keySpan.end ?? item.span.end },
      message: 'This entry says what cell it means but not what is expected of it: add `status`, `certain`, `possible` or `because`.',
      related: [],
      payload: { key: 'status', example: 'available', shape: 'expectation' },
    };
  }
}

/** A value that makes sense in this file, as far as one can tell; else the example. */
function valueFor(key: string, finding: Finding, partnership: Partnership): string {
  const { payload, place } = finding;
  const example = payloadText(payload, 'example') ?? 'unstated';
  const parties = [...partnership.parties.keys()];
  switch (key) {
    case 'parties': return parties.length > 1 ? `[${parties.slice(0, 2).join(', ')}]` : example;
    case 'by':
    case 'to': {
      const agreement = [...partnership.agreements.values()].find(({ whole }) => whole.file === place.file && whole.start <= place.start && place.end <= whole.end);
      const found = mappingFor(finding, partnership);
      const other = found?.map?.entries.find((entry) => entry.key === (key === 'by' ? 'to' : 'by'))?.value;
      const taken = other?.kind === 'scalar' ? other.text : undefined;
      return [...(agreement?.parties ?? parties)].find((party) => party !== taken) ?? example;
    }
    case 'cloud': return [...partnership.clouds.keys()][0] ?? example;
    case 'product': return [...partnership.products.keys()][0] ?? example;
    default: return example;
  }
}

function insertion(text: string, key: string, value: string, finding: Finding, partnership: Partnership): TextEdit | undefined {
  const { payload, place } = finding;
  if (payloadText(payload, 'shape') === 'file') return { span: { start: place.start, end: place.start }, text: `${key}: ${value}\n` };
  const found = mappingFor(finding, partnership);
  if (!found) return undefined;
  return found.map ? addEntry(text, found.map, key, value) : startMapping(text, found.entry.keySpan, `${key}: ${value}`);
}

/** Shapes whose mappings are no declarations: they are marked from their start to the end of their first key. */
const INLINE = /^(?:source|unmodelled|tranche|amendment|expectation|.* selector)$/;

/** The mapping that lacks the key: the value of the marked key, the marked mapping, or the one that the marked value is in. */
function mappingFor({ place, payload }: Finding, partnership: Partnership): { map: MapNode } | { map: undefined; entry: Entry } | undefined {
  const root = partnership.files.get(place.file)?.tree.root;
  const inline = INLINE.test(payloadText(payload, 'shape') ?? '');
  for (const map of root ? mappingsOf(root) : []) {
    if (inline && map.span.start === place.start && map !== root && map.entries[0]?.keySpan.end === place.end) return { map };
    for (const entry of map.entries) {
      const { keySpan, value } = entry;
      if (value.span.start === place.start && value.span.end === place.end) return { map: value.kind === 'map' ? value : map };
      if (inline || keySpan.start !== place.start || keySpan.end !== place.end) continue;
      if (value.kind === 'map') return { map: value };
      if (value.kind === 'scalar' && value.value === null) return { map: undefined, entry };
    }
  }
  return undefined;
}

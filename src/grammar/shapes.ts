import { AMOUNT, BOOLEAN, CLOUDS, CONDITION, DATE, END, listOf, mapOf, oneOf, optional, PRODUCTS, ref, required, shaped, STATED_DATE, TEXT } from './field.js';
import type { Field, Shape } from './types.js';

const NAME = optional('name', TEXT, 'The name in words, as the tools show it. The id where it is absent.', 'OpenAI');
const NOTE = optional('note', TEXT, 'A remark for readers. It changes nothing.', 'Announced by both parties.');

const PARTY: Shape = { name: 'party', doc: 'Somebody who promises or to whom something is promised.', fields: [NAME, NOTE] };

const CLOUD: Shape = {
  name: 'cloud', doc: 'A place where products are served.',
  fields: [
    NAME,
    optional('operator', ref('party'), 'The party that runs the cloud.', 'microsoft'),
    optional('kind', TEXT, 'A word that selectors can name.', 'public'),
    optional('services', { kind: 'services' }, 'Services of this cloud that clauses can name: ids with their names.', '{ bedrock: Amazon Bedrock }'),
    NOTE,
  ],
};

const PRODUCT: Shape = {
  name: 'product', doc: 'Something that is served to customers: a row of the matrix.',
  fields: [
    NAME,
    optional('owner', ref('party'), 'The party whose product it is. A product without an owner belongs to every `products: all`.', 'openai'),
    optional('kind', TEXT, 'A word that selectors can name.', 'model'),
    NOTE,
  ],
};

const EVENT: Shape = {
  name: 'event', doc: 'Something that happens on a day, and then has happened.',
  fields: [
    NAME,
    optional('status', oneOf({
      pending: 'It has not happened up to `as-of`; on later days both are possible.',
      never: 'It will not happen.',
      occurred: 'It happened, on the day that `on` gives.',
    }), 'Whether it has happened; `pending` where it is absent.', 'pending'),
    optional('on', STATED_DATE, 'The day on which it happened. Needed with `status: occurred`.', '2026-03-01'),
    NOTE,
  ],
};

const FACT: Shape = {
  name: 'fact', doc: 'A state of affairs that a clause turns on.',
  fields: [
    NAME,
    optional('value', { kind: 'truth' }, '`true`, `false` or `unknown`, for every product. Unknown where it is absent.', 'unknown'),
    optional('for', { kind: 'per-product' }, 'Values for single products; they override `value`.', '{ frontier: true }'),
    NOTE,
  ],
};

const READING: Shape = {
  name: 'reading', doc: 'Wording that can be read in more than one way. Open until somebody adopts a choice.',
  fields: [
    required('question', TEXT, 'What is to be decided, as a question.', 'Does "first" mean a head start?'),
    required('choices', { kind: 'choices' }, 'The readings that can be defended: ids with a sentence each. The first is the one shown while the question is open.', '{ head-start: Other clouds wait, among-first: One of several }'),
    optional('adopted', ref('choice'), 'The choice that was made. Absent: a judgment is still needed.', 'head-start'),
    optional('by', TEXT, 'Who adopted it.', 'General counsel'),
    optional('because', TEXT, 'Why it was adopted.', 'The recital speaks of a head start.'),
    NOTE,
  ],
};

const SOURCE: Shape = {
  name: 'source', doc: 'Where the text comes from and how well it is known.',
  fields: [
    optional('document', TEXT, 'A text or Markdown file beside this one, or the title of a document.', './sources/agreement.txt'),
    optional('quote', TEXT, 'Words of the document; they are looked for in it.', 'first on Azure'),
    optional('at', TEXT, 'The place in the document.', 'section 4.2'),
    optional('status', oneOf({
      primary: 'Read in the agreement itself.',
      reported: 'Reported by somebody else.',
      inferred: 'Concluded from other facts.',
      disputed: 'Somebody contests it.',
    }), 'How well it is known. Cells that rest on inferred or disputed text are marked.', 'reported'),
  ],
};

const UNMODELLED: Shape = {
  name: 'unmodelled text', doc: 'Text that no clause type can carry. It marks the cells that it touches and changes none.',
  fields: [
    required('excerpt', TEXT, 'The text.', 'subject to reasonable efforts'),
    optional('reason', TEXT, 'Why it cannot be modelled.', 'No clause type for efforts'),
    optional('products', PRODUCTS, 'The products it touches; all where absent.', '[frontier]'),
    optional('clouds', CLOUDS, 'The clouds it touches; all where absent.', '[aws]'),
  ],
};

const UNMODELLED_FIELD = optional('unmodelled', listOf(shaped(() => UNMODELLED), true), 'Text that no clause type can carry: it marks the cells that it touches.', '{ excerpt: …, reason: … }');
const SOURCE_FIELD = optional('source', shaped(() => SOURCE), 'Where the text comes from and how well it is known.', '{ document: ./notes.md, quote: first on Azure, status: reported }');
const UNTIL = optional('until', END, 'The end, not included: a date (ends the day before its first day), `{ event: id }`, or `{ earliest: [..] }` / `{ latest: [..] }` of those.', '{ event: agi }');
const THROUGH = optional('through', STATED_DATE, 'The last period in force, included: it ends with that period\'s last day.', '2032');

/** The keys that every clause may carry (language, section 1). */
export const COMMON_CLAUSE_FIELDS: readonly Field[] = [
  required('by', ref('party'), 'Who promises.', 'openai'),
  required('to', ref('party'), 'To whom it is owed: the holder of the right, and the only one who can give it up.', 'microsoft'),
  optional('title', TEXT, 'A heading for readers.', 'Exclusive access'),
  optional('from', STATED_DATE, 'First day in force; the agreement\'s effective date where absent.', '2026-04-27'),
  UNTIL,
  THROUGH,
  optional('when', CONDITION, 'The clause contributes only where this holds.', 'investment-conditions'),
  optional('unless', CONDITION, 'An exception: where it holds, the clause contributes nothing.', '{ all: [cannot-support, declines] }'),
  optional('subject-to', listOf(ref('clause'), true), 'On every cell to which a named clause contributes, this clause contributes nothing.', '[amazon-alliance/frontier-exclusive]'),
  optional('notwithstanding', listOf(ref('clause'), true), 'On every cell to which this clause contributes, the named clauses contribute nothing.', '[microsoft-original/exclusive-access]'),
  SOURCE_FIELD,
  UNMODELLED_FIELD,
  NOTE,
];

/** A clause of unknown type. With the type known, `clauseShape` of the clause registry has all its keys. */
const CLAUSE: Shape = {
  name: 'clause', doc: 'One promise, from one party to another.',
  fields: [required('type', TEXT, 'What kind of promise it is.', 'exclusivity'), ...COMMON_CLAUSE_FIELDS],
};

const AMENDMENT: Shape = {
  name: 'amendment', doc: 'Ends, replaces or suspends one clause of another agreement from this agreement\'s effective date on.',
  fields: [
    required('target', ref('clause'), 'The clause, as `agreement/clause`. Its holder must be a party here.', 'old-agreement/exclusive'),
    required('effect', oneOf({
      end: 'Ends the target for good.',
      replace: 'Ends the target and records, in `with`, what took its place.',
      suspend: 'Makes the target inactive up to the day of `until`.',
    }), 'What happens to the target.', 'end'),
    optional('with', ref('clause'), 'With `replace`: the clause that takes its place.', 'new-exclusive'),
    optional('until', DATE, 'With `suspend`: the day from which the target contributes again.', '2027-01-01'),
    NOTE,
  ],
};

const AGREEMENT: Shape = {
  name: 'agreement', doc: 'An agreement between parties, with its clauses.',
  fields: [
    required('parties', listOf(ref('party')), 'Who signed it. Only rights of these parties can be ended or overridden here.', '[openai, microsoft]'),
    optional('title', TEXT, 'The name in words.', 'Renegotiated Microsoft agreement'),
    optional('signed', STATED_DATE, 'When it was signed. `effective` defaults to it.', '2026-02'),
    optional('effective', STATED_DATE, 'First day in force. `unstated`: in force before every dated fact here.', '2026-04-27'),
    UNTIL,
    THROUGH,
    optional('supersedes', listOf(ref('agreement'), true), 'Agreements whose clauses end, for good, on this one\'s effective date, as far as their holders are parties here.', '[microsoft-original]'),
    optional('amends', listOf(shaped(() => AMENDMENT), true), 'Single clauses of other agreements that this one ends, replaces or suspends.', '[{ target: old/exclusive, effect: end }]'),
    optional('clauses', mapOf('clause', () => CLAUSE), 'The promises, by id.', '{ }'),
    SOURCE_FIELD,
    UNMODELLED_FIELD,
    NOTE,
  ],
};

const STATUS_VALUES = oneOf({
  conflict: 'A claim and a bar are both in force.',
  barred: 'Somebody may insist that it is not served here.',
  exclusive: 'Claimed by an exclusivity.',
  first: 'This cloud has priority.',
  'after-first': 'It may be served, after the cloud that has priority.',
  available: 'Claimed or permitted.',
  unspecified: 'No term speaks of it. This is not the same as barred.',
});

const EXPECTATION: Shape = {
  name: 'expectation', doc: 'A test that lives with the text: what one cell must be.',
  fields: [
    required('at', DATE, 'The day; the first day of a month or year.', '2026-03-01'),
    required('product', ref('product'), 'The product.', 'frontier'),
    required('cloud', ref('cloud'), 'The cloud.', 'aws'),
    optional('status', STATUS_VALUES, 'The status shown first.', 'conflict'),
    optional('certain', BOOLEAN, 'Whether the status is the same in every world.', 'true'),
    optional('possible', listOf(STATUS_VALUES), 'The set of possible statuses.', '[first, available]'),
    optional('because', listOf(ref('clause'), true), 'The clauses that decide the status shown first, as a set.', '[amazon-alliance/frontier-exclusive]'),
    optional('assume', { kind: 'assumptions' }, 'Unknowns to set first: `event: occurred|never`, `fact: true|false`, `fact:product: true|false`, `reading: choice`.', '{ first-means: among-first }'),
    NOTE,
  ],
};

/** The whole file: every other shape can be reached from here (language, section 1). */
export const FILE_SHAPE: Shape = {
  name: 'file', doc: 'An agreement file.',
  fields: [
    required('entente', { kind: 'version' }, 'The language version. The first key of every file.', '1'),
    optional('title', TEXT, 'What the file is about.', 'Cloud alliances'),
    optional('as-of', DATE, 'The day the author\'s knowledge ends: pending events have not happened up to it. Today where absent.', '2026-04-27'),
    optional('import', listOf({ kind: 'import' }, true), 'Files whose declarations are visible here, relative to this file and inside the workspace.', '[./clouds.entente.yaml]'),
    optional('parties', mapOf('party', () => PARTY), 'Who promises and to whom.', '{ openai: { name: OpenAI } }'),
    optional('clouds', mapOf('cloud', () => CLOUD), 'Where products are served: the columns of the matrix.', '{ azure: { name: Microsoft Azure, operator: microsoft } }'),
    optional('products', mapOf('product', () => PRODUCT), 'What is served: the rows of the matrix.', '{ models: { name: Models, owner: openai } }'),
    optional('events', mapOf('event', () => EVENT), 'Things that happen on a day.', '{ launch: { name: Launch, status: pending } }'),
    optional('facts', mapOf('fact', () => FACT), 'States of affairs that a clause turns on.', '{ cannot-support: { name: The cloud lacks a capability } }'),
    optional('readings', mapOf('reading', () => READING), 'Wording that can be read in more than one way.', '{ first-means: { question: …, choices: { … } } }'),
    optional('agreements', mapOf('agreement', () => AGREEMENT), 'The agreements and their clauses.', '{ }'),
    optional('expect', listOf(shaped(() => EXPECTATION)), 'Tests that live with the text.', '[{ at: 2026-03-01, product: frontier, cloud: aws, status: conflict }]'),
    NOTE,
  ],
};

/** The `amount` key of the clause types that speak of money. */
export const AMOUNT_FIELD = (doc: string): Field => optional('amount', AMOUNT, doc, '50 billion USD');

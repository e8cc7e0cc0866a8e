// What the command line prints as JSON: one schema for each output. `npm run generate` writes them as JSON Schema, and the
// tests hold real outputs against them.
import { z } from 'zod';
import { STATUSES } from '../.build/src/matrix/types.js';
import { RULES } from '../.build/src/rules/registry.js';

const object = z.strictObject;
const list = z.array;
const text = z.string();
const id = z.string().min(1);
const clauseId = id.describe('`agreement/clause`.');
const day = z.string().regex(/^-?\d{4,6}-\d{2}-\d{2}$/).describe('A day, `YYYY-MM-DD`.');
const bound = day.nullable();
const status = z.enum([...STATUSES, 'undecided']).describe('The status of a cell.');
const assume = z.record(z.string(), z.union([z.boolean(), z.string()])).describe('Values of unknowns by name: `true` or `false` of a fact (`fact` or `fact:product`), `occurred` or `never` of an event, a choice of a reading.');
const when = list(assume).describe('The smallest assumption sets that lead to it.');
const digits = z.string().regex(/^\d+(\.\d+)?$/);
const named = object({ id, name: text });

/** Fields that most outputs begin with. */
const version = z.literal(1).describe('The version of this form.');
const file = text.describe('The file as it was given.');
const asOf = day.describe('The day on which knowledge ends.');
const at = day.describe('The day that is looked at.');
const assumed = assume.describe('What is assumed.');

const possible = list(object({ status, when })).describe('Each possible status with the smallest assumption sets that lead to it, that of the baseline first. Empty where the cell is undecided.');
const because = list(clauseId).describe('The clauses that decide the status of the baseline, sorted.');
const certain = z.boolean().describe('Whether the status is the same in every world.');
const cellFields = { status, certain, possible, because };
const product = id.describe('The id of a product.');
const cloud = id.describe('The id of a cloud.');
const marks = list(text).describe('What else should be known: text that no clause type carries, inferred and disputed sources.');
const comparedCell = object({ status, certain, possible: list(status), because }).meta({ id: 'Compared', description: 'A cell in a comparison: statuses without what leads to them.' });

const position = object({ line: z.int().min(0), character: z.int().min(0) }).describe('From zero; characters are UTF-16 code units.');
const range = object({ start: position, end: position }).meta({ id: 'Range', description: 'From `start` up to `end`, which is not in it.' });
const severity = z.enum(['error', 'warning', 'information', 'hint']);
const code = z.enum(RULES.map((rule) => rule.code).sort()).describe('The code of a finding; each has a page.');
const worlds = digits.describe('The number of worlds, exact and in digits.');

const check = object({
  findings: list(object({
    code, severity, message: text, file, range,
    related: list(object({ message: text, file, range })).describe('Other places that it is about.'),
    witness: object({ product, cloud, at, assume }).optional().describe('Of a conflict: one cell, day and world that shows it.'),
  })),
  files: list(object({
    file, conflicts: z.int().min(0).describe('Cells with a conflict in some world on some day.'), undecided: z.int().min(0).describe('Cells that are undecided on some day.'),
    unread: z.int().min(0).describe('Errors in what could not be read.'), worlds, days: z.literal('every'), firstChange: bound, lastChange: bound,
  })).describe('How far the answer reaches, for each file.'),
});

const matrix = object({
  file, at, asOf, assumed, worlds, products: list(id).describe('The rows.'), clouds: list(id).describe('The columns.'),
  cells: list(object({ product, cloud, ...cellFields, marks })).describe('Product by product, cloud by cloud.'),
});

const edit = object({
  key: z.enum(['subject-to', 'notwithstanding', 'amends', 'supersedes']), holder: id.describe('The agreement or clause into which it is written.'), target: id,
  until: day.optional().describe('Of `amends`: the day up to which it suspends the target.'), drop: z.boolean().optional().describe('The entry is taken out instead.'),
}).describe('An entry of the text.');
const change = object({ assume, edits: list(edit), status }).meta({ id: 'Change', description: 'Changes that belong together, and the status after all of them.' });
const node = object({
  kind: z.enum(['part', 'group', 'clause', 'detail', 'choice', 'override', 'document']), text, about: text.optional().describe('The id of what it speaks of.'), assume: assume.optional(),
  get children() { return list(node); },
}).meta({ id: 'Node', description: 'A line of the explanation with what stands below it.' });

const explain = object({
  version, file, at, asOf, assumed, product, cloud, ...cellFields, summary: text.describe('One sentence.'),
  parts: list(node).describe('The headings of the text with what stands below them.'),
  flips: list(change).describe('The smallest changes that clear a conflict, or create one where there is none.'),
  waysToServe: list(change).describe('The smallest changes that have the product served.'),
});

const timeline = object({
  version, file, asOf, assumed,
  days: list(object({ day, changes: list(object({ product, cloud, from: comparedCell, to: comparedCell })) })).describe('Every day on which a cell changes, in order.'),
  events: list(object({
    event: id, after: bound.describe('The day of the event lies after this one.'), before: bound.describe('And before this one; null for no bound.'),
    changes: list(object({ product, cloud, cases: list(object({ from: status, to: status, when, more: z.boolean().optional().describe('There are more sets than `when` names.') })) })),
  })).describe('Days of pending events, which have no date yet.'),
});

const cells = object({
  file, product, cloud, from: bound.describe('The first day; null for no bound.'), to: bound.describe('The first day after; null for no bound.'), ...cellFields, marks,
});

const conflictDays = list(object({ from: bound, to: bound, certain: z.boolean() }));
const conflict = object({ product, cloud, clauses: list(clauseId), before: conflictDays, after: conflictDays }).meta({ id: 'Conflict', description: 'Clauses that clash on a cell, with the days on which they do on either side.' });
const conflicts = object({ introduced: list(conflict), resolved: list(conflict), remaining: list(conflict) });
const side = object({ name: text, at, assumed });
const diff = object({
  version, before: side, after: side,
  cells: list(object({ product, cloud, before: comparedCell.nullable(), after: comparedCell.nullable() })).describe('Cells that differ; null where a side has no such product or cloud.'),
  conflicts, withoutEffect: list(clauseId).describe('Clauses of the second side that change no cell on any day in any world.'),
});

const kind = z.enum(['investment', 'purchase', 'licence', 'revenue share']);
const sum = object({ value: digits, words: text });
const total = object({ party: named.nullable(), kind: kind.nullable(), currency: z.string().regex(/^[A-Z]{3}$/), certain: sum, conditional: sum, certainUpTo: sum, conditionalUpTo: sum }).meta({ id: 'Total', description: 'Sums in one currency, which are never added to each other.' });
const money = object({
  version, file, title: text, at, asOf, assumed,
  commitments: list(object({
    id: clauseId, kind, name: text, agreement: named, by: named, to: named, says: text.describe('The promise in one sentence.'),
    standing: z.enum(['in force', 'conditional', 'not yet', 'over', 'ended', 'suspended', 'without effect', 'unreadable']), why: text, term: text,
    from: bound, last: bound.describe('The last day in force.'), end: z.enum(['day', 'event', 'unstated', 'none']), amount: text.nullable(),
    parts: list(object({
      words: text, value: digits, currency: text, ceiling: z.boolean().describe('Not more than this.'), state: z.enum(['certain', 'conditional', 'void']), due: text.nullable(), condition: text.nullable(),
    })),
    left: text.nullable().describe('Why it is in no total.'), source: text.nullable(),
  })),
  totals: list(total), byParty: list(total), errors: z.int().min(0),
});

const answer = (question, fields) => object({ version, question: z.literal(question), file, asOf, ...fields.at ? { at } : {}, assumed, summary: text.describe('One sentence.'), ...fields });
const verdict = z.enum(['yes', 'depends', 'unspoken', 'no', 'undecided']);
const cellNames = list(object({ product, cloud }));
const holder = id.nullable().describe('The party to whom it is owed.');
const serve = answer('serve', {
  at, party: id, product, scope: z.enum(['owner', 'operator', 'none']), answer: verdict, when,
  clouds: list(object({
    cloud, answer: verdict, ...cellFields, against: list(object({ clause: clauseId, role: z.enum(['bar', 'wait']), holder })).describe('What would have to end.'), waysToServe: list(change),
  })),
});
const plan = answer('plan', {
  agreement: id, from: bound, changes: list(object({ product, cloud, from: bound, to: bound, before: comparedCell, after: comparedCell })), conflicts,
  withoutEffect: list(clauseId), withoutPower: list(object({ key: text, clause: clauseId, holder })),
});
const infringed = answer('infringed', {
  agreements: list(id),
  rights: list(object({
    holder, by: id, clause: clauseId, signs: z.boolean().describe('The holder is a party of the draft.'),
    breaches: list(object({ cells: cellNames, from: bound, to: bound, certain: z.boolean(), when, against: list(clauseId) })),
  })),
  others: list(object({ holder, clause: clauseId, signs: z.boolean(), code, message: text })), withoutPower: list(object({ holder, clause: clauseId, agreement: id, key: text })),
});
const exposure = answer('exposure', {
  exclusivities: list(object({
    clause: clauseId, by: id, holder, from: bound, to: bound, endsWith: list(id).describe('Events that have not happened and would end it.'),
    isExposed: z.boolean(), lastExposed: bound, isProtected: z.boolean(), lastProtected: bound,
    exposed: list(object({
      state: z.enum(['undecided', 'breached', 'possibly breached', 'unprotected', 'possibly unprotected']), cells: cellNames, from: bound, to: bound, against: list(clauseId), brokenWhen: when, protectedWhen: when,
    })),
  })),
});
const listed = { findings: list(object({ code, severity, line: z.int().min(1), message: text, silenced: z.boolean() })) };

/** By the name of the schema: the command that prints it, what it is, and its form. */
export const OUTPUTS = {
  check: { command: 'entente check --format json', is: 'The findings of files, and how far the answer reaches.', form: check },
  matrix: { command: 'entente matrix FILE --format json', is: 'Every product on every cloud on one day.', form: matrix },
  explain: { command: 'entente explain FILE --format json', is: 'Why one cell is what it is, and what would change it.', form: explain },
  timeline: { command: 'entente timeline FILE --format json', is: 'Every day on which a cell changes.', form: timeline },
  cells: { command: 'entente cells FILE --format jsonl', is: 'One line of the output: a cell over a run of days.', form: cells },
  diff: { command: 'entente diff --format json', is: 'What differs between two files, days or worlds.', form: diff },
  money: { command: 'entente money FILE --format json', is: 'Investments, purchases, licences and revenue shares, with totals.', form: money },
  'ask-serve': { command: 'entente ask serve FILE --format json', is: 'Whether a party can serve a product anywhere.', form: serve },
  'ask-plan': { command: 'entente ask plan FILE --format json', is: 'What an agreement changes.', form: plan },
  'ask-infringed': { command: 'entente ask infringed FILE --format json', is: 'Which rights a draft infringes.', form: infringed },
  'ask-exposure': { command: 'entente ask exposure FILE --format json', is: 'Until when each exclusivity is exposed.', form: exposure },
  'ask-idle': { command: 'entente ask idle FILE --format json', is: 'Which clauses no world makes matter.', form: answer('idle', listed) },
  'ask-unmet': { command: 'entente ask unmet FILE --format json', is: 'Which commitments no world lets a party meet.', form: answer('unmet', listed) },
};

/** The JSON Schema (2020-12) of each output, by its name. */
export const outputSchemas = () => new Map(Object.entries(OUTPUTS).map(([name, { command, is, form }]) => {
  const { $schema, ...schema } = z.toJSONSchema(form);
  return [name, { $schema, title: command, description: is, ...schema }];
}));

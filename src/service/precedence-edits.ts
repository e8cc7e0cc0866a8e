import { type Day, formatDay } from '../base/dates.js';
import { clauseShape } from '../clauses/registry.js';
import { ID } from '../grammar/read.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { PrecedenceEdit } from '../matrix/matrix.js';
import type { Agreement, Clause, Partnership } from '../model/types.js';
import { addToList } from '../rules/support/edits.js';
import { quoted } from '../rules/support/names.js';
import { agreementPath, clausePath, nodeAt } from '../rules/support/places.js';
import type { FileEdits } from './code-actions.js';

/** Entries that set precedence, as text: what they say, and how they are written (language, section 9). */

export const ids = (clauses: readonly Clause[]): readonly string[] => clauses.map(({ id }) => id);
export const prevail = (winners: readonly Clause[]): string => `${quoted(ids(winners))} ${winners.length === 1 ? 'prevails' : 'prevail'} where both apply`;

export const TITLES = {
  subject: (clause: Clause, winners: readonly Clause[]): string => `Make \`${clause.id}\` subject to ${quoted(ids(winners))}: ${prevail(winners)}`,
  notwithstanding: (winner: Clause, losers: readonly Clause[]): string => `Let \`${winner.id}\` apply notwithstanding ${quoted(ids(losers))}: ${prevail([winner])}`,
  suspend: (by: string, targets: readonly Clause[], until: Day): string =>
    `Let \`${by}\` suspend ${quoted(ids(targets))} until ${formatDay(until)}: from that day on ${targets.length > 1 ? 'they count' : 'it counts'} again`,
  end: ({ id, start }: Agreement, targets: readonly Clause[]): string => `Let \`${id}\` end ${quoted(ids(targets))} on ${formatDay(start)}, for good`,
  supersede: ({ id, start }: Agreement, old: string, clauses: number): string =>
    `Let \`${id}\` supersede \`${old}\`: ${clauses === 1 ? 'its clause ends' : `its ${clauses} clauses end`} on ${formatDay(start)}, for good`,
} as const;

/** An item of `amends`: up to a day, or for good. */
export const amendment = (target: string, until?: Day): string => `{ target: ${target}, effect: ${until === undefined ? 'end' : `suspend, until: ${formatDay(until)}`} }`;

/** What an edit says, and what it writes; undefined where its ids cannot be written. */
export function writtenEdit({ agreements, clauses }: Partnership, { key, holder, target, until }: PrecedenceEdit): { readonly title: string; readonly write: Write; readonly losers: readonly Clause[] } | undefined {
  const [agreement, clause, other] = [agreements.get(holder), clauses.get(holder), clauses.get(target)];
  if (![...holder.split('/'), ...target.split('/')].every((id) => ID.test(id))) return undefined;
  switch (key) {
    case 'subject-to': return clause && other && { title: TITLES.subject(clause, [other]), write: inClause(clause, key, [other]), losers: [clause] };
    case 'notwithstanding': return clause && other && { title: TITLES.notwithstanding(clause, [other]), write: inClause(clause, key, [other]), losers: [other] };
    case 'amends': return agreement && other && {
      title: until === undefined ? TITLES.end(agreement, [other]) : TITLES.suspend(holder, [other], until), write: inAgreement(agreement, key, [amendment(target, until)]), losers: [other],
    };
    case 'supersedes': {
      const losers = agreements.get(target)?.clauses ?? [];
      return agreement && { title: TITLES.supersede(agreement, target, losers.length), write: inAgreement(agreement, key, [target]), losers };
    }
  }
}

/** Items to be written into a list of a mapping. */
export interface Write {
  readonly file: string;
  readonly path: readonly string[];
  readonly order: readonly string[];
  readonly key: string;
  readonly items: readonly string[];
}

const AGREEMENT_KEYS: readonly string[] = FILE_SHAPE.fields.flatMap(({ name, type }) => (name === 'agreements' && type.kind === 'map' ? type.shape().fields.map((field) => field.name) : []));

export const inAgreement = (agreement: Agreement, key: string, items: readonly string[]): Write =>
  ({ file: agreement.place.file, path: agreementPath(agreement), order: AGREEMENT_KEYS, key, items });

/** Clauses of the same agreement are named without it. */
export const inClause = (clause: Clause, key: string, others: readonly Clause[]): Write => ({
  file: clause.place.file, path: clausePath(clause), order: clauseShape(clause.type.name).fields.map(({ name }) => name), key,
  items: others.map((other) => (other.agreement === clause.agreement ? other.local : other.id)),
});

/** The edits by file; undefined where one of them cannot be made. */
export function editsOf(partnership: Partnership, writes: readonly Write[]): readonly FileEdits[] | undefined {
  const lists = new Map<string, Write>();
  for (const write of writes) {
    const place = JSON.stringify([write.file, write.path, write.key]);
    lists.set(place, { ...write, items: [...(lists.get(place)?.items ?? []), ...write.items] });
  }
  const files = new Map<string, FileEdits['edits'][number][]>();
  for (const { file, path, order, key, items } of lists.values()) {
    const text = partnership.files.get(file)?.text;
    const map = nodeAt(partnership, file, path);
    const edit = text !== undefined && map?.kind === 'map' ? addToList(text, map, order, key, items) : undefined;
    if (!edit) return undefined;
    files.set(file, [...(files.get(file) ?? []), edit]);
  }
  return [...files].map(([file, edits]) => ({ file, edits }));
}

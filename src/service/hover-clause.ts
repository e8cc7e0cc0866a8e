import { formatDay } from '../base/dates.js';
import { count, listWords } from '../base/words.js';
import { unknownsIn } from '../matrix/unknowns.js';
import type { Agreement, Clause, Partnership } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { isOpenFor } from './assume.js';
import { cellsOn } from './cells.js';
import { bold, code, escapeText, ours, paragraphs, section } from './markdown.js';
import { describeClause, namesOf } from './names.js';
import { exposureLines, exposureOf } from './questions-exposure.js';
import { cellName, clauseName, contributionWords, endingWords, quoted, sourceWords, termLines, termWords } from './phrases.js';
import { eventDays } from './event-days.js';
import { conflictWords } from './witness.js';

/** A clause: what it means, how long, what it does, what ends it, which cells it decides and what is still open. */
export function clauseHover(analysis: Analysis, clause: Clause): string {
  const { partnership } = analysis;
  const { type, source, note, by, to } = clause;
  const names = namesOf(partnership);
  const heading = [clause.title === undefined ? undefined : bold(clause.title), code(clause.id), escapeText(type.name)].filter((part) => part !== undefined).join(' · ');
  const terms = [
    ...termLines(clause, partnership),
    `${names.party(by)} owes this to ${names.party(to)}; only ${names.party(to)} can give it up`,
  ];
  const does = contributionWords(clause, partnership);
  const found = source ? sourceWords(source) : '';
  return paragraphs(
    heading,
    escapeText(describeClause(clause, partnership)),
    list(terms),
    does.length > 0 ? section('On the matrix', does.map(escapeText)) : ours(type.effect),
    section('Precedence', precedenceOf(analysis, clause).map(escapeText)),
    section(`Decides on ${formatDay(partnership.asOf)}`, decidedBy(analysis, (id) => id === clause.id)),
    section('In conflict', conflictWords(analysis, clause).map(escapeText)),
    section('Days without a date', eventDays(analysis, clause).map(escapeText)),
    section('Exposure', exposureOfClause(analysis, clause).map(escapeText)),
    section('Still open', openQuestions(clause, partnership).map(escapeText)),
    section('Text no clause carries', clause.unmodelled.map(({ excerpt, reason }) => escapeText(reason === undefined ? quoted(excerpt) : `${quoted(excerpt)}: ${reason}`))),
    note === undefined ? undefined : escapeText(note),
    found === '' ? undefined : `Source: ${escapeText(found)}`,
  );
}

/** Cells beyond which the exposure of an exclusivity is left to `entente ask`: a hover must be quick. */
const MOST_CELLS = 400;

const exposureOfClause = (analysis: Analysis, clause: Clause): readonly string[] =>
  (clause.type.name === 'exclusivity' && clause.products.size * analysis.partnership.clouds.size <= MOST_CELLS ? exposureLines(exposureOf(analysis, clause), analysis) : []);

const list = (items: readonly string[]): string => items.map((item) => `- ${escapeText(item)}`).join('\n');

/** What ends, amends, suspends or overrides the clause, and what it overrides itself. */
export function precedenceOf({ matrix, partnership }: Analysis, { id }: Clause): readonly string[] {
  const { endings, yieldsTo } = matrix.precedence;
  const name = (other: string): string => clauseName(other, partnership);
  const replaced = [...partnership.agreements.values()].flatMap((other) => other.amends
    .filter((amendment) => amendment.with === id && endings.get(amendment.target)?.some(({ by, kind }) => by === other.id && kind === 'replace'))
    .map(({ target }) => `Takes the place of ${name(target)}`));
  return [
    ...(endings.get(id) ?? []).map((ending) => endingWords(ending, partnership)),
    ...replaced,
    ...[...yieldsTo.get(id) ?? []].map((to) => `Yields to ${name(to)} on every cell to which that contributes`),
    ...[...yieldsTo].filter(([, winners]) => winners.has(id)).map(([loser]) => `Goes before ${name(loser)}`),
  ];
}

/** The cells that clauses decide on the as-of day, with their status. */
function decidedBy(analysis: Analysis, decides: (clause: string) => boolean): readonly string[] {
  const { partnership } = analysis;
  return cellsOn(analysis, partnership.asOf)
    .filter(({ because }) => because.some(decides))
    .map(({ product, cloud, status, certain, possible }) => {
      const others = certain ? '' : `, or ${possible.slice(1).map((other) => other.status).join(', ')}`;
      return `${escapeText(cellName(product, cloud, partnership))}: **${status}**${others}`;
    });
}

/** The unknowns that the clause turns on, as questions. */
function openQuestions(clause: Clause, partnership: Partnership): readonly string[] {
  const { events, facts, readings, asOf } = partnership;
  return unknownsIn(clause).filter((name) => isOpenFor(name, clause, partnership)).flatMap((name) => {
    const event = events.get(name);
    if (event) return [`Will ${quoted(event.name)} happen? It has not, up to ${formatDay(asOf)}`];
    const fact = facts.get(name);
    if (fact) {
      const known = [...clause.products].some((product) => (fact.per.get(product) ?? fact.value) !== 'unknown');
      return [`Does ${quoted(fact.name)} hold?${known ? ' It is known for some products only' : ''}`];
    }
    const reading = readings.get(name);
    return reading ? [`${reading.question} (${[...reading.choices.values()].join(' / ')})`] : [];
  });
}

/** An agreement: its parties, term, clauses and what it ends. */
export function agreementHover(analysis: Analysis, agreement: Agreement): string {
  const { partnership } = analysis;
  const names = namesOf(partnership);
  const { id, name, parties, signed, start, end, clauses, note, source } = agreement;
  const ends = endingsBy(analysis, agreement);
  const decided = decidedBy(analysis, (clause) => partnership.clauses.get(clause)?.agreement === id);
  const found = source ? sourceWords(source) : '';
  return paragraphs(
    name === id ? code(id) : `${bold(name)} · ${code(id)}`,
    escapeText(`An agreement of ${listWords([...parties].map(names.party)) || 'nobody'}, in force ${termWords(start, end, partnership)}.${signed?.kind === 'date' ? ` Signed ${signed.date.text}.` : ''}`),
    section('Clauses', clauses.map((clause) => `${code(clause.local)}: ${escapeText(describeClause(clause, partnership))}`)),
    section('Precedence', ends.map(escapeText)),
    decided.length === 0 ? undefined : `Its clauses decide ${count(decided.length, 'cell')} on ${formatDay(partnership.asOf)}.`,
    note === undefined ? undefined : escapeText(note),
    found === '' ? undefined : `Source: ${escapeText(found)}`,
  );
}

/** What an agreement ends, replaces and suspends, and what ends it. */
export function endingsBy({ partnership, matrix }: Analysis, { id, supersedes, amends }: Agreement): readonly string[] {
  const title = (other: string): string => quoted(nameOf(partnership.agreements, other));
  return [
    ...supersedes.map(({ agreement: other }) => `Supersedes ${title(other)}`),
    ...amends.map(({ target, effect }) => `${effect === 'end' ? 'Ends' : effect === 'replace' ? 'Replaces' : 'Suspends'} ${clauseName(target, partnership)}`),
    ...[...partnership.agreements.values()].filter((other) => other.supersedes.some((superseded) => superseded.agreement === id)).map((other) => `Superseded by ${title(other.id)} from ${formatDay(other.start)} on`),
    ...matrix.precedence.violations.filter((violation) => violation.agreement === id).map(({ clause }) => `Without effect on ${clauseName(clause, partnership)}: its holder is not a party here`),
  ];
}

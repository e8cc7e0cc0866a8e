import { BEGINNING, type Day, describeInterval, FOREVER, formatDay, longDay } from '../base/dates.js';
import { count, listWords } from '../base/words.js';
import type { Cell } from '../matrix/types.js';
import type { Agreement, Assumptions, Clause, Partnership, Source } from '../model/types.js';
import type { CommitmentsView, StatusName, UndatedDay } from '../protocol.js';
import { type Analysis, unreadErrors } from './analysis.js';
import { effective, unknownsOf } from './assume.js';
import { cellText, changeText } from './cell-text.js';
import { changesOf } from './changes.js';
import { commitmentsView } from './commitments.js';
import { coverageOf, coverageText } from './coverage.js';
import { undatedDays } from './event-days.js';
import { endingsBy, precedenceOf } from './hover-clause.js';
import { fileName, marksOf } from './matrix-view.js';
import { describeClause, namesOf } from './names.js';
import { openQuestions } from './open-questions.js';
import { passageOf } from './passage.js';
import { assumptionsWords, assumptionWords, capital, cellName, leadWords, quoted, sourceWords, termLines, termWords } from './phrases.js';

/** The whole story of a file. Plain text throughout; days are written as the language writes them. */
export interface Report {
  readonly title: string;
  /** `27 April 2026`. */
  readonly asOf: string;
  /** What the answer rests on, and whether there is a conflict. */
  readonly summary: readonly string[];
  readonly parties: readonly { readonly name: string; readonly clouds: readonly string[]; readonly products: readonly string[] }[];
  readonly agreements: readonly AgreementNote[];
  readonly changes: readonly { readonly day: string; readonly lines: readonly string[] }[];
  readonly undated: readonly UndatedDay[];
  readonly products: readonly string[];
  readonly clouds: readonly string[];
  /** Runs of days on which every cell keeps its statuses; cells by product, then by cloud. Undefined where there are too many to print. */
  readonly periods: readonly Period[] | undefined;
  readonly conflicts: readonly Judged[];
  readonly judgments: readonly Judged[];
  readonly money: CommitmentsView;
  readonly sources: readonly { readonly of: string; readonly words: string; readonly found: string }[];
  /** What is taken as given: the day, what is assumed, and what stays open. */
  readonly assumptions: readonly string[];
}
export interface AgreementNote {
  readonly name: string;
  readonly id: string;
  readonly says: string;
  readonly clauses: readonly { readonly id: string; readonly lines: readonly string[] }[];
}
export interface Period {
  readonly days: string;
  readonly cells: readonly { readonly status: StatusName; readonly text: string; readonly isMarked: boolean }[];
}
export interface Judged { readonly text: string; readonly lines: readonly string[] }

/** Cells of all periods together; beyond them a report would be no help (docs/limits.md). */
export const REPORT_CELLS = 20_000;

/** Tells what a file says and what follows from it, under assumptions of unknowns. */
export function reportOf(analysis: Analysis, { assume = {} }: { readonly assume?: Assumptions | undefined } = {}): Report {
  const { partnership, findings } = analysis;
  const assumed = effective(assume, partnership);
  const questions = openQuestions(analysis, findings);
  const { own, imported } = unreadErrors(analysis);
  const conflicts = questions.filter(({ kind }) => kind === 'conflict').map(({ message, cells, witness }): Judged => ({
    text: unquoted(message),
    lines: [
      ...cells.map(({ name, days }) => `${name}, ${days}`),
      ...(witness ? [`For example ${cellName(witness.product, witness.cloud, partnership)} on ${witness.at}${Object.keys(witness.assume).length > 0 ? `, if ${assumptionsWords(witness.assume, partnership)}` : ', as things stand'}.`] : []),
    ],
  }));
  const judgments = questions.filter(({ kind }) => kind === 'judgment').map(({ message, cells }): Judged => ({ text: unquoted(message), lines: cells.map(({ name, days }) => `${name}, ${days}`) }));
  const names = namesOf(partnership);
  return {
    title: partnership.title ?? fileName(partnership.file),
    asOf: longDay(partnership.asOf),
    summary: [
      `${capital(listWords([count(partnership.agreements.size, 'agreement'), count(partnership.clauses.size, 'clause'), count(partnership.products.size, 'product'), count(partnership.clouds.size, 'cloud')]))}.`,
      coverageText(coverageOf(analysis)),
      ...(judgments.length > 0 ? [`${capital(count(judgments.length, 'judgment'))} ${judgments.length === 1 ? 'is' : 'are'} needed.`] : []),
      ...(own + imported > 0 ? [`The text has ${count(own + imported, 'error')}: what could not be read is not in this report.`] : []),
    ],
    parties: [...partnership.parties.values()].map(({ id, name }) => ({
      name,
      clouds: [...partnership.clouds.values()].filter(({ operator }) => operator === id).map((cloud) => cloud.name),
      products: [...partnership.products.values()].filter(({ owner }) => owner === id).map((product) => product.name),
    })),
    agreements: [...partnership.agreements.values()].map((agreement) => agreementNote(agreement, analysis)),
    changes: changesOf(analysis, assume).map(([day, list]) => ({ day: formatDay(day), lines: list.map(({ from, to }) => `${cellName(to.product, to.cloud, partnership)}: ${changeText(from, to)}`) })),
    undated: undatedDays(analysis.matrix.eventChanges(assume), partnership),
    products: [...partnership.products.values()].map(({ name }) => name),
    clouds: [...partnership.clouds.keys()].map(names.cloud),
    periods: periodsOf(analysis, assume),
    conflicts, judgments,
    money: commitmentsView(analysis, { assume }),
    sources: sourcesOf(analysis),
    assumptions: [
      `What is known as of ${longDay(partnership.asOf)}. An event that had not happened by then has not happened on any day up to it.`,
      ...(Object.keys(assumed).length === 0 ? ['Nothing is assumed beyond the text.'] : Object.entries(assumed).map(([name, value]) => `Assumed: ${assumptionWords(name, value, partnership)}.`)),
      ...unknownsOf(partnership).filter(({ name }) => !Object.hasOwn(assumed, name)).map(({ label, kind, options }) =>
        `Open ${kind}: ${quoted(label)}. ${kind === 'reading' ? 'The choices are' : 'It'} ${listWords(options.map((option) => (kind === 'reading' ? quoted(option.label) : option.label)), 'or')}; the first is shown first.`),
    ],
  };
}

/** A sentence of a finding without the marks that set ids apart in an editor. */
const unquoted = (message: string): string => message.replaceAll('`', '');

function agreementNote(agreement: Agreement, analysis: Analysis): AgreementNote {
  const { id, name, parties, start, end, signed, clauses, unmodelled, note } = agreement;
  const { partnership } = analysis;
  const names = namesOf(partnership);
  const says = [
    `An agreement of ${listWords([...parties].map(names.party)) || 'nobody'}, in force ${termWords(start, end, partnership)}.`,
    ...(signed?.kind === 'date' ? [`Signed ${signed.date.text}.`] : []),
    ...endingsBy(analysis, agreement).map((words) => `${words}.`),
    ...(note === undefined ? [] : [note]),
    ...unmodelled.map(({ excerpt, reason }) => `No clause carries ${quoted(excerpt)}${reason === undefined ? '' : `: ${reason}`}.`),
  ];
  return { name, id, says: says.join(' '), clauses: clauses.map((clause) => ({ id: clause.local, lines: clauseLines(clause, analysis) })) };
}

function clauseLines(clause: Clause, analysis: Analysis): readonly string[] {
  const { partnership } = analysis;
  const { start, lead, note, type, unmodelled } = clause;
  return [
    describeClause(clause, partnership),
    ...(type.name === 'first-availability' ? [`${capital(leadWords(lead, start, partnership))}.`] : []),
    ...[...termLines(clause, partnership), ...precedenceOf(analysis, clause)].map((words) => `${words}.`),
    ...(note === undefined ? [] : [note]),
    ...unmodelled.map(({ excerpt, reason }) => `No clause carries ${quoted(excerpt)}${reason === undefined ? '' : `: ${reason}`}.`),
  ];
}

function periodsOf({ partnership, matrix }: Analysis, assume: Assumptions): readonly Period[] | undefined {
  const bounds = [BEGINNING, ...matrix.changes(assume), FOREVER];
  const size = partnership.products.size * partnership.clouds.size;
  if (size * (bounds.length - 1) > REPORT_CELLS) return undefined;
  const periods: { from: Day; to: Day; cells: Period['cells'] }[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[index + 1]!;
    const day = from !== BEGINNING ? from : to !== FOREVER ? to - 1 : partnership.asOf;
    const cells = [...partnership.products.keys()].flatMap((product) => [...partnership.clouds.keys()].map((cloud) => printed(matrix.cell(product, cloud, day, assume), partnership)));
    const last = periods.at(-1);
    if (last && JSON.stringify(last.cells) === JSON.stringify(cells)) last.to = to;
    else periods.push({ from, to, cells });
  }
  return periods.map(({ from, to, cells }) => ({ days: capital(describeInterval({ from, to })), cells }));
}

const printed = (cell: Cell, partnership: Partnership): Period['cells'][number] =>
  ({ status: cell.status, text: cellText(cell).replaceAll(' | ', ' or '), isMarked: marksOf(cell, partnership).length > 0 });

function sourcesOf(analysis: Analysis): Report['sources'] {
  const { partnership } = analysis;
  const one = (of: string, source: Source | undefined): Report['sources'] => {
    const words = source ? sourceWords(source) : '';
    if (!source || words === '') return [];
    const passage = passageOf(source, analysis);
    return [{ of, words, found: passage?.isQuoted ? `line ${passage.line}` : passage && source.quote !== undefined ? 'the words are not there' : '' }];
  };
  return [...partnership.agreements.values()].flatMap((agreement) => [...one(agreement.name, agreement.source), ...agreement.clauses.flatMap((clause) => one(clause.id, clause.source))]);
}

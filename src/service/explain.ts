import { type Day, formatDay } from '../base/dates.js';
import { count, listWords } from '../base/words.js';
import { CELL_LIMITS } from '../matrix/limits.js';
import type { ClauseTrace, Flip, Matrix } from '../matrix/matrix.js';
import type { Cell } from '../matrix/types.js';
import type { Assumptions, Clause, Partnership } from '../model/types.js';
import type { ExplainLine, ExplainView } from '../protocol.js';
import type { Analysis } from './analysis.js';
import { effective } from './assume.js';
import { unmodelledTexts } from './matrix-view.js';
import { describeClause } from './names.js';
import {
  assumptionsWords, capital, cellName, clauseName, conditionWords, endingWords, leadWords, quoted, sourceWords, STATUS_WORDS, termWords,
} from './phrases.js';

export interface ExplainOptions {
  readonly product: string;
  readonly cloud: string;
  /** The day; the file's as-of where absent. */
  readonly at?: Day | undefined;
  readonly assume?: Assumptions | undefined;
}

/** Why a cell is what it is, why not something else, and what flips it (language, section 3). Plain text throughout. */
export function explainView({ partnership, matrix }: Analysis, { product, cloud, at, assume = {} }: ExplainOptions): ExplainView {
  const day = at ?? partnership.asOf;
  const assumed = effective(assume, partnership);
  const cell = matrix.cell(product, cloud, day, assumed);
  const traces = matrix.traces(product, cloud, day, assumed);
  const deciding = new Set(cell.because);
  const others = traces.filter(({ clause }) => !deciding.has(clause));
  const clauseLines = (list: readonly ClauseTrace[], text: (clause: Clause, trace: ClauseTrace) => string): ExplainLine[] =>
    list.flatMap((trace) => {
      const clause = partnership.clauses.get(trace.clause);
      return clause ? [{ text: text(clause, trace), clause: clause.id }] : [];
    });
  const sections = [
    { title: 'Why', lines: whyLines(cell, partnership) },
    {
      title: 'What else speaks here',
      lines: clauseLines(others.filter(({ state }) => state.kind === 'contributes'), (clause, trace) => `${describeClause(clause, partnership)} ${elseWords(clause, trace, partnership)}`),
    },
    {
      title: 'Not counted',
      lines: clauseLines(others.filter(({ state }) => state.kind !== 'contributes'), (clause, trace) => `${describeClause(clause, partnership)} ${reasonWords(clause, trace, matrix)}`),
    },
    { title: 'Depends on', lines: dependsLines(cell, partnership) },
    { title: 'What would flip it', lines: matrix.flips(product, cloud, day, assumed).map((flip) => flipLine(flip, partnership)) },
    {
      title: 'Text no clause carries',
      lines: unmodelledTexts(cell.unmodelled, product, cloud, partnership)
        .map(({ owner, excerpt, reason }) => ({ text: `${quoted(excerpt)}${reason === undefined ? '' : `: ${reason}`}`, clause: owner })),
    },
  ];
  return {
    product, cloud, at: formatDay(day), status: cell.status,
    summary: summaryOf(cell, day, assumed, partnership),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function summaryOf(cell: Cell, day: Day, assumed: Assumptions, partnership: Partnership): string {
  const assuming = Object.keys(assumed).length === 0 ? '' : ` where ${assumptionsWords(assumed, partnership)}`;
  const head = `${cellName(cell.product, cell.cloud, partnership)}, ${formatDay(day)}${assuming}: ${cell.status}, since ${STATUS_WORDS[cell.status]}`;
  if (cell.status === 'undecided') return `${head}.`;
  if (cell.certain) return `${head}; this is certain.`;
  const others = cell.possible.slice(1).map(({ status }) => status);
  return `${head}; this depends on ${count(cell.unknowns.length, 'unknown')}, and it can also be ${listWords(others, 'or')}.`;
}

function whyLines(cell: Cell, partnership: Partnership): ExplainLine[] {
  if (cell.status === 'undecided') {
    return [{ text: `More unknowns touch this cell than can be decided (the limit is ${CELL_LIMITS.unknowns}). Assume some of them, or settle them in the file.` }];
  }
  if (cell.because.length === 0) return [{ text: 'No clause in force on this day speaks of this product on this cloud.' }];
  return cell.because.flatMap((id) => {
    const clause = partnership.clauses.get(id);
    return clause ? [{ text: sentences(describeClause(clause, partnership), inForce(clause, partnership), clause.source && sourceSentence(clause.source)), clause: id }] : [];
  });
}

/** The term with the conditions: one sentence. */
function inForce(clause: Clause, partnership: Partnership): string {
  const when = clause.when ? `, only where ${conditionWords(clause.when, partnership)}` : '';
  const unless = clause.unless ? `, unless ${conditionWords(clause.unless, partnership)}` : '';
  return `In force ${termWords(clause.start, clause.end, partnership)}${when}${unless}.`;
}

const sourceSentence = (source: NonNullable<Clause['source']>): string | undefined => {
  const words = sourceWords(source);
  return words === '' ? undefined : `Source: ${words}.`;
};

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' ');

function elseWords(clause: Clause, { roles, waits, worlds, when }: ClauseTrace, partnership: Partnership): string {
  const sometimes = worlds === 'some' ? ` It does so only if ${alternatives(when, partnership)}.` : '';
  if (waits) return `This cloud waits: ${leadWords(clause.lead, clause.start, partnership)}.${sometimes}`;
  const words: Record<string, string> = {
    claim: 'claims the product for this cloud', bar: 'bars it here', leave: 'gives leave here', priority: 'gives this cloud priority',
  };
  return `It ${listWords(roles.map((role) => words[role] ?? role))}, and does not decide the status.${sometimes}`;
}

/** Why a clause does not count in the baseline. */
function reasonWords(clause: Clause, { state, waits, worlds, when }: ClauseTrace, matrix: Matrix): string {
  const could = worlds === 'some' ? ` It counts if ${alternatives(when, matrix.partnership)}.` : '';
  return `${reasonOf(clause, state, waits, matrix)}${could}`;
}

function reasonOf(clause: Clause, state: ClauseTrace['state'], waits: boolean, { partnership, precedence }: Matrix): string {
  switch (state.kind) {
    case 'contributes': return '';
    case 'not-yet': return `Not yet in force: it starts on ${formatDay(state.from)}.`;
    case 'over': {
      if (state.by !== undefined) {
        const ending = precedence.endings.get(clause.id)?.find(({ by, from }) => by === state.by && from === state.day);
        return ending ? `${endingWords(ending, partnership)}.` : `Over: ended by ${quoted(partnership.agreements.get(state.by)?.name ?? state.by)}.`;
      }
      if (state.day !== undefined) return `Over: its term ended with ${formatDay(state.day - 1)}.`;
      if (waits) return 'Nobody waits for its cloud here on this day.';
      return `Over: its term ran ${termWords(clause.start, clause.end, partnership)}.`;
    }
    case 'suspended': return `Suspended by ${quoted(partnership.agreements.get(state.by)?.name ?? state.by)}: it counts again from ${formatDay(state.until)}.`;
    case 'condition': return `Its condition is not met: ${clause.when ? conditionWords(clause.when, partnership) : 'none'}.`;
    case 'exception': return `Its exception holds: ${clause.unless ? conditionWords(clause.unless, partnership) : 'none'}.`;
    case 'yields': return `It yields here to ${listWords(state.to.map((id) => clauseName(id, partnership)))}.`;
  }
}

const alternatives = (sets: readonly Assumptions[], partnership: Partnership): string =>
  sets.map((set) => assumptionsWords(set, partnership)).filter((words) => words !== '').join(', or if ') || 'something unknown turns out so';

function dependsLines(cell: Cell, partnership: Partnership): ExplainLine[] {
  if (cell.certain) return [];
  return cell.possible.map(({ status, when, more }, index) => {
    const shown = index === 0 ? ' (shown)' : '';
    return { text: `${capital(status)}${shown} if ${alternatives(when, partnership)}${more ? ', or in other combinations' : ''}.` };
  });
}

function flipLine(flip: Flip, partnership: Partnership): ExplainLine {
  if (flip.kind === 'assume') return { text: `If ${assumptionsWords(flip.assume, partnership)}, it is ${flip.status}.` };
  const [holder, other] = flip.key === 'subject-to' ? [flip.yields, flip.to] : [flip.to, flip.yields];
  return { text: `With \`${flip.key}: ${other}\` in ${clauseName(holder, partnership)}, ${clauseName(flip.yields, partnership)} yields and it is ${flip.status}.`, clause: holder };
}

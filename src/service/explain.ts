import { type Day, formatDay } from '../base/dates.js';
import { count, listWords } from '../base/words.js';
import { CELL_LIMITS } from '../matrix/limits.js';
import type { ClauseTrace } from '../matrix/matrix.js';
import type { Cell, Status } from '../matrix/types.js';
import type { Assumptions, Clause, Partnership } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { effective } from './assume.js';
import { changeNode } from './change-words.js';
import { clauseDetails } from './explain-clause.js';
import { unmodelledTexts } from './matrix-view.js';
import { describeClause } from './names.js';
import { alternativesOf, assumptionsWords, capital, cellName, clauseName, conditionWords, endingWords, leadWords, quoted, STATUS_WORDS, termWords } from './phrases.js';
import type { Asked, Explanation, Reason } from './reason.js';
import { whyNot } from './why-not.js';

export interface ExplainOptions {
  readonly product: string;
  readonly cloud: string;
  /** The day; the file's as-of where absent. */
  readonly at?: Day | undefined;
  readonly assume?: Assumptions | undefined;
}

/** Why a cell is what it is, why not something else, and what flips it, as a tree (language, sections 8 to 12). */
export function explain(analysis: Analysis, { product, cloud, at, assume = {} }: ExplainOptions): Explanation {
  const { partnership, matrix } = analysis;
  const day = at ?? partnership.asOf;
  const assumed = effective(assume, partnership);
  const asked: Asked = { analysis, partnership, matrix, product, cloud, day, assumed };
  const cell = matrix.cell(product, cloud, day, assumed);
  const traces = matrix.traces(product, cloud, day, assumed);
  const changes = matrix.flips(product, cloud, day, assumed);
  const deciding = new Set(cell.because);
  const others = traces.filter(({ clause }) => !deciding.has(clause));
  const clauses = (list: readonly ClauseTrace[], text: (clause: Clause, trace: ClauseTrace) => string): readonly Reason[] =>
    list.flatMap((trace) => clauseNode(trace.clause, traces, asked, (clause) => text(clause, trace)));
  const parts: readonly Reason[] = [
    part('why', cell.status === 'undecided' ? 'Why undecided' : `Why ${cell.status}`, true, why(cell, traces, asked)),
    part('why-not', 'Why not available?', true, whyNot(cell, asked, changes)),
    part('change', cell.status === 'conflict' ? 'Smallest changes that clear the conflict' : 'Smallest changes that create a conflict', true,
      changes.map((flip) => changeNode(flip, asked))),
    part('depends', 'Depends on', true, depends(cell, partnership)),
    part('also', 'What else speaks here', false, clauses(others.filter(({ state }) => state.kind === 'contributes'), (clause, trace) => elseWords(clause, trace, partnership))),
    part('not-counted', 'Not counted', false, clauses(others.filter(({ state }) => state.kind !== 'contributes'), (clause, trace) => reasonWords(clause, trace, asked))),
    part('unmodelled', 'Text no clause carries', true, unmodelledTexts(cell.unmodelled, product, cloud, partnership).map(({ owner, excerpt, reason, place }, index): Reason =>
      ({ id: `text ${owner} ${index}`, kind: 'detail', text: `${quoted(excerpt)}${reason === undefined ? '' : `: ${reason}`}`, about: owner, place }))),
  ];
  return { product, cloud, at: day, status: cell.status, summary: summaryOf(cell, day, assumed, partnership), parts: parts.filter(({ children }) => children?.length !== 0) };
}

const part = (id: string, text: string, open: boolean, children: readonly Reason[]): Reason => ({ id, kind: 'part', text, open, children });

function summaryOf(cell: Cell, day: Day, assumed: Assumptions, partnership: Partnership): string {
  const assuming = Object.keys(assumed).length === 0 ? '' : ` where ${assumptionsWords(assumed, partnership)}`;
  const head = `${cellName(cell.product, cell.cloud, partnership)}, ${formatDay(day)}${assuming}: ${cell.status}, since ${STATUS_WORDS[cell.status]}`;
  if (cell.status === 'undecided') return `${head}.`;
  if (cell.certain) return `${head}; this is certain.`;
  const others = cell.possible.slice(1).map(({ status }) => status);
  return `${head}; this depends on ${count(cell.unknowns.length, 'unknown')}, and it can also be ${listWords(others, 'or')}.`;
}

type Part = 'claim' | 'bar' | 'leave' | 'priority' | 'wait';

/** What a clause does for a status to come about (language, section 10), in the order in which it is told. */
const DECIDES: Readonly<Record<Status, readonly Part[]>> = {
  conflict: ['claim', 'leave', 'bar'], barred: ['bar'], exclusive: ['claim'], first: ['priority'], 'after-first': ['wait', 'claim', 'leave'],
  available: ['claim', 'leave'], unspecified: [],
};
const PARTS: Readonly<Record<Part, string>> = {
  claim: 'Claimed: somebody may insist that it is served here', bar: 'Barred: somebody may insist that it is not served here',
  leave: 'Allowed: somebody gives up its own objection', priority: 'Priority: this cloud comes before others', wait: 'Waiting: another cloud comes before this one',
};

function why(cell: Cell, traces: readonly ClauseTrace[], asked: Asked): readonly Reason[] {
  if (cell.status === 'undecided') return undecided(asked);
  if (cell.because.length === 0) return [{ id: 'nothing', kind: 'detail', text: 'No clause in force on this day speaks of this product on this cloud.' }];
  const deciding = traces.filter(({ clause }) => cell.because.includes(clause));
  return DECIDES[cell.status].flatMap((does): Reason[] => {
    const found = deciding.filter(({ roles, waits }) => (does === 'wait' ? waits : roles.includes(does)));
    const children = found.flatMap((trace) => clauseNode(trace.clause, traces, asked, () => sometimes(trace, asked)));
    return children.length > 0 ? [{ id: does, kind: 'group', text: PARTS[does], open: true, children }] : [];
  });
}

/** Why a cell is undecided: text that cannot be read, or too many unknowns. */
function undecided({ partnership, product, cloud }: Asked): readonly Reason[] {
  const all = new Set(partnership.clouds.keys());
  const unread = [...partnership.clauses.values()].filter((clause) => clause.unreadable && clause.products.has(product) &&
    clause.type.contributions(clause, all).some(({ role, clouds }) => role === 'priority' || clouds.has(cloud)));
  if (unread.length === 0) {
    return [{ id: 'limit', kind: 'detail', text: `More unknowns touch this cell than can be decided (the limit is ${CELL_LIMITS.unknowns}). Assume some of them, or settle them in the file.` }];
  }
  return unread.map((clause) => ({
    id: clause.id, kind: 'clause', about: clause.id, place: clause.place, text: `${describeClause(clause, partnership)} It holds something that cannot be read, and may touch this cell. Mend it first.`,
  }));
}

function clauseNode(id: string, traces: readonly ClauseTrace[], asked: Asked, more: (clause: Clause) => string): readonly Reason[] {
  const clause = asked.partnership.clauses.get(id);
  if (!clause) return [];
  const words = [describeClause(clause, asked.partnership), more(clause)].filter((text) => text !== '').join(' ');
  return [{ id, kind: 'clause', text: words, about: id, place: clause.place, children: clauseDetails(clause, traces, asked) }];
}

/** In which case a clause that decides counts. */
const sometimes = ({ worlds, when }: ClauseTrace, { partnership }: Asked): string => (worlds === 'some' ? `It counts only if ${alternativesOf(when, partnership)}.` : '');

function elseWords(clause: Clause, { roles, waits, worlds, when }: ClauseTrace, partnership: Partnership): string {
  const only = worlds === 'some' ? ` It does so only if ${alternativesOf(when, partnership)}.` : '';
  if (waits) return `This cloud waits: ${leadWords(clause.lead, clause.start, partnership)}.${only}`;
  const words: Record<string, string> = {
    claim: 'claims the product for this cloud', bar: 'bars it here', leave: 'gives leave here', priority: 'gives this cloud priority',
  };
  return `It ${listWords(roles.map((role) => words[role] ?? role))}, and does not decide the status.${only}`;
}

/** Why a clause does not count in the baseline. */
function reasonWords(clause: Clause, { state, waits, worlds, when }: ClauseTrace, asked: Asked): string {
  const could = worlds === 'some' ? ` It counts if ${alternativesOf(when, asked.partnership)}.` : '';
  return `${reasonOf(clause, state, waits, asked)}${could}`;
}

function reasonOf(clause: Clause, state: ClauseTrace['state'], waits: boolean, { partnership, matrix: { precedence } }: Asked): string {
  switch (state.kind) {
    case 'contributes': return '';
    case 'not-yet': return `Not yet in force: it starts on ${formatDay(state.from)}.`;
    case 'over': {
      if (state.by !== undefined) {
        const ending = precedence.endings.get(clause.id)?.find(({ by, from }) => by === state.by && from === state.day);
        return ending ? `${endingWords(ending, partnership)}.` : `Over: ended by ${quoted(nameOf(partnership.agreements, state.by))}.`;
      }
      if (state.day !== undefined) return `Over: its term ended with ${formatDay(state.day - 1)}.`;
      if (waits) return 'Nobody waits for its cloud here on this day.';
      return `Over: its term ran ${termWords(clause.start, clause.end, partnership)}.`;
    }
    case 'suspended': return `Suspended by ${quoted(nameOf(partnership.agreements, state.by))}: it counts again from ${formatDay(state.until)}.`;
    case 'condition': return `Its condition is not met: ${clause.when ? conditionWords(clause.when, partnership) : 'none'}.`;
    case 'exception': return `Its exception holds: ${clause.unless ? conditionWords(clause.unless, partnership) : 'none'}.`;
    case 'yields': return `It yields here to ${listWords(state.to.map((id) => clauseName(id, partnership)))}.`;
  }
}

function depends(cell: Cell, partnership: Partnership): readonly Reason[] {
  if (cell.certain) return [];
  return cell.possible.map(({ status, when, more }, index) => ({
    id: status, kind: 'detail', text: `${capital(status)}${index === 0 ? ' (shown)' : ''} if ${alternativesOf(when, partnership)}${more ? ', or in other combinations' : ''}.`,
  }));
}

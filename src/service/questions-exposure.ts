import { BEGINNING, type Day, dayOrNull, describeInterval, FOREVER, formatDay, type Interval } from '../base/dates.js';
import { count, listWords } from '../base/words.js';
import type { Standing } from '../matrix/matrix.js';
import type { Precedence } from '../matrix/precedence.js';
import type { Assumptions, Clause, Partnership } from '../model/types.js';
import { eventsOf, latestEnd } from '../rules/support/terms.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { describeClause } from './names.js';
import { alternativesOf, cellName, clauseName, conditionWords, endingWords, unknownName } from './phrases.js';
import type { Answer, Line } from './questions.js';

/** How an exclusivity stands on a cell, worst first; all but the last are exposure. */
const STATES = ['undecided', 'breached', 'possibly breached', 'unprotected', 'possibly unprotected', 'protected'] as const;
type State = (typeof STATES)[number];

/** Cells and days on which an exclusivity stands alike. */
export interface ExposedRun extends Interval, Pick<Standing, 'holds' | 'holdsWhen' | 'state' | 'brokenWhen' | 'against'> {
  readonly is: State;
  readonly cells: readonly { readonly product: string; readonly cloud: string }[];
}

export interface Exposure {
  readonly clause: Clause;
  /** First day of its term and first day after it: its own end, or the day on which an agreement ends it for good. Events may end it sooner. */
  readonly term: Interval;
  /** Every run that is not protected, in the order of days. */
  readonly exposed: readonly ExposedRun[];
  /** First day after the last exposed one; undefined where it is never exposed. */
  readonly exposedTo: Day | undefined;
  /** First day after the last one on which all of its cells are protected; undefined where there is none. */
  readonly protectedTo: Day | undefined;
  /** Events that have not happened and would end it. */
  readonly endsWith: readonly string[];
}

/** How far an exclusivity protects its holder on each day of its term, on every cell that it claims or bars. */
export function exposureOf({ partnership, matrix }: Analysis, clause: Clause, assume: Assumptions = {}): Exposure {
  const ended = (matrix.precedence.endings.get(clause.id) ?? []).filter(({ kind }) => kind !== 'suspend').map(({ from }) => from);
  const term = { from: clause.start, to: Math.min(latestEnd(clause.end, partnership.events), ...ended) };
  const groups = new Map<string, ExposedRun>();
  for (const { product, cloud, ...standing } of matrix.standings(clause.id, undefined, assume)) {
    const is = stateOf(standing);
    const [from, to] = [Math.max(standing.from, term.from), Math.min(standing.to, term.to)];
    if (is === 'protected' || from >= to) continue;
    const { holds, holdsWhen, state, brokenWhen, against } = standing;
    const key = JSON.stringify([String(from), String(to), is, holdsWhen, brokenWhen, against, state]);
    groups.set(key, { from, to, is, holds, holdsWhen, state, brokenWhen, against, cells: [...(groups.get(key)?.cells ?? []), { product, cloud }] });
  }
  const exposed = [...groups.values()].sort((a, b) => (a.from === b.from ? STATES.indexOf(a.is) - STATES.indexOf(b.is) : a.from - b.from));
  let left: readonly Interval[] = term.from < term.to && clause.products.size > 0 ? [term] : [];
  for (const { from, to } of exposed) left = left.flatMap((run) => [{ from: run.from, to: Math.min(run.to, from) }, { from: Math.max(run.from, to), to: run.to }]).filter((run) => run.from < run.to);
  return {
    clause, term, exposed, protectedTo: left.at(-1)?.to,
    exposedTo: exposed.length === 0 ? undefined : Math.max(...exposed.map(({ to }) => to)),
    endsWith: term.to > partnership.asOf + 1 ? [...new Set(eventsOf(clause.end))].filter((id) => partnership.events.get(id)?.status === 'pending') : [],
  };
}

function stateOf({ holds, broken }: Pick<Standing, 'holds' | 'broken'>): State {
  if (holds === 'undecided') return 'undecided';
  if (broken !== 'none') return broken === 'all' ? 'breached' : 'possibly breached';
  return holds === 'all' ? 'protected' : holds === 'some' ? 'possibly unprotected' : 'unprotected';
}

/** Until when each exclusivity of the file and its imports is exposed. */
export function exposure(analysis: Analysis, assume: Assumptions): Answer {
  const { partnership } = analysis;
  const found = [...partnership.clauses.values()].filter(({ type }) => type.name === 'exclusivity').map((clause) => exposureOf(analysis, clause, assume));
  const exposed = found.filter((one) => one.exposed.length > 0);
  return {
    summary: found.length === 0 ? 'There is no exclusivity.' : `${exposed.length} of ${count(found.length, 'exclusivity', 'exclusivities')} ${exposed.length === 1 ? 'is' : 'are'} exposed on some day.`,
    lines: found.map((one): Line => ({
      text: `${clauseName(one.clause.id, partnership)}: ${describeClause(one.clause, partnership)}`,
      children: exposureLines(one, analysis).map((text) => ({ text })),
    })),
    data: {
      exclusivities: found.map(({ clause, term, exposed: runs, exposedTo, protectedTo, endsWith }) => ({
        clause: clause.id, by: clause.by, holder: clause.to, from: dayOrNull(term.from), to: dayOrNull(term.to), endsWith,
        isExposed: exposedTo !== undefined, lastExposed: lastDay(exposedTo), isProtected: protectedTo !== undefined, lastProtected: lastDay(protectedTo),
        exposed: runs.map(({ is, cells, from, to, against, brokenWhen, holdsWhen }) => ({ state: is, cells, from: dayOrNull(from), to: dayOrNull(to), against, brokenWhen, protectedWhen: holdsWhen })),
      })),
    },
  };
}

/** An exclusivity's exposure in sentences: the whole first, then run by run. */
export function exposureLines({ exposed, exposedTo, protectedTo, endsWith, clause }: Exposure, { partnership, matrix: { precedence } }: Analysis): readonly string[] {
  return [
    exposedTo === undefined ? 'Never exposed.' : exposedTo === FOREVER ? 'Exposed without an end.' : `Exposed; the last such day is ${formatDay(exposedTo - 1)}.`,
    protectedTo === undefined ? 'On no day is all of it protected.' : protectedTo === FOREVER ? `${exposedTo === undefined ? 'All' : 'From then on all'} of it is protected, without an end.` : `The last day on which all of it is protected is ${formatDay(protectedTo - 1)}.`,
    ...endedWords(clause, precedence, partnership),
    ...(endsWith.length > 0 ? [`It can end ${partnership.asOf >= clause.start ? `from ${formatDay(partnership.asOf + 1)} on` : 'sooner'}: when ${listWords(endsWith.map((id) => unknownName(id, partnership)), 'or')} happens.`] : []),
    ...exposed.map((run) => `${run.is.charAt(0).toUpperCase()}${run.is.slice(1)} ${describeInterval(run)}${reason(run, clause, partnership)}: ${cellWords(run.cells, partnership)}.`),
  ];
}

function reason({ is, against, brokenWhen, holdsWhen, state }: ExposedRun, clause: Clause, partnership: Partnership): string {
  switch (is) {
    case 'undecided':
    case 'protected': return '';
    case 'breached': return ` by ${listWords(against)}`;
    case 'possibly breached': return ` by ${listWords(against)} if ${alternativesOf(brokenWhen, partnership)}`;
    case 'possibly unprotected': return `, as it counts only if ${alternativesOf(holdsWhen, partnership)}`;
    case 'unprotected':
      switch (state.kind) {
        case 'suspended': return `, suspended by “${nameOf(partnership.agreements, state.by)}”`;
        case 'condition': return clause.when ? `, as it counts only where ${conditionWords(clause.when, partnership)}` : '';
        case 'exception': return clause.unless ? `, since ${conditionWords(clause.unless, partnership)}` : '';
        case 'yields': return `, as it yields to ${listWords(state.to.map((id) => clauseName(id, partnership)))}`;
        case 'over':
        case 'contributes':
        case 'not-yet': return '';
      }
  }
}

const endedWords = ({ id }: Clause, { endings }: Precedence, partnership: Partnership): readonly string[] =>
  (endings.get(id) ?? []).filter(({ kind }) => kind !== 'suspend').map((ending) => `${endingWords(ending, partnership)}.`);

/** Up to this many cells are named. */
const NAMED = 6;
const cellWords = (cells: ExposedRun['cells'], partnership: Partnership): string =>
  (cells.length > NAMED ? count(cells.length, 'cell') : listWords(cells.map(({ product, cloud }) => cellName(product, cloud, partnership))));

const lastDay = (to: Day | undefined): string | null => (to === undefined || to === FOREVER || to === BEGINNING ? null : formatDay(to - 1));

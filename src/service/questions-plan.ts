import { BEGINNING, dayOrNull, describeInterval, type Interval } from '../base/dates.js';
import { count } from '../base/words.js';
import { matrixOf } from '../matrix/build.js';
import type { Cell, CellInterval } from '../matrix/types.js';
import type { Assumptions } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { cellJson, changeText } from './cell-text.js';
import { compare, type ComparedConflict, type ConflictDays, conflictTerm } from './compare.js';
import { cellName, clauseName } from './phrases.js';
import type { Answer, Line } from './questions.js';

/**
 * The analysis as if an agreement did not exist: its clauses, and whatever it ends, amends or overrides. Findings stay as
 * they were. What other agreements say about it has no object.
 */
export function withoutAgreement(analysis: Analysis, id: string): Analysis {
  const { partnership } = analysis;
  const agreements = new Map([...partnership.agreements].filter(([each]) => each !== id));
  const clauses = new Map([...partnership.clauses].filter(([, clause]) => clause.agreement !== id));
  const without = { ...partnership, agreements, clauses };
  return { ...analysis, partnership: without, matrix: matrixOf(without) };
}

/** A cell over a run of days on which the agreement makes a difference. */
interface Change extends Interval { readonly product: string; readonly cloud: string; readonly before: Cell; readonly after: Cell }

/**
 * What an agreement changes: the file without it is compared with the file as it is, on every day and in every world. So
 * nothing counts that happens on the same day for another reason.
 */
export function plan(analysis: Analysis, agreement: string, assume: Assumptions): Answer {
  const { partnership } = analysis;
  const declared = partnership.agreements.get(agreement);
  const start = declared?.start ?? BEGINNING;
  const at = Number.isFinite(start) ? start : partnership.asOf;
  const without = withoutAgreement(analysis, agreement);
  const { introduced, resolved, remaining } = compare({ analysis: without, at, assume }, { analysis, at, assume }, 'ever');
  const changes = [...partnership.products.keys()].flatMap((product) => [...partnership.clouds.keys()].flatMap((cloud): Change[] =>
    differences(without.matrix.timeline(product, cloud, assume), analysis.matrix.timeline(product, cloud, assume)).map((run) => ({ product, cloud, ...run }))));
  const own = declared?.clauses ?? [];
  const all = new Set(partnership.clouds.keys());
  const idle = own.filter((clause) => clause.type.contributions({ ...clause, clouds: all }, all).length > 0 && !analysis.matrix.everContributes(clause.id)).map(({ id }) => id);
  const powerless = analysis.matrix.precedence.violations.filter((violation) => violation.agreement === agreement);
  const cells = new Set(changes.map(({ product, cloud }) => `${product} ${cloud}`)).size;
  const name = declared?.name ?? agreement;
  const part = (title: string, lines: readonly string[]): readonly Line[] => (lines.length === 0 ? [] : [{ text: `${title}: ${lines.length}`, children: lines.map((text) => ({ text })) }]);
  const conflict = (one: ComparedConflict): string => `${cellName(one.product, one.cloud, partnership)}: ${one.clauses.join(', ')}; ${conflictTerm(one)}`;
  return {
    summary: cells === 0 && introduced.length + resolved.length === 0 ? `“${name}” changes no cell on any day.`
      : `“${name}” changes ${count(cells, 'cell')}, introduces ${count(introduced.length, 'conflict')}, resolves ${resolved.length} and leaves ${remaining.length}.`,
    lines: [
      ...part('Changes', changes.map(({ product, cloud, before, after, ...days }) => `${cellName(product, cloud, partnership)}, ${describeInterval(days)}: ${changeText(before, after)}`)),
      ...part('Conflicts introduced', introduced.map(conflict)), ...part('Conflicts resolved', resolved.map(conflict)), ...part('Conflicts remaining', remaining.map(conflict)),
      ...part('Without effect', [
        ...idle.map((id) => `${clauseName(id, partnership)} changes no cell on any day in any world`),
        ...powerless.map(({ clause, kind }) => `\`${kind}\` on ${clauseName(clause, partnership)}: its holder, ${partyOf(analysis, clause)}, has not signed`),
      ]),
    ],
    data: {
      agreement, from: dayOrNull(start),
      changes: changes.map(({ product, cloud, from, to, before, after }) => ({ product, cloud, from: dayOrNull(from), to: dayOrNull(to), before: cellJson(before), after: cellJson(after) })),
      conflicts: { introduced: introduced.map(conflictData), resolved: resolved.map(conflictData), remaining: remaining.map(conflictData) },
      withoutEffect: idle, withoutPower: powerless.map(({ kind, clause }) => ({ key: kind, clause, holder: partnership.clauses.get(clause)?.to ?? null })),
    },
  };
}

/** Runs of days on which two timelines of a cell differ, and how. Marks do not count. */
function differences(before: readonly CellInterval[], after: readonly CellInterval[]): readonly (Interval & { readonly before: Cell; readonly after: Cell })[] {
  const found: (Interval & { readonly before: Cell; readonly after: Cell })[] = [];
  const key = (cell: Cell): string => JSON.stringify([cell.status, cell.certain, cell.possible.map(({ status }) => status).sort(), cell.because]);
  for (const one of before) {
    for (const other of after) {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (from >= to || key(one.cell) === key(other.cell)) continue;
      const last = found.at(-1);
      if (last?.to === from && key(last.before) === key(one.cell) && key(last.after) === key(other.cell)) found[found.length - 1] = { ...last, to };
      else found.push({ from, to, before: one.cell, after: other.cell });
    }
  }
  return found;
}

const partyOf = ({ partnership }: Analysis, clause: string): string => {
  const holder = partnership.clauses.get(clause)?.to ?? '';
  return nameOf(partnership.parties, holder);
};
const days = (list: readonly ConflictDays[]) => list.map(({ from, to, certain }) => ({ from: dayOrNull(from), to: dayOrNull(to), certain }));
const conflictData = ({ product, cloud, clauses, before, after }: ComparedConflict) => ({ product, cloud, clauses, before: days(before), after: days(after) });

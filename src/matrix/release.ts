import { BEGINNING, type Day, FOREVER } from '../base/dates.js';
import type { Assumptions, Condition } from '../model/types.js';
import { FALSE, TRUE } from './diagram.js';
import { Evaluator } from './evaluate.js';
import type { Release, Truth } from './matrix.js';
import type { Precedence } from './precedence.js';
import type { Status } from './types.js';

/** Statuses under which a product is served, or may be, without waiting. */
export const SERVED: ReadonlySet<string> = new Set<Status>(['available', 'exclusive', 'first']);

/**
 * Ends what bars the cell in the baseline, then what makes it wait, and evaluates again until nothing of either is left:
 * a clause that has ended no longer overrides others, so new ones may come into force.
 */
export function releaseOf(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day): Release | undefined {
  const { partnership, precedence } = evaluator;
  const ended: Release['ended'][number][] = [];
  for (let without = evaluator; ;) {
    const left = without.on<Release['ended'] | undefined>(product, cloud, day, () => {
      const { bars, waits } = without.terms(product, cloud, day);
      const [barring, waiting] = [bars, waits].map((effects) => effects.filter(without.inBaseline).map(({ clause }) => clause.id)) as [string[], string[]];
      return barring.length > 0 ? barring.map((clause) => ({ clause, role: 'bar' as const })) : waiting.map((clause) => ({ clause, role: 'wait' as const }));
    }, undefined);
    const cell = without.cell(product, cloud, day);
    if (left === undefined || cell.status === 'undecided') return undefined;
    if (left.length === 0 || SERVED.has(cell.status)) return { ended, cell };
    ended.push(...left);
    without = new Evaluator(partnership, ending(precedence, ended.map(({ clause }) => clause), evaluator), assume);
  }
}

/** The precedence as if these clauses had never been in force. */
function ending(precedence: Precedence, clauses: readonly string[], { partnership }: Evaluator): Precedence {
  const endings = new Map(precedence.endings);
  for (const id of clauses) {
    const clause = partnership.clauses.get(id);
    if (clause) endings.set(id, [{ by: clause.agreement, kind: 'end', from: BEGINNING, to: FOREVER, with: undefined, place: clause.place }]);
  }
  return { ...precedence, endings };
}

export function truthOf(evaluator: Evaluator, condition: Condition, product: string, cloud: string, day: Day): Truth | undefined {
  return evaluator.on<Truth | undefined>(product, cloud, day, () => {
    const { worlds } = evaluator;
    const holds = worlds.condition(condition, product, day);
    return { baseline: worlds.diagrams.baseline(holds) === TRUE, worlds: holds === TRUE ? 'all' : holds === FALSE ? 'none' : 'some' };
  }, undefined);
}

import type { Day } from '../base/dates.js';
import { FALSE, TRUE } from './diagram.js';
import type { Evaluator } from './evaluate.js';
import { CELL_LIMITS } from './limits.js';
import type { Anywhere } from './matrix.js';
import { SERVED } from './release.js';
import { STATUSES } from './types.js';

/** In which worlds the product is served on at least one of the clouds: their cells are taken together, since the unknowns are the same. */
export function anywhereOf(evaluator: Evaluator, product: string, clouds: readonly string[], day: Day): Anywhere | undefined {
  const [first] = clouds;
  if (first === undefined) return { baseline: false, worlds: 'none', when: [] };
  if (clouds.some((cloud) => evaluator.unknownsTouching(product, cloud, day) > CELL_LIMITS.unknowns)) return undefined;
  return evaluator.on<Anywhere | undefined>(product, first, day, () => {
    const { diagrams } = evaluator.worlds;
    const served = diagrams.any(clouds.map((cloud) => {
      evaluator.winnersFirst(product, cloud, day);
      const { status } = evaluator.terms(product, cloud, day);
      return diagrams.any(STATUSES.flatMap((name, index) => (SERVED.has(name) ? [diagrams.is(status, index)] : [])));
    }));
    const worlds = served === TRUE ? 'all' : served === FALSE ? 'none' : 'some';
    return { baseline: diagrams.baseline(served) === TRUE, worlds, when: worlds === 'some' ? evaluator.smallestSets(() => served).when : [] };
  }, undefined);
}

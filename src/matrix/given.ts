import { interned, Remembered, RememberedBy } from '../base/remembered.js';
import { inParts, outcomeOf, type Steps } from '../base/steps.js';
import type { Contribution, Role } from '../clauses/clause-type.js';
import type { Agreement, Clause, Partnership } from '../model/types.js';
import { MATRIX_CELLS } from './limits.js';

/** What a clause contributes: all of it, and by cloud. */
export interface Given {
  readonly all: readonly Contribution[];
  readonly onCloud: ReadonlyMap<string, readonly Contribution[]>;
}

const GIVEN = new Remembered<Given>();
const BY_PRODUCT = new Remembered<ReadonlyMap<string, readonly Clause[]>>();
const UNMODELLED = new Remembered<readonly (Agreement | Clause)[]>();
const CLOUDS = new Remembered<{ readonly key: string; readonly ids: ReadonlySet<string> }>();
const CHUNKS = new RememberedBy<readonly Clause[]>();
const LISTS = new Remembered<readonly Clause[]>();
const INDEXES = new Remembered<GivenBy>();

/** The clauses of a partnership by what they give, put together from what is remembered of each agreement. */
export interface GivenBy {
  of(clause: Clause): Given;
  /** The clauses that can contribute to some cell of the product, in file order: the very same list as long as these are. */
  clausesOf(product: string): readonly Clause[];
  /** The products whose cells are beyond the limit of a matrix: all of them are undecided. */
  readonly beyond: ReadonlySet<string>;
  /** Agreements and clauses with text that no clause type carries. */
  readonly unmodelled: readonly (Agreement | Clause)[];
}

export const givenBy = (partnership: Partnership): GivenBy => outcomeOf(givenSteps(partnership));

/** Agreements whose clauses are looked at in one step. */
const AGREEMENTS_AT_ONCE = 10;

/** As `givenBy`, in parts. */
export const givenSteps = (partnership: Partnership): Steps<GivenBy> => INDEXES.stepsOf(partnership, [], function* () {
  const clouds = CLOUDS.of(partnership.clouds, [], () => ({ key: interned(JSON.stringify([...partnership.clouds.keys()])), ids: new Set(partnership.clouds.keys()) }));
  const of = (clause: Clause): Given => GIVEN.of(clause, [clouds.key], () => {
    const all = clause.type.contributions(clause, clouds.ids);
    return { all, onCloud: byCloud(all) };
  });
  const chunks = new Map<string, (readonly Clause[])[]>();
  const unmodelled: (Agreement | Clause)[] = [];
  for (const agreement of inParts(partnership.agreements.values(), AGREEMENTS_AT_ONCE)) {
    if (!agreement) {
      yield;
      continue;
    }
    const index = BY_PRODUCT.of(agreement, [clouds.key], () => byProduct(agreement.clauses.filter((clause) => of(clause).all.length > 0)));
    for (const [product, clauses] of index) {
      const list = chunks.get(product);
      if (list) list.push(clauses);
      else chunks.set(product, [clauses]);
    }
    unmodelled.push(...UNMODELLED.of(agreement, [], () => [agreement, ...agreement.clauses].filter((holder) => holder.unmodelled.length > 0)));
  }
  const lists = new Map<string, readonly Clause[]>();
  const within = Math.floor(MATRIX_CELLS / Math.max(1, clouds.ids.size));
  return {
    of, unmodelled, beyond: partnership.products.size > within ? new Set([...partnership.products.keys()].slice(within)) : NONE,
    clausesOf: (product) => {
      const known = lists.get(product);
      if (known) return known;
      const [first, ...more] = chunks.get(product) ?? [];
      const list = first ? LISTS.of(first, more, () => [...first, ...more.flat()]) : [];
      lists.set(product, list);
      return list;
    },
  };
});

/** Whether the clause does this to the cells of its products on the cloud. */
export const plays = (partnership: Partnership, clause: Clause, role: Role, cloud: string): boolean =>
  givenBy(partnership).of(clause).onCloud.get(cloud)?.some((contribution) => contribution.role === role) === true;

const NONE: ReadonlySet<string> = new Set();

function byProduct(clauses: readonly Clause[]): ReadonlyMap<string, readonly Clause[]> {
  const found = new Map<string, Clause[]>();
  for (const clause of clauses) {
    for (const product of clause.products) {
      const list = found.get(product);
      if (list) list.push(clause);
      else found.set(product, [clause]);
    }
  }
  // The very same lists as before, where these are the very same clauses.
  return new Map([...found].map(([product, list]) => [product, CHUNKS.of(list[0]!, product, list, () => list)]));
}

function byCloud(contributions: readonly Contribution[]): ReadonlyMap<string, readonly Contribution[]> {
  const found = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    for (const cloud of contribution.clouds) {
      const list = found.get(cloud);
      if (list) list.push(contribution);
      else found.set(cloud, [contribution]);
    }
  }
  return found;
}

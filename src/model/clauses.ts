import { Remembered } from '../base/remembered.js';
import type { Agreement, Clause } from './types.js';

const BY_ID = new Remembered<ReadonlyMap<string, Clause>>();

/** Every clause of some agreements by `agreement/clause`, in the order of the text: a view that copies nothing. */
export class ClausesOf implements ReadonlyMap<string, Clause> {
  constructor(private readonly agreements: ReadonlyMap<string, Agreement>) {}

  get size(): number {
    let size = 0;
    for (const { clauses } of this.agreements.values()) size += clauses.length;
    return size;
  }

  /** An id may hold slashes of its own where it is a bad one. */
  get(id: string): Clause | undefined {
    for (let slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1)) {
      const agreement = this.agreements.get(id.slice(0, slash));
      const found = agreement && BY_ID.of(agreement, [], () => new Map(agreement.clauses.map((clause) => [clause.id, clause]))).get(id);
      if (found) return found;
    }
    return undefined;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  *values(): MapIterator<Clause> {
    for (const { clauses } of this.agreements.values()) yield* clauses;
  }

  *keys(): MapIterator<string> {
    for (const { id } of this.values()) yield id;
  }

  *entries(): MapIterator<[string, Clause]> {
    for (const clause of this.values()) yield [clause.id, clause];
  }

  [Symbol.iterator](): MapIterator<[string, Clause]> {
    return this.entries();
  }

  forEach(work: (clause: Clause, id: string, map: ReadonlyMap<string, Clause>) => void): void {
    for (const clause of this.values()) work(clause, clause.id, this);
  }
}

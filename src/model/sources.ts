import type { Partnership, Source } from './types.js';

/** How well a clause is known: what its own source says; without one, its agreement's (docs/language.md, Rulings). */
export function sourceStatus(clause: string, { clauses, agreements }: Partnership): Source['status'] {
  const found = clauses.get(clause);
  return (found?.source ?? agreements.get(found?.agreement ?? '')?.source)?.status;
}

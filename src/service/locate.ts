import type { Place } from '../base/span.js';
import type { Analysis } from './analysis.js';

/** In the order in which an id is looked up. */
const ORDER = ['clause', 'agreement', 'product', 'cloud', 'party', 'event', 'fact', 'reading', 'service', 'choice'] as const;

/** Where an id is declared: a clause as `agreement/clause`, anything else by its own id. */
export function locate({ partnership }: Analysis, id: string): Place | undefined {
  const found = partnership.references.filter((reference) => reference.role === 'declaration' && reference.id === id);
  return ORDER.map((namespace) => found.find((reference) => reference.namespace === namespace)?.place).find((place) => place !== undefined);
}

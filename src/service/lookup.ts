import { contains, type Place } from '../base/span.js';
import type { Namespace } from '../grammar/types.js';
import type { Declared, Literal, Partnership, Reference } from '../model/types.js';

/** Look-ups by offset and by id that several features share. */

const inside = (place: Place, file: string, offset: number): boolean => place.file === file && contains(place, offset);

/** The innermost use or declaration of a name at the offset. */
export function referenceAt({ references }: Partnership, file: string, offset: number): Reference | undefined {
  let best: Reference | undefined;
  for (const reference of references) {
    if (inside(reference.place, file, offset) && (!best || length(reference.place) < length(best.place))) best = reference;
  }
  return best;
}

export const literalAt = ({ literals }: Partnership, file: string, offset: number): Literal | undefined =>
  literals.find(({ place }) => inside(place, file, offset));

const length = ({ start, end }: Place): number => end - start;

export const sameName = (a: Reference, b: Reference): boolean => a.namespace === b.namespace && a.id === b.id;

export const declarationOf = ({ references }: Partnership, name: Reference): Reference | undefined =>
  references.find((reference) => reference.role === 'declaration' && sameName(reference, name));

/** The declaration of an id. Services and choices have none of their own: they belong to a cloud or a reading. */
export function declaredAs(partnership: Partnership, namespace: Namespace, id: string): Declared | undefined {
  switch (namespace) {
    case 'party': return partnership.parties.get(id);
    case 'cloud': return partnership.clouds.get(id);
    case 'product': return partnership.products.get(id);
    case 'event': return partnership.events.get(id);
    case 'fact': return partnership.facts.get(id);
    case 'reading': return partnership.readings.get(id);
    case 'agreement': return partnership.agreements.get(id);
    case 'clause': return partnership.clauses.get(id);
    case 'service':
    case 'choice': return undefined;
  }
}

export const textOfFile = ({ files }: Partnership, file: string): string | undefined => files.get(file)?.text;

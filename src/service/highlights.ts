import type { Place } from '../base/span.js';
import type { Analysis } from './analysis.js';
import { referenceAt, sameName } from './lookup.js';

export interface Highlight {
  readonly place: Place;
  readonly declaration: boolean;
}

/** Every place in the file that names what the offset names, in order. */
export function highlights({ partnership }: Analysis, file: string, offset: number): readonly Highlight[] {
  const name = referenceAt(partnership, file, offset);
  if (!name) return [];
  return partnership.references
    .filter((reference) => reference.place.file === file && sameName(reference, name))
    .map(({ place, role }) => ({ place, declaration: role === 'declaration' }))
    .sort((a, b) => a.place.start - b.place.start);
}

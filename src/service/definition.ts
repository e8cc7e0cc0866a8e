import { contains, type Place, type Span } from '../base/span.js';
import type { Analysis } from './analysis.js';
import { declarationOf, referenceAt } from './lookup.js';

export interface Definition {
  /** What was pointed at. */
  readonly origin: Span;
  readonly target: Place;
}

/** Where the name at the offset is declared, or the start of the file that an import names. */
export function definition({ partnership }: Analysis, file: string, offset: number): Definition | undefined {
  const reference = referenceAt(partnership, file, offset);
  if (reference) {
    const declaration = declarationOf(partnership, reference);
    return declaration && { origin: reference.place, target: declaration.place };
  }
  const imported = partnership.files.get(file)?.imports.find(({ place }) => contains(place, offset));
  return imported && { origin: imported.place, target: { file: imported.file, start: 0, end: 0 } };
}

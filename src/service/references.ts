import { compareText } from '../base/findings.js';
import type { Place } from '../base/span.js';
import type { Reference } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { referenceAt, sameName } from './lookup.js';

/** Every use of the name at the offset, in every file of the analysis, in order; with its declaration where asked. */
export function references({ partnership }: Analysis, file: string, offset: number, declaration: boolean): readonly Place[] {
  const name = referenceAt(partnership, file, offset);
  return name ? usesOf(partnership.references, name, declaration) : [];
}

/** The uses of a name among references, sorted by file and place. */
export function usesOf(all: readonly Reference[], name: Reference, declaration: boolean): readonly Place[] {
  return all.filter((reference) => sameName(reference, name) && (declaration || reference.role === 'use'))
    .map(({ place }) => place)
    .sort((a, b) => compareText(a.file, b.file) || a.start - b.start);
}

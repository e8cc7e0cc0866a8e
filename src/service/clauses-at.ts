import { contains, type Place } from '../base/span.js';
import type { Analysis } from './analysis.js';
import { referenceAt, textOfFile } from './lookup.js';

/** The clause at an offset of any file of the analysis, the clauses of the agreement there, or those that a name there stands for. */
export function clausesAt({ partnership }: Analysis, file: string, offset: number): readonly string[] {
  const { agreements, clauses } = partnership;
  const of = (agreement: string): readonly string[] => agreements.get(agreement)?.clauses.map(({ id }) => id) ?? [];
  const name = referenceAt(partnership, file, offset);
  if (name?.namespace === 'clause') return clauses.has(name.id) ? [name.id] : [];
  if (name?.namespace === 'agreement') return of(name.id);
  const here = ({ whole }: { readonly whole: Place }): boolean => whole.file === file && contains(whole, offset);
  const clause = [...clauses.values()].find(here);
  if (clause) return [clause.id];
  const agreement = [...agreements.values()].find(here);
  return agreement ? of(agreement.id) : [];
}

/** Where clauses are written, whole, without the white space after them; ids that are no clause are left out. */
export const placesOfClauses = ({ partnership }: Analysis, ids: readonly string[]): readonly Place[] =>
  ids.flatMap((id) => {
    const whole = partnership.clauses.get(id)?.whole;
    return whole ? [{ file: whole.file, start: whole.start, end: whole.start + (textOfFile(partnership, whole.file) ?? '').slice(whole.start, whole.end).trimEnd().length }] : [];
  });

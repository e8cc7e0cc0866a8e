/** Words that more than one side of the protocol says. */
import type { MatrixView } from './protocol.js';

/**
 * Says texts in some language, by the English ones; `{0}` stands for the first value. It is what the editor gives as `l10n`, so
 * a text is found for translation where it stands as `l10n.t('…')`.
 */
export interface Words { readonly t: (text: string, ...values: (string | number)[]) => string }

/** A text with its values in place. */
export const filled = (text: string, ...values: readonly (string | number)[]): string => text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

export const ENGLISH: Words = { t: filled };

/** `1 world`, `1,536 worlds`, and from a million on exact as powers: `2^30 worlds`. */
export function worldsText(worlds: bigint, l10n = ENGLISH): string {
  return worlds === 1n ? l10n.t('1 world') : l10n.t('{0} worlds', worlds < 1_000_000n ? Number(worlds).toLocaleString('en-US') : powers(worlds));
}

/** The prime factors of a number that has small ones only; what is left beyond them as it is. */
function powers(number: bigint): string {
  const factors: string[] = [];
  let rest = number;
  for (let prime = 2n; rest > 1n && prime < 1_000n; prime += 1n) {
    let exponent = 0;
    for (; rest % prime === 0n; rest /= prime) exponent += 1;
    if (exponent > 0) factors.push(exponent === 1 ? `${prime}` : `${prime}^${exponent}`);
  }
  return [...factors, ...(rest > 1n ? [`${rest}`] : [])].join(' × ');
}

/** Reads after "no conflict": `in any of 16 worlds`. */
export const inAnyOf = (worlds: bigint): string => (worlds === 1n ? 'in the one world that there is' : `in any of ${worldsText(worlds)}`);
export const inSomeOf = (worlds: bigint): string => (worlds === 1n ? 'in the one world that there is' : `in at least one of ${worldsText(worlds)}`);

/** Whether some cell of the day is in conflict, and how many worlds that speaks of. Nothing is said of undecided cells. */
export function conflictsOnDay(view: Pick<MatrixView, 'at' | 'asOf' | 'cells' | 'worlds'>, l10n = ENGLISH): string {
  const worlds = BigInt(worldsOn(view));
  const clashing = view.cells.filter(({ possible }) => possible.some(({ status }) => status === 'conflict')).length;
  const undecided = view.cells.filter(({ status }) => status === 'undecided').length;
  const number = (cells: number): string => (cells === 1 ? l10n.t('1 cell') : l10n.t('{0} cells', cells));
  const one = worlds === 1n;
  const among = worldsText(worlds, l10n);
  const says = clashing === 0 ? one ? l10n.t('No conflict on this day in the one world that there is') : l10n.t('No conflict on this day in any of {0}', among)
    : one ? l10n.t('{0} in conflict on this day, in the one world that there is', number(clashing)) : l10n.t('{0} in conflict on this day, in at least one of {1}', number(clashing), among);
  return undecided === 0 ? `${says}.` : l10n.t('{0}; {1} undecided and not covered.', says, number(undecided));
}

/** The number of worlds on the day of the view, in digits. */
export const worldsOn = ({ at, asOf, worlds: { known, later } }: Pick<MatrixView, 'at' | 'asOf' | 'worlds'>): string => (at > asOf ? later : known);

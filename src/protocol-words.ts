/** Words that more than one side of the protocol says. */
import type { MatrixView } from './protocol.js';

/** `1 world`, `1,536 worlds`, and from a million on exact as powers: `2^30 worlds`. */
export function worldsText(worlds: bigint): string {
  return worlds === 1n ? '1 world' : `${worlds < 1_000_000n ? Number(worlds).toLocaleString('en-US') : powers(worlds)} worlds`;
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
export function conflictsOnDay(view: Pick<MatrixView, 'at' | 'asOf' | 'cells' | 'worlds'>): string {
  const worlds = BigInt(worldsOn(view));
  const clashing = view.cells.filter(({ possible }) => possible.some(({ status }) => status === 'conflict')).length;
  const undecided = view.cells.filter(({ status }) => status === 'undecided').length;
  const number = (cells: number): string => `${cells} ${cells === 1 ? 'cell' : 'cells'}`;
  const says = clashing === 0 ? `No conflict on this day ${inAnyOf(worlds)}` : `${number(clashing)} in conflict on this day, ${inSomeOf(worlds)}`;
  return `${says}${undecided === 0 ? '' : `; ${number(undecided)} undecided and not covered`}.`;
}

/** The number of worlds on the day of the view, in digits. */
export const worldsOn = ({ at, asOf, worlds: { known, later } }: Pick<MatrixView, 'at' | 'asOf' | 'worlds'>): string => (at > asOf ? later : known);

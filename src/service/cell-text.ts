import type { Cell } from '../matrix/types.js';

/** Every possible status, the baseline's first. */
export const cellText = (cell: Cell): string => (cell.possible.length > 1 ? cell.possible.map(({ status }) => status).join(' | ') : cell.status);

/** `barred → conflict (deal/clause)`; where the status stays, that only what it rests on changes. */
export function changeText(from: Cell | undefined, to: Cell | undefined): string {
  const [before, after] = [from, to].map((cell) => (cell ? cellText(cell) : 'not there'));
  const because = to && to.because.length > 0 ? ` (${to.because.join(', ')})` : '';
  return before === after ? `still ${after}, for other reasons${because}` : `${before} → ${after}${because}`;
}

export const cellJson = ({ status, certain, possible, because }: Cell) => ({ status, certain, possible: possible.map((one) => one.status), because });

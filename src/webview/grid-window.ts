/** Which of many equally large lines are drawn: those in sight, some around them, and one that must not go away. */

/** A line that is drawn, or a gap of as many lines that are not. `from` is the first line of either. */
export type Piece = { readonly from: number; readonly index: number } | { readonly from: number; readonly gap: number };

/** Lines are drawn in blocks of this many, so that little changes while one scrolls. */
const BLOCK = 8;

export interface Sight { /** First line in sight. */ readonly first: number; /** Lines in sight. */ readonly count: number }

/** The blocks that are in sight, and one more on each side. */
export function blocksIn({ first, count }: Sight, total: number): readonly [from: number, to: number] {
  const from = Math.max(0, (Math.floor(first / BLOCK) - 1) * BLOCK);
  const to = Math.min(total, (Math.ceil((first + count) / BLOCK) + 1) * BLOCK);
  return [Math.min(from, total), Math.max(Math.min(from, total), to)];
}

/** All of `total` lines as pieces, in order. `keep` is drawn wherever it is. */
export function pieces([from, to]: readonly [number, number], total: number, keep: number | undefined): readonly Piece[] {
  const drawn = Array.from({ length: to - from }, (_, index) => from + index);
  if (keep !== undefined && keep >= 0 && keep < total && (keep < from || keep >= to)) drawn.push(keep);
  drawn.sort((a, b) => a - b);
  const result: Piece[] = [];
  let next = 0;
  for (const index of drawn) {
    if (index > next) result.push({ from: next, gap: index - next });
    result.push({ from: index, index });
    next = index + 1;
  }
  if (next < total) result.push({ from: next, gap: total - next });
  return result;
}

/** Which of many equally large lines are drawn: those in sight, some around them, and one that must not go away. */

/** A line that is drawn, or a gap of as many lines that are not. `from` is the first line of either. */
export type Piece = { readonly from: number; readonly index: number } | { readonly from: number; readonly gap: number };

export interface Sight { /** First line in sight. */ readonly first: number; /** Lines in sight. */ readonly count: number; /** Lines are drawn in blocks of this many, so that little changes while one scrolls. */ readonly block: number }

/** The first line of the block that a line is in. */
export const blockOf = (line: number, block: number): number => Math.max(0, Math.floor(line / block) * block);

/** The blocks that are in sight however far the first one is scrolled, and one more before them. */
export function blocksIn({ first, count, block }: Sight, total: number): readonly [from: number, to: number] {
  const from = Math.min(total, Math.max(0, blockOf(first, block) - block));
  return [from, Math.max(from, Math.min(total, blockOf(first + count, block) + 2 * block))];
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

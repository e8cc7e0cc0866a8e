import type { Work } from './work.js';

/** Takes one step after the other and lets the server answer others in between; stops where nobody wants it any longer, and with what it has found where its time is over. */
export async function stepwise<T>(steps: Iterable<T | undefined>, wanted: () => boolean, work: Work): Promise<readonly T[]> {
  const found: T[] = [];
  for (const step of steps) {
    if (step !== undefined) found.push(step);
    if (await work.pause() === 'late' || !wanted()) break;
  }
  return found;
}

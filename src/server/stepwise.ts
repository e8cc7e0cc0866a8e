/** Takes one step after the other and lets the server answer others in between; stops where nobody wants it any longer. */
export async function stepwise<T>(steps: Iterable<T | undefined>, wanted: () => boolean): Promise<readonly T[]> {
  const found: T[] = [];
  for (const step of steps) {
    if (step !== undefined) found.push(step);
    await new Promise<void>((next) => void setTimeout(next, 0));
    if (!wanted()) break;
  }
  return found;
}

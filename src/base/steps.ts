/**
 * What is computed in parts: each step is far below what anybody notices, so that whoever computes can look at something else in
 * between, or give it up. The last one has the outcome.
 */
export type Steps<T> = Generator<undefined, T>;

/** Takes all steps at once. */
export function outcomeOf<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The parts of a list that are handled in one step each. */
export function* inParts<T>(list: Iterable<T>, size: number): Generator<T | undefined> {
  let count = 0;
  for (const one of list) {
    yield one;
    count += 1;
    if (count % size === 0) yield undefined;
  }
}

/** What each item of a list gives; so many items in one step, where they have no steps of their own. */
export function* mapInParts<T, U>(list: Iterable<T>, size: number, of: (one: T) => Steps<U>): Steps<U[]> {
  const all: U[] = [];
  for (const one of list) {
    all.push(yield* of(one));
    if (all.length % size === 0) yield;
  }
  return all;
}

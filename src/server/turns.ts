import type { Steps } from '../base/steps.js';

/** Milliseconds on a clock that never goes back. */
export type Clock = () => number;

/** Milliseconds that are computed before others are looked at: far below what anybody notices. */
const SLICE = 10;

/** What is computed in parts: when it is time for others, and their turn. */
export class Slices {
  private start: number;

  constructor(private readonly clock: Clock) {
    this.start = clock();
  }

  isOver(): boolean {
    return this.clock() - this.start >= SLICE;
  }

  /** Takes one step after the other, and lets others in between where it is time for that. Undefined once it is not wanted any longer. */
  async through<T>(steps: Steps<T>): Promise<T>;
  async through<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined>;
  async through<T>(steps: Steps<T>, isWanted = () => true): Promise<T | undefined> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (this.isOver()) await this.others();
      if (!isWanted()) return undefined;
    }
  }

  /** Messages that have arrived are read before it goes on. */
  async others(): Promise<void> {
    await new Promise<void>((next) => void setTimeout(next, 0));
    this.start = this.clock();
  }
}

const soon: (then: () => void) => unknown = typeof setImmediate === 'function' ? setImmediate : (then) => setTimeout(then, 0);

/**
 * Calls `then` after a message that has arrived with the present one is read, and after an answer that is ready is written: in Node, the connection takes one turn of
 * the event loop for each, of this same kind. A timer would not do: after a long turn it is due before them.
 */
export const afterMessages = (then: () => void): void => void soon(() => soon(then));

import { type CancellationToken, ResponseError } from 'vscode-jsonrpc';
import { LIMITS } from '../syntax/limits.js';
import { LSPErrorCodes } from './lsp.js';
import { type Clock, Slices } from './turns.js';

/** What a request has computed so far counts, and it can go on. */
export type Going = 'on' | 'late';

/** One request: whether it is still wanted, and how long it may still take. What it computes in parts asks between two of them. */
export class Work {
  private readonly start: number;
  private readonly slices: Slices;

  constructor(private readonly what: string, readonly token: CancellationToken, private readonly clock: Clock, private readonly isStale = () => false) {
    this.start = clock();
    this.slices = new Slices(clock);
  }

  /**
   * Lets the server answer others, where it is time for that. Fails where the request was taken back, and where what it computes
   * with has become another meanwhile; tells where it has had all of its time.
   */
  async pause(): Promise<Going> {
    if (this.slices.isOver()) await this.slices.others();
    if (this.token.isCancellationRequested) throw this.takenBack();
    if (this.isStale()) throw new ResponseError(LSPErrorCodes.ContentModified, `${this.what}: the text has changed.`);
    return this.clock() - this.start < LIMITS.requestTime ? 'on' : 'late';
  }

  /**
   * Takes one step after the other, and gives the outcome. Fails where the request was taken back, and where it has had all of its
   * time: unless it is `patient`, for what every later request would have to compute as well.
   */
  async through<T>(steps: Generator<unknown, T>, patient = false): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (await this.pause() === 'late' && !patient) throw this.tooLong();
    }
  }

  /** The answer; the refusal as soon as the request is taken back, even though what computes the answer may still be on its way to a pause. */
  async unlessTakenBack<T>(answer: Promise<T>): Promise<T> {
    answer.catch(() => undefined); // nobody waits for it any longer
    let listening: { dispose(): void } | undefined;
    const refused = new Promise<never>((_, refuse) => {
      listening = this.token.onCancellationRequested(() => refuse(this.takenBack()));
      if (this.token.isCancellationRequested) refuse(this.takenBack());
    });
    try {
      return await Promise.race([answer, refused]);
    } finally {
      listening?.dispose();
    }
  }

  private takenBack(): ResponseError {
    return new ResponseError(LSPErrorCodes.RequestCancelled, `${this.what} was taken back.`);
  }

  private tooLong(): ResponseError {
    return new ResponseError(LSPErrorCodes.RequestFailed, `${this.what} was given up: it takes more than ${LIMITS.requestTime / 1000} seconds. Ask about fewer things at once, or split the file into files that import each other.`);
  }
}

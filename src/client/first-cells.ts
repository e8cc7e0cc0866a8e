import { CancellationTokenSource } from 'vscode';
import { type DayView, type MatrixParams, REQUESTS } from '../protocol.js';
import { isDayView } from '../protocol-guards.js';
import type { ServerLink } from './panel-support.js';

/** Asks for the cells of one day, again and again while somebody types: only the latest question is answered. */
export class FirstCells {
  private source: CancellationTokenSource | undefined;

  constructor(private readonly server: ServerLink) {}

  /** Undefined where a later question came, or the text has no matrix now: the whole matrix, which is asked for too, says so. */
  async ask(params: MatrixParams): Promise<DayView | undefined> {
    this.source?.cancel();
    const source = this.source = new CancellationTokenSource();
    await Promise.resolve(); // the server hears of the change before it is asked
    try {
      const answer = this.server.running() ? await this.server.request(REQUESTS.cells, params, source.token) : undefined;
      return source === this.source && isDayView(answer) ? answer : undefined;
    } catch {
      return undefined;
    } finally {
      source.dispose();
    }
  }
}

import { CancellationTokenSource, type CancellationToken, Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type AnalysedParams, type Assume, type CellName, type ExplainView, type FromView, type MatrixView, type NodePath, type PanelState, REQUESTS, type SettleView, type ToView } from '../protocol.js';
import { isExplainView, isFromView, isLocateResult, isMatrixView, isSettleView } from '../protocol-guards.js';
import { applyFix, targetOf } from './explained.js';
import { panelHtml, viewRoot } from './panel-html.js';
import { columnOf, revealPlace } from './reveal.js';
import { saveExpectation } from './save-expectation.js';

/** The language server as a panel needs it. */
export interface ServerLink {
  /** True also while it starts: requests wait until it has started. */
  readonly running: () => boolean;
  readonly request: (method: string, params: unknown, token: CancellationToken) => Promise<unknown>;
}

/** A panel that has heard nothing about a change for this long asks by itself, in milliseconds. */
const PATIENCE = 1500;

const NOT_RUNNING = 'The language server is not running, so this matrix may not match the text.';
const CHANGED = 'The text has changed; updating…';

/**
 * One web view with the matrix of one file. It owns what the user has chosen (day, assumptions, cell), asks the server
 * and hands the answers on; the view draws them. Whatever the view shows is either current or marked as stale.
 */
export class MatrixPanel extends Disposable {
  readonly uri: Uri;
  private at: string | undefined;
  private assume: Assume;
  private selection: CellName | undefined;
  private shown: MatrixView | undefined;
  private explained: ExplainView | undefined;
  private settlement: SettleView | undefined;
  private stale = false;
  private latest: CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly panel: WebviewPanel,
    extension: Uri,
    private readonly server: ServerLink,
    state: PanelState,
  ) {
    super(() => this.stop());
    this.uri = Uri.parse(state.uri);
    this.at = state.at;
    this.assume = state.assume ?? {};
    this.selection = state.selection;
    panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [viewRoot(extension)] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromView(message)) void this.receive(message);
    });
    panel.webview.html = panelHtml(panel.webview, extension, state.uri);
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Some agreement has changed, this one or one that it may import. */
  textChanged(): void {
    this.stale = true;
    this.post({ type: 'stale', reason: CHANGED });
    this.askLater();
  }

  analysed({ uri, version }: AnalysedParams): void {
    const own = Uri.parse(uri).toString() === this.uri.toString();
    if (own && this.outdated(version)) return;
    if (own || this.stale) void this.refresh();
  }

  serverChanged(running: boolean): void {
    if (running) void this.refresh();
    else if (!this.server.running()) this.fail(NOT_RUNNING);
  }

  /** Asks for the matrix and, where a cell is selected, its explanation. Only the latest call may post an answer. */
  async refresh(): Promise<void> {
    const source = this.supersede();
    if (!this.server.running()) return this.fail(NOT_RUNNING);
    try {
      const answer = await this.server.request(REQUESTS.matrix, { uri: this.uri.toString(), at: this.day(), assume: this.assume }, source.token);
      if (source !== this.latest) return;
      if (!isMatrixView(answer)) return this.fail('The language server has no matrix for this file.');
      if (this.outdated(answer.version)) return this.askLater();
      this.shown = answer;
      this.stale = false;
      this.post({ type: 'matrix', view: answer });
      await this.explain(source);
    } catch (error) {
      if (source === this.latest) this.fail(this.server.running() ? `The matrix could not be computed: ${reasonOf(error)}` : NOT_RUNNING);
    }
  }

  private async explain(source: CancellationTokenSource): Promise<void> {
    const cell = this.selection;
    const { shown } = this;
    if (cell === undefined || shown?.cells.some(({ product, cloud }) => product === cell.product && cloud === cell.cloud) !== true) return;
    const answer = await this.server.request(REQUESTS.explain, { uri: this.uri.toString(), at: shown.at, assume: this.assume, ...cell }, source.token);
    if (source !== this.latest || cell !== this.selection) return;
    if (!isExplainView(answer)) return this.fail('The language server has no explanation for this cell.');
    this.explained = answer;
    this.settlement = undefined;
    this.post({ type: 'explanation', explanation: answer });
    if (answer.status === 'conflict') await this.settle(source, answer, cell);
  }

  /** What could be written to clear the conflict on the cell that was explained. */
  private async settle(source: CancellationTokenSource, { at }: ExplainView, cell: CellName): Promise<void> {
    const late = (): boolean => source.token.isCancellationRequested || cell !== this.selection;
    try {
      const answer = await this.server.request(REQUESTS.settle, { uri: this.uri.toString(), at, assume: this.assume, ...cell }, source.token);
      if (late()) return;
      if (!isSettleView(answer)) throw new Error('the answer of the language server could not be read.');
      this.settlement = answer;
      this.post({ type: 'settlement', settlement: { ...cell, fixes: answer.fixes.map(({ title, status }) => ({ title, status })) } });
    } catch (error) {
      if (!late()) this.post({ type: 'settlement', settlement: { ...cell, fixes: [], problem: `What could be written was not found out: ${reasonOf(error)}` } });
    }
  }

  /** Shows what a node of the explanation leads to. */
  private async showNode(path: NodePath): Promise<void> {
    const target = this.explained && targetOf(this.explained, path);
    if (!target) return;
    try {
      await revealPlace(target, columnOf(this.uri) ?? this.otherColumn());
    } catch (error) {
      void window.showWarningMessage(plain(`This place could not be shown: ${reasonOf(error)}`));
    }
  }

  /** Writes a fix into the text. The text is changed, not saved. */
  private async writeFix(title: string): Promise<void> {
    const fix = this.settlement?.fixes.find((one) => one.title === title);
    try {
      if (!fix) throw new Error('The text has changed meanwhile. Try again.');
      await applyFix(fix, columnOf(this.uri) ?? this.otherColumn());
    } catch (error) {
      void window.showWarningMessage(plain(`The change could not be written: ${reasonOf(error)}`));
    }
  }

  private async receive(message: FromView): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The view starts empty each time it becomes visible: first what is known, then what is current.
        if (this.shown !== undefined) this.post({ type: 'matrix', view: this.shown });
        if (this.stale) this.post({ type: 'stale', reason: CHANGED });
        return this.refresh();
      case 'day':
        this.at = this.followsAsOf() && message.at === this.shown?.asOf ? undefined : message.at;
        return this.refresh();
      case 'assume':
        this.assume = message.assume;
        return this.refresh();
      case 'select':
        this.selection = { product: message.product, cloud: message.cloud };
        return this.refresh();
      case 'reveal':
        return this.revealClause(message.clause);
      case 'show':
        return this.showNode(message.node);
      case 'settle':
        return this.writeFix(message.title);
      case 'expect':
        return this.saveCell({ product: message.product, cloud: message.cloud });
      default: {
        const never: never = message;
        return never;
      }
    }
  }

  private async revealClause(id: string): Promise<void> {
    const source = new CancellationTokenSource();
    try {
      const place = await this.server.request(REQUESTS.locate, { uri: this.uri.toString(), id }, source.token);
      if (isLocateResult(place)) await revealPlace(place, columnOf(this.uri) ?? this.otherColumn());
      else void window.showWarningMessage(plain(`The clause ${id} is no longer in the text.`));
    } catch (error) {
      void window.showWarningMessage(plain(`The clause ${id} could not be shown: ${reasonOf(error)}`));
    } finally {
      source.dispose();
    }
  }

  /** Saves a cell as the view shows it: on its day, under its assumptions. */
  private async saveCell(cell: CellName): Promise<void> {
    const source = new CancellationTokenSource();
    try {
      const params = { uri: this.uri.toString(), at: this.shown?.at ?? this.day(), assume: this.assume, ...cell };
      await saveExpectation(this.server, params, columnOf(this.uri) ?? this.otherColumn(), source.token);
    } catch (error) {
      void window.showWarningMessage(plain(`The cell could not be saved as an expectation: ${reasonOf(error)}`));
    } finally {
      source.dispose();
    }
  }

  /** A column that is not the panel's own. */
  private otherColumn(): ViewColumn {
    return this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }

  /** The day to ask for: what the user picked, else today if so configured, else the server's choice, `as-of`. */
  private day(): string | undefined {
    return this.at ?? (this.followsAsOf() ? undefined : today());
  }

  private followsAsOf(): boolean {
    return workspace.getConfiguration('entente', this.uri).get<string>('defaultDay') !== 'today';
  }

  /** Whether a version is older than the text in the editor. */
  private outdated(version: number | null): boolean {
    const document = workspace.textDocuments.find((open) => open.uri.toString() === this.uri.toString());
    return document !== undefined && version !== null && version < document.version;
  }

  private supersede(): CancellationTokenSource {
    clearTimeout(this.timer);
    this.latest?.cancel();
    this.latest?.dispose();
    this.latest = new CancellationTokenSource();
    return this.latest;
  }

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), PATIENCE);
  }

  private fail(message: string): void {
    this.stale = true;
    this.post({ type: 'error', message });
  }

  private post(message: ToView): void {
    void this.panel.webview.postMessage(message);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.latest?.cancel();
    this.latest?.dispose();
    this.latest = undefined;
  }
}

/** Text of an agreement in a notification, where `[…](…)` would be a link. */
const plain = (text: string): string => text.replaceAll('](', '] (');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The present day of the user's clock and time zone. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

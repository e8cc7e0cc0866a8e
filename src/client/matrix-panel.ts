import { CancellationTokenSource, commands, Disposable, l10n, type TextEditor, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type AnalysedParams, type Assume, type CellName, type ExplainView, type FromView, type MarkSettings, type MatrixView, type PanelState, type PanelTab, REQUESTS, type SettleView, type ToView } from '../protocol.js';
import { isClausePlacesResult, isClausesAtResult, isCommitmentsView, isExplainView, isFromView, isLocateResult, isMatrixView } from '../protocol-guards.js';
import { settlementOf, showNode, writeFix } from './explained.js';
import { FirstCells } from './first-cells.js';
import { ENTENTE } from './language.js';
import { panelHtml, viewRoot } from './panel-html.js';
import { CELLS, fileName, plain, reasonOf, type ServerLink, setMarks, TEXT, today } from './panel-support.js';
import { Pictures } from './pictures.js';
import { columnOf, revealPlace } from './reveal.js';
import { saveExpectation } from './save-expectation.js';
import type { TextMarks } from './text-marks.js';

/** A panel that has heard nothing about a change for this long asks by itself, in milliseconds. */
const PATIENCE = 1500;
/** A cursor that has rested for this long is looked up, in milliseconds. */
const CURSOR_REST = 120;

const NOT_RUNNING = l10n.t('The language server is not running, so this matrix may not match the text.');
const CHANGED = l10n.t('The text has changed; updating…');

/**
 * One web view with the matrix of one file; unless it is pinned, of the file of the active editor. It owns what the user has chosen (day, assumptions, cell), asks the server
 * and hands the answers on; the view draws them. Whatever the view shows is either current or marked as stale.
 */
export class MatrixPanel extends Disposable {
  uri: Uri;
  pinned: boolean;
  private at: string | undefined;
  private assume: Assume;
  private selection: CellName | undefined;
  /** What was chosen for the files that this panel showed before. */
  private readonly before = new Map<string, PanelState>();
  /** The file that a line of this panel led to: its editor is no reason to leave the file that is shown. */
  private ledTo: string | undefined;
  /** Clauses that are marked in the text. */
  private marked: readonly string[] = [];
  /** A cell was to be shown, and the view may not have heard of it. */
  private toShow = false;
  private cursorTimer: ReturnType<typeof setTimeout> | undefined;
  private tab: PanelTab;
  private shown: MatrixView | undefined;
  readonly pictures = new Pictures((message) => this.post(message));
  private explained: ExplainView | undefined;
  private settlement: SettleView | undefined;
  private stale = false;
  private latest: CancellationTokenSource | undefined;
  private explaining: CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly firstCells: FirstCells;

  constructor(
    private readonly panel: WebviewPanel,
    extension: Uri,
    private readonly server: ServerLink,
    private readonly marks: TextMarks,
    state: PanelState,
  ) {
    super(() => this.stop());
    this.firstCells = new FirstCells(server);
    this.uri = Uri.parse(state.uri);
    this.pinned = state.pinned ?? false;
    this.nameTab();
    this.at = state.at;
    this.assume = state.assume ?? {};
    this.selection = state.selection;
    this.tab = state.tab ?? 'matrix';
    panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [viewRoot(extension)] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromView(message)) void this.receive(message);
    });
    panel.webview.html = panelHtml(panel.webview, extension, { kind: 'matrix', title: l10n.t('Availability matrix'), uri: this.uri.toString() });
  }

  get active(): boolean { return this.panel.active; }
  get visible(): boolean { return this.panel.visible; }

  /** What the view shows: its day, its assumptions, the selected cell. */
  world(): Pick<PanelState, 'at' | 'assume' | 'selection'> {
    return { at: this.drawn() ?? this.day(), assume: this.assume, selection: this.selection };
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  pin(pinned: boolean): void {
    this.pinned = pinned;
    this.nameTab();
    this.tellPanel();
  }

  /** An editor of an agreement is active now. */
  follow(uri: Uri): void {
    const led = this.ledTo === uri.toString();
    if (!led) this.ledTo = undefined;
    if (!this.pinned && !led) this.switchTo(uri);
  }

  /** Shows another file, as it was when it was last shown here. The page stays, so that nothing flickers. */
  switchTo(uri: Uri): void {
    if (uri.toString() === this.uri.toString()) return;
    this.before.set(this.uri.toString(), this.state());
    const known = this.before.get(uri.toString());
    this.uri = uri;
    this.at = known?.at;
    this.assume = known?.assume ?? {};
    this.selection = known?.selection;
    this.shown = undefined;
    this.stale = true;
    this.nameTab();
    this.mark([]);
    this.tellPanel();
    void this.refresh();
  }

  /** Shows a cell on a day, whatever was chosen before; with `assume`, in those worlds alone. */
  goTo(cell: CellName, at: string, assume?: Assume): void {
    this.at = at;
    if (assume !== undefined) this.assume = assume;
    this.selection = cell;
    this.toShow = true;
    this.tellPanel();
    void this.refresh();
  }

  /** Settings about marks have changed. */
  marksChanged(): void {
    this.tellPanel();
    if (!this.markSettings().text) this.marks.set([]);
  }

  /** The cursor is somewhere in the text of an agreement: the cells of the clause there are marked, and nothing moves. */
  cursor({ document, selection }: TextEditor): void {
    clearTimeout(this.cursorTimer);
    if (!this.panel.visible || !this.markSettings().cells) return;
    const { line, character } = selection.active;
    const uri = this.uri.toString();
    this.cursorTimer = setTimeout(() => {
      this.ask(REQUESTS.clausesAt, { uri, text: document.uri.toString(), position: { line, character } }, isClausesAtResult)
        .then((answer) => { if (uri === this.uri.toString()) this.post({ type: 'cursor', clauses: answer?.clauses ?? [] }); });
    }, CURSOR_REST);
  }

  /** Some agreement has changed, this one or one that it may import. */
  textChanged(): void {
    this.stale = true;
    this.post({ type: 'stale', reason: CHANGED });
    this.askLater();
    if (this.tab === 'matrix' && this.panel.visible && this.shown !== undefined) void this.cells();
  }

  /** The cells of the day that is drawn are there first after an edit; the whole matrix comes with the findings. */
  private async cells(): Promise<void> {
    const { uri, assume } = this;
    const at = this.drawn();
    const answer = await this.firstCells.ask({ uri: uri.toString(), at, assume });
    const isAsked = this.stale && uri === this.uri && assume === this.assume && at === this.drawn();
    if (answer && isAsked && !this.outdated(answer.version)) this.post({ type: 'cells', view: answer });
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
      const answer = await this.server.request(REQUESTS.matrix, { uri: this.uri.toString(), at: this.day(), assume: this.assume, timeline: true }, source.token);
      if (source !== this.latest) return;
      if (!isMatrixView(answer)) return this.fail(l10n.t('The language server has no matrix for this file.'));
      if (this.outdated(answer.version)) return this.askLater();
      this.shown = answer;
      this.stale = false;
      this.post({ type: 'matrix', view: answer, home: this.home() });
      if (this.marked.length > 0) this.mark(this.marked);
      if (this.tab === 'money') await this.money(source);
    } catch (error) {
      if (source === this.latest) this.fail(this.server.running() ? l10n.t('The matrix could not be computed: {0}', reasonOf(error)) : NOT_RUNNING);
      return;
    }
    await this.explain();
  }

  /** The view has every day already, unless there is too much for one message. */
  private explainOrRefresh(): Promise<void> {
    return this.shown?.timeline?.cells && !this.stale ? this.explain() : this.refresh();
  }

  /** Explains the selected cell on the day that is drawn. Only the latest call may post an answer. */
  private async explain(): Promise<void> {
    this.hush();
    const source = this.explaining = new CancellationTokenSource();
    const cell = this.selection;
    if (cell === undefined || this.shown?.cells.some(({ product, cloud }) => product === cell.product && cloud === cell.cloud) !== true) return;
    try {
      const answer = await this.server.request(REQUESTS.explain, { uri: this.uri.toString(), at: this.drawn(), assume: this.assume, ...cell }, source.token);
      if (source !== this.explaining || cell !== this.selection) return;
      if (!isExplainView(answer)) return this.fail(l10n.t('The language server has no explanation for this cell.'));
      this.explained = answer;
      this.settlement = undefined;
      this.post({ type: 'explanation', explanation: answer });
      if (answer.status !== 'conflict' && !answer.parts.some(({ id, children }) => id === 'why-not' && children.some(({ kind }) => kind === 'override'))) return;
      const { found, settlement } = await settlementOf(this.server, { uri: this.uri.toString(), at: answer.at, assume: this.assume, ...cell }, source.token);
      if (source !== this.explaining || cell !== this.selection) return;
      this.settlement = found;
      this.post({ type: 'settlement', settlement });
    } catch (error) {
      if (source === this.explaining) this.fail(this.server.running() ? l10n.t('The cell could not be explained: {0}', reasonOf(error)) : NOT_RUNNING);
    }
  }

  private async money(source: CancellationTokenSource): Promise<void> {
    const answer = await this.server.request(REQUESTS.commitments, { uri: this.uri.toString(), at: this.drawn(), assume: this.assume }, source.token);
    if (source !== this.latest) return;
    if (isCommitmentsView(answer)) this.post({ type: 'money', view: answer });
    else this.fail(l10n.t('The language server has no list of commitments for this file.'));
  }

  private async receive(message: FromView): Promise<void> {
    if (message.type !== 'ready') this.toShow = false;
    switch (message.type) {
      case 'ready':
        this.tellPanel();
        if (window.activeTextEditor?.document.languageId === ENTENTE) this.cursor(window.activeTextEditor);
        // The view starts empty each time it becomes visible: first what is known, then what is current.
        if (this.shown !== undefined) this.post({ type: 'matrix', view: this.shown, home: this.home() });
        if (this.stale) this.post({ type: 'stale', reason: CHANGED });
        this.pictures.started();
        return this.refresh();
      case 'day':
        this.at = message.at === this.home() ? undefined : message.at;
        return this.tab === 'money' ? this.refresh() : this.explainOrRefresh();
      case 'assume':
        this.assume = message.assume;
        return this.refresh();
      case 'select':
        this.selection = { product: message.product, cloud: message.cloud };
        return this.explainOrRefresh();
      case 'reveal':
        return this.revealClause(message.clause);
      case 'show':
        return showNode(this.explained, message.node, columnOf(this.uri) ?? this.otherColumn());
      case 'settle':
        return writeFix(this.settlement, message.title, columnOf(this.uri) ?? this.otherColumn());
      case 'expect':
        return saveExpectation(this.server, { uri: this.uri.toString(), at: this.drawn(), assume: this.assume, product: message.product, cloud: message.cloud }, columnOf(this.uri) ?? this.otherColumn());
      case 'mark':
        return this.mark(message.clauses);
      case 'set-marks':
        return setMarks(message.marks, this.markSettings());
      case 'tab':
        this.tab = message.tab;
        return this.refresh();
      case 'take':
        return void commands.executeCommand(`entente.${message.how}${this.tab === 'money' ? 'Money' : 'Matrix'}`, { uri: this.uri.toString() });
      case 'drawn':
        return this.pictures.drawn(message.id, message);
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
      if (isLocateResult(place)) this.ledTo = Uri.parse(place.uri).toString();
      if (isLocateResult(place)) await revealPlace(place, columnOf(this.uri) ?? this.otherColumn());
      else void window.showWarningMessage(plain(l10n.t('The clause {0} is no longer in the text.', id)));
    } catch (error) {
      void window.showWarningMessage(plain(l10n.t('The clause {0} could not be shown: {1}', id, reasonOf(error))));
    } finally {
      source.dispose();
    }
  }

  /** Marks clauses in the text, where that is wanted. */
  private mark(clauses: readonly string[]): void {
    this.marked = clauses;
    if (clauses.length === 0 || !this.markSettings().text) return this.marks.set([]);
    void this.ask(REQUESTS.clausePlaces, { uri: this.uri.toString(), clauses }, isClausePlacesResult)
      .then((answer) => { if (clauses === this.marked) this.marks.set(answer?.places ?? []); });
  }

  private state(): PanelState {
    return { uri: this.uri.toString(), at: this.at, assume: this.assume, selection: this.selection, tab: this.tab, pinned: this.pinned };
  }

  private tellPanel(): void {
    this.post({ type: 'panel', panel: { state: this.state(), show: this.toShow, marks: this.markSettings() } });
  }

  private markSettings(): MarkSettings {
    const settings = workspace.getConfiguration('entente', this.uri);
    return { cells: settings.get<boolean>(CELLS) ?? true, text: settings.get<boolean>(TEXT) ?? true };
  }

  private nameTab(): void {
    this.panel.title = this.pinned ? l10n.t('Matrix: {0} (pinned)', fileName(this.uri)) : l10n.t('Matrix: {0}', fileName(this.uri));
  }

  /** An answer that nothing but marks depends on: where there is none, there are no marks. */
  private async ask<T>(method: string, params: unknown, guard: (value: unknown) => value is T): Promise<T | undefined> {
    const source = new CancellationTokenSource();
    try {
      const answer = this.server.running() ? await this.server.request(method, params, source.token) : undefined;
      return guard(answer) ? answer : undefined;
    } catch {
      return undefined; // The file may be gone, or the server is stopping; the matrix itself says so.
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

  /** The day that the view draws while nobody has picked one; undefined before the first answer. */
  private home(): string | undefined {
    return this.followsAsOf() ? this.shown?.asOf : today();
  }

  /** The day that the view draws. */
  private drawn(): string | undefined {
    return this.at ?? this.home();
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
    this.hush();
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
    this.pictures.stop();
    clearTimeout(this.timer);
    clearTimeout(this.cursorTimer);
    if (this.marked.length > 0) this.marks.set([]);
    this.latest?.cancel();
    this.latest?.dispose();
    this.latest = undefined;
    this.hush();
  }

  /** Nobody waits for an explanation any longer. */
  private hush(): void {
    this.explaining?.cancel();
    this.explaining?.dispose();
    this.explaining = undefined;
  }
}

import { commands, Disposable, l10n, type TextEditor, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { AnalysedParams, Assume, CellName, PanelState } from '../protocol.js';
import { isPanelState } from '../protocol-guards.js';
import { ENTENTE } from './language.js';
import { MatrixPanel } from './matrix-panel.js';
import type { ServerLink } from './panel-support.js';
import { columnOf } from './reveal.js';
import { TextMarks } from './text-marks.js';

/** Also named in the activation events of package.json. */
const VIEW_TYPE = 'entente.matrix';

/** When the active panel is pinned; for the buttons in its title. */
const PINNED = 'entente.matrixPinned';

/** All matrix panels of the window: one that follows the active editor, and others that are pinned to their files. */
export class MatrixPanels extends Disposable {
  private readonly panels = new Set<MatrixPanel>();
  private readonly marks = new TextMarks();
  private readonly subscriptions: Disposable;

  constructor(private readonly extension: Uri, private readonly server: ServerLink) {
    super(() => this.stop());
    this.subscriptions = Disposable.from(
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel: WebviewPanel, state: unknown) => {
          if (isPanelState(state)) this.adopt(panel, state);
          else panel.dispose();
          return Promise.resolve();
        },
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === ENTENTE && contentChanges.length > 0) this.each((panel) => panel.textChanged());
      }),
      workspace.onDidCloseTextDocument((document) => {
        // Unsaved changes go with the editor: the text is again what the file holds.
        if (document.languageId === ENTENTE) this.each((panel) => panel.textChanged());
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor === undefined || !isAgreement(editor)) return;
        this.each((panel) => panel.follow(editor.document.uri));
        this.each((panel) => panel.cursor(editor));
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor && isAgreement(textEditor)) this.each((panel) => panel.cursor(textEditor));
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('entente.matrix')) this.each((panel) => panel.marksChanged());
        if (event.affectsConfiguration('entente.asOf') || event.affectsConfiguration('entente.defaultDay')) {
          this.each((panel) => void panel.refresh());
        }
      }),
    );
  }

  /**
   * Shows the matrix of a file: a panel that has it already comes to the front, else the one that follows the editor
   * turns to it, else a new one opens beside the editor. `cell` is shown on the day `at`, in the worlds that `assume` leaves where it is given.
   */
  show(uri: Uri, cell?: CellName & { readonly at: string; readonly assume?: Assume }): void {
    const panel = this.panelFor(uri);
    if (cell !== undefined) panel.goTo({ product: cell.product, cloud: cell.cloud }, cell.at, cell.assume);
  }

  /** Pins the active panel or frees it; without an active one, the first that is visible. */
  pin(pinned: boolean): void {
    const all = [...this.panels];
    const panel = all.find(({ active }) => active) ?? all.find(({ visible }) => visible);
    if (panel === undefined) return void window.showInformationMessage(l10n.t('Open a matrix first: Entente: Show Availability Matrix.'));
    panel.pin(pinned);
    this.tellPinned();
  }

  private panelFor(uri: Uri): MatrixPanel {
    const all = [...this.panels];
    const existing = all.find((panel) => panel.uri.toString() === uri.toString()) ?? all.find(({ pinned }) => !pinned);
    if (existing !== undefined) {
      existing.switchTo(uri);
      existing.reveal();
      return existing;
    }
    const column = columnOf(uri) === undefined ? ViewColumn.Active : ViewColumn.Beside;
    const panel = window.createWebviewPanel(VIEW_TYPE, l10n.t('Matrix'), { viewColumn: column, preserveFocus: column === ViewColumn.Beside }, {});
    return this.adopt(panel, { uri: uri.toString() });
  }

  /** The panel in front, if it is one of these. */
  active(): MatrixPanel | undefined {
    return [...this.panels].find((panel) => panel.active);
  }

  of(uri: Uri): MatrixPanel | undefined {
    return [...this.panels].find((panel) => panel.uri.toString() === uri.toString());
  }

  /** The panel of a file, opened where there is none. */
  shown(uri: Uri): MatrixPanel {
    return this.panelFor(uri);
  }

  analysed(params: AnalysedParams): void {
    this.each((panel) => panel.analysed(params));
  }

  serverChanged(running: boolean): void {
    this.each((panel) => panel.serverChanged(running));
  }

  private adopt(webview: WebviewPanel, state: PanelState): MatrixPanel {
    const panel = new MatrixPanel(webview, this.extension, this.server, this.marks, state);
    this.panels.add(panel);
    webview.onDidChangeViewState(() => this.tellPinned());
    webview.onDidDispose(() => {
      panel.dispose();
      this.panels.delete(panel);
    });
    return panel;
  }

  private tellPinned(): void {
    const active = [...this.panels].find((panel) => panel.active);
    if (active !== undefined) void commands.executeCommand('setContext', PINNED, active.pinned);
  }

  private each(action: (panel: MatrixPanel) => void): void {
    for (const panel of this.panels) action(panel);
  }

  private stop(): void {
    this.subscriptions.dispose();
    this.each((panel) => panel.dispose());
    this.panels.clear();
    this.marks.dispose();
  }
}

const isAgreement = ({ document }: TextEditor): boolean => document.languageId === ENTENTE;

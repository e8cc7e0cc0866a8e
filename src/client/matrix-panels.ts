import { Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { AnalysedParams, PanelState } from '../protocol.js';
import { isPanelState } from '../protocol-guards.js';
import { ENTENTE } from './language.js';
import { MatrixPanel, type ServerLink } from './matrix-panel.js';
import { columnOf } from './reveal.js';

/** Also named in the activation events of package.json. */
const VIEW_TYPE = 'entente.matrix';

/** All matrix panels of the window, at most one for each file. */
export class MatrixPanels extends Disposable {
  private readonly panels = new Map<string, MatrixPanel>();
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
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('entente.asOf') || event.affectsConfiguration('entente.defaultDay')) {
          this.each((panel) => void panel.refresh());
        }
      }),
    );
  }

  /** Shows the matrix of a file beside its editor; a panel that exists is brought to the front. */
  show(uri: Uri): void {
    const existing = this.panels.get(uri.toString());
    if (existing !== undefined) return existing.reveal();
    const column = columnOf(uri) === undefined ? ViewColumn.Active : ViewColumn.Beside;
    const panel = window.createWebviewPanel(VIEW_TYPE, titleOf(uri), { viewColumn: column, preserveFocus: column === ViewColumn.Beside }, {});
    this.adopt(panel, { uri: uri.toString() });
  }

  /** The panel in front, if it is one of these. */
  active(): MatrixPanel | undefined {
    return [...this.panels.values()].find((panel) => panel.active);
  }

  of(uri: Uri): MatrixPanel | undefined {
    return this.panels.get(uri.toString());
  }

  /** The panel of a file, opened where there is none. */
  shown(uri: Uri): MatrixPanel {
    this.show(uri);
    return this.panels.get(uri.toString())!;
  }

  analysed(params: AnalysedParams): void {
    this.each((panel) => panel.analysed(params));
  }

  serverChanged(running: boolean): void {
    this.each((panel) => panel.serverChanged(running));
  }

  private adopt(webview: WebviewPanel, state: PanelState): void {
    const panel = new MatrixPanel(webview, this.extension, this.server, state);
    const key = panel.uri.toString();
    webview.title = titleOf(panel.uri);
    this.panels.set(key, panel);
    webview.onDidDispose(() => {
      panel.dispose();
      if (this.panels.get(key) === panel) this.panels.delete(key);
    });
  }

  private each(action: (panel: MatrixPanel) => void): void {
    for (const panel of this.panels.values()) action(panel);
  }

  private stop(): void {
    this.subscriptions.dispose();
    this.each((panel) => panel.dispose());
    this.panels.clear();
  }
}

const titleOf = (uri: Uri): string => `Matrix: ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;

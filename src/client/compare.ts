import { commands, Disposable, l10n, type QuickPickItem, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { AnalysedParams, CompareState } from '../protocol.js';
import { isCompareState } from '../protocol-guards.js';
import { ComparePanel } from './compare-panel.js';
import { committedText } from './git-text.js';
import { fileName, type ServerLink } from './panel-support.js';
import { agreementsInWorkspace } from './read-file.js';

/** Also named in the activation events of package.json. */
const VIEW_TYPE = 'entente.compare';

/** The commands that compare matrices, and the panels that show what they found. */
export class Comparisons extends Disposable {
  private readonly panels = new Set<ComparePanel>();
  private readonly subscriptions: Disposable;

  constructor(private readonly extension: Uri, private readonly server: ServerLink, /** The file that a menu names, else that of the active editor; says so where there is none. */
    private readonly target: (chosen: unknown) => Uri | undefined) {
    super(() => this.subscriptions.dispose());
    const command = (name: string, run: (uri: Uri) => Promise<void> | void): Disposable => commands.registerCommand(`entente.${name}`, async (chosen: unknown) => {
      const uri = this.target(chosen);
      if (uri !== undefined) await run(uri);
    });
    this.subscriptions = Disposable.from(
      command('compareDays', (uri) => this.show({ uri: uri.toString(), base: { kind: 'same' }, before: {}, after: {} })),
      command('compareWithFile', (uri) => this.withFile(uri)),
      command('compareWithCommit', (uri) => this.withCommit(uri)),
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel: WebviewPanel, state: unknown) => {
          if (isCompareState(state)) this.adopt(panel, state);
          else panel.dispose();
          return Promise.resolve();
        },
      }),
    );
  }

  analysed(params: AnalysedParams): void {
    for (const panel of this.panels) panel.analysed(params);
  }

  private async withFile(uri: Uri): Promise<void> {
    if (!workspace.isTrusted) return void window.showInformationMessage(l10n.t('In Restricted Mode other files are not looked for. Trust the workspace first.'));
    const files = (await agreementsInWorkspace(1_000)).filter((other) => other.toString() !== uri.toString());
    const items = files.map((file): QuickPickItem & { readonly file: Uri } => ({ label: workspace.asRelativePath(file), file })).sort((a, b) => (a.label < b.label ? -1 : 1));
    if (items.length === 0) return void window.showInformationMessage(l10n.t('There is no other Entente file in this workspace.'));
    const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Compare {0} with: the file that was there before', workspace.asRelativePath(uri)) });
    if (chosen) this.show({ uri: uri.toString(), base: { kind: 'file', uri: chosen.file.toString() }, before: {}, after: {} });
  }

  private async withCommit(uri: Uri): Promise<void> {
    const committed = await committedText(uri);
    if ('reason' in committed) void window.showInformationMessage(committed.reason);
    else this.show({ uri: uri.toString(), base: { kind: 'commit' }, before: {}, after: {} });
  }

  show(state: CompareState): void {
    this.adopt(window.createWebviewPanel(VIEW_TYPE, l10n.t('Comparison'), ViewColumn.Beside, {}), state);
  }

  private adopt(webview: WebviewPanel, state: CompareState): void {
    const panel = new ComparePanel(webview, this.extension, this.server, state);
    webview.title = l10n.t('Compare: {0}', fileName(panel.uri));
    this.panels.add(panel);
    webview.onDidDispose(() => {
      this.panels.delete(panel);
      panel.dispose();
    });
  }
}

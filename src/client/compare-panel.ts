import { CancellationTokenSource, Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type AnalysedParams, type CompareBase, type CompareSide, type CompareState, type FromCompareView, REQUESTS, type ToCompareView } from '../protocol.js';
import { isCompareView, isFromCompareView, isLocateResult } from '../protocol-guards.js';
import { committedText } from './git-text.js';
import type { ServerLink } from './panel-support.js';
import { panelHtml, viewRoot } from './panel-html.js';
import { columnOf, revealPlace } from './reveal.js';

/** One web view that compares two matrices. It reads; what it shows is computed by the server. */
export class ComparePanel extends Disposable {
  readonly uri: Uri;
  private before: CompareSide;
  private after: CompareSide;
  private latest: CancellationTokenSource | undefined;

  constructor(private readonly panel: WebviewPanel, extension: Uri, private readonly server: ServerLink, private readonly state: CompareState) {
    super(() => this.latest?.cancel());
    this.uri = Uri.parse(state.uri);
    this.before = state.before;
    this.after = state.after;
    panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [viewRoot(extension)] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromCompareView(message)) void this.receive(message);
    });
    panel.webview.html = panelHtml(panel.webview, extension, { kind: 'compare', title: l10n.t('Comparison'), state });
  }

  /** The text, or one that it may rest on, has been analysed again. */
  analysed({ uri }: AnalysedParams): void {
    const other = this.state.base.kind === 'file' ? this.state.base.uri : undefined;
    if (uri === this.uri.toString() || uri === other) void this.refresh();
  }

  private async refresh(): Promise<void> {
    const source = new CancellationTokenSource();
    this.latest?.cancel();
    this.latest = source;
    try {
      const params = await this.params();
      if (typeof params === 'string') return this.post({ type: 'error', message: params });
      const answer = await this.server.request(REQUESTS.compare, params, source.token);
      if (source !== this.latest) return;
      this.post(isCompareView(answer) ? { type: 'comparison', view: answer } : { type: 'error', message: l10n.t('The language server has no comparison of these.') });
    } catch (error) {
      if (source === this.latest) this.post({ type: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** What is to be compared, or why it cannot be. */
  private async params(): Promise<object | string> {
    const { before, after } = this;
    const common = { uri: this.uri.toString(), before, after };
    if (this.state.base.kind !== 'commit') return { ...common, base: this.state.base satisfies CompareBase };
    const committed = await committedText(this.uri);
    return 'reason' in committed ? committed.reason : { ...common, base: { kind: 'text', text: committed.text, label: l10n.t('Last commit') } satisfies CompareBase };
  }

  private async receive(message: FromCompareView): Promise<void> {
    switch (message.type) {
      case 'ready': return this.refresh();
      case 'sides':
        this.before = message.before;
        this.after = message.after;
        return this.refresh();
      case 'copy': return this.copy();
      case 'reveal': return this.reveal(message.clause);
      default: {
        const never: never = message;
        return never;
      }
    }
  }

  private async copy(): Promise<void> {
    const params = await this.params();
    const answer = typeof params === 'string' ? undefined : await this.server.request(REQUESTS.compareText, params, new CancellationTokenSource().token);
    const text = typeof answer === 'object' && answer !== null && 'text' in answer ? answer.text : undefined;
    if (typeof text !== 'string') return void window.showWarningMessage(l10n.t('The comparison could not be copied.'));
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('Copied the comparison as Markdown.'), 4000);
  }

  private async reveal(clause: string): Promise<void> {
    try {
      const place = await this.server.request(REQUESTS.locate, { uri: this.uri.toString(), id: clause }, new CancellationTokenSource().token);
      if (isLocateResult(place)) await revealPlace(place, columnOf(this.uri) ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One));
    } catch {
      void window.showWarningMessage(l10n.t('The clause {0} is not in this text.', clause.slice(0, 80).replaceAll(/[[\]]/g, '')));
    }
  }

  private post(message: ToCompareView): void {
    void this.panel.webview.postMessage(message);
  }
}

import { Disposable, l10n, StatusBarAlignment, type TextEditor, window, workspace, Uri } from 'vscode';
import type { AnalysedParams, AnalysisSummary } from '../protocol.js';
import { ENTENTE } from './language.js';
import { statusText } from './status-text.js';

/** Sums up the file of the active editor; a click opens its matrix. */
export class StatusBar extends Disposable {
  private readonly item = window.createStatusBarItem('entente.status', StatusBarAlignment.Left);
  private readonly summaries = new Map<string, AnalysisSummary>();
  private readonly subscriptions: Disposable;

  constructor() {
    super(() => {
      this.subscriptions.dispose();
      this.item.dispose();
    });
    this.item.name = 'Entente';
    this.subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => this.update(editor)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.summaries.delete(uri.toString());
        this.update();
      }),
    );
  }

  analysed({ uri, summary }: AnalysedParams): void {
    this.summaries.set(Uri.parse(uri).toString(), summary);
    this.update();
  }

  /** What a server that has stopped said is not shown as current. */
  serverChanged(running: boolean): void {
    if (!running) this.summaries.clear();
    this.update();
  }

  private update(editor: TextEditor | undefined = window.activeTextEditor): void {
    const document = editor?.document;
    const uri = document?.languageId === ENTENTE ? document.uri.toString() : undefined;
    const summary = uri === undefined ? undefined : this.summaries.get(uri);
    if (uri === undefined || summary === undefined) return this.item.hide();
    const { text, tooltip } = statusText(summary, l10n);
    this.item.text = text;
    this.item.tooltip = workspace.isTrusted ? tooltip : `${tooltip} ${l10n.t('In Restricted Mode imports and quoted documents are read only where they are open.')}`;
    this.item.command = { command: 'entente.showMatrix', title: l10n.t('Show Availability Matrix'), arguments: [uri] };
    this.item.show();
  }
}

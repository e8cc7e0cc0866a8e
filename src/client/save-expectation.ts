import { CancellationTokenSource, l10n, Range, Uri, type ViewColumn, window, workspace, WorkspaceEdit } from 'vscode';
import { type ExpectationParams, REQUESTS } from '../protocol.js';
import { isExpectationEdit } from '../protocol-guards.js';
import { plain, reasonOf, type ServerLink } from './panel-support.js';
import { revealPlace } from './reveal.js';

/** Adds a cell to the expectations of its file, and shows the entry in the text. The text is changed, not saved. Says so where it cannot. */
export async function saveExpectation(server: ServerLink, params: ExpectationParams, column: ViewColumn): Promise<void> {
  const source = new CancellationTokenSource();
  try {
    const answer = await server.request(REQUESTS.expectation, params, source.token);
    if (!isExpectationEdit(answer)) throw new Error(l10n.t('The language server did not say where to write it.'));
    const uri = Uri.parse(answer.uri);
    if (answer.edits.length === 0) void window.showInformationMessage(l10n.t('The file expects this already.'));
    else {
      const document = await workspace.openTextDocument(uri);
      if (answer.version !== null && answer.version !== document.version) throw new Error(l10n.t('The text has changed meanwhile. Try again.'));
      const edit = new WorkspaceEdit();
      for (const { range: { start, end }, newText } of answer.edits) edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
      if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('The editor did not take the change.'));
    }
    await revealPlace({ uri: answer.uri, range: answer.reveal }, column);
  } catch (error) {
    void window.showWarningMessage(plain(l10n.t('The cell could not be saved as an expectation: {0}', reasonOf(error))));
  } finally {
    source.dispose();
  }
}

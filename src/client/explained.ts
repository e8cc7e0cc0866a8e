import { type CancellationToken, l10n, Position, Range, Uri, type ViewColumn, window, workspace, WorkspaceEdit } from 'vscode';
import { type ExplainNode, type ExplainParams, type ExplainView, type LocateResult, type NodePath, REQUESTS, type SettleFix, type Settlement, type SettleView } from '../protocol.js';
import { isSettleView } from '../protocol-guards.js';
import { plain, reasonOf, type ServerLink } from './panel-support.js';
import { revealPlace } from './reveal.js';

/** Where a node of an explanation leads; undefined where there is none such, or it leads nowhere. */
function targetOf({ parts }: ExplainView, path: NodePath): LocateResult | undefined {
  let found: ExplainNode | undefined;
  let level = parts;
  for (const id of path) {
    found = level.find((node) => node.id === id);
    level = found?.children ?? [];
  }
  return found?.target;
}

/** Writes a fix into its files as one change that can be undone, and shows the first place. Refused where a text has changed since. */
async function applyFix({ files }: SettleFix, column: ViewColumn): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, version, edits } of files) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (version !== null && version !== document.version) throw new Error(l10n.t('The text has changed meanwhile. Try again.'));
    for (const { range: { start, end }, newText } of edits) edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('The editor did not take the change.'));
  const [first] = files;
  const [written] = [...first?.edits ?? []].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  if (!first || !written) return;
  const document = await workspace.openTextDocument(Uri.parse(first.uri));
  // Line breaks and indentation around what was written are not selected.
  const { start } = written.range;
  const offset = document.offsetAt(new Position(start.line, start.character));
  const text = written.newText.trim();
  const from = offset + written.newText.indexOf(text);
  await revealPlace({ uri: first.uri, range: new Range(document.positionAt(from), document.positionAt(from + text.length)) }, column);
}

/** Shows what a node of the explanation leads to. */
export async function showNode(explained: ExplainView | undefined, path: NodePath, column: ViewColumn): Promise<void> {
  const target = explained && targetOf(explained, path);
  if (!target) return;
  try {
    await revealPlace(target, column);
  } catch (error) {
    void window.showWarningMessage(plain(l10n.t('This place could not be shown: {0}', reasonOf(error))));
  }
}

/** Writes a fix into the text. The text is changed, not saved. */
export async function writeFix(settlement: SettleView | undefined, title: string, column: ViewColumn): Promise<void> {
  const fix = settlement?.fixes.find((one) => one.title === title);
  try {
    if (!fix) throw new Error(l10n.t('The text has changed meanwhile. Try again.'));
    await applyFix(fix, column);
  } catch (error) {
    void window.showWarningMessage(plain(l10n.t('The change could not be written: {0}', reasonOf(error))));
  }
}

/** What could be written to clear the conflict on a cell, and what the view is told of it. Never rejects. */
export async function settlementOf(server: ServerLink, params: ExplainParams, token: CancellationToken): Promise<{ readonly found: SettleView | undefined; readonly settlement: Settlement }> {
  const { product, cloud } = params;
  try {
    const found = await server.request(REQUESTS.settle, params, token);
    if (!isSettleView(found)) throw new Error(l10n.t('the answer of the language server could not be read.'));
    return { found, settlement: { product, cloud, fixes: found.fixes.map(({ title, status }) => ({ title, status })) } };
  } catch (error) {
    return { found: undefined, settlement: { product, cloud, fixes: [], problem: l10n.t('What could be written was not found out: {0}', reasonOf(error)) } };
  }
}

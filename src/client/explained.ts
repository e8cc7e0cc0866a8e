import { Position, Range, Uri, type ViewColumn, workspace, WorkspaceEdit } from 'vscode';
import type { ExplainNode, ExplainView, LocateResult, NodePath, SettleFix } from '../protocol.js';
import { revealPlace } from './reveal.js';

/** Where a node of an explanation leads; undefined where there is none such, or it leads nowhere. */
export function targetOf({ parts }: ExplainView, path: NodePath): LocateResult | undefined {
  let found: ExplainNode | undefined;
  let level = parts;
  for (const id of path) {
    found = level.find((node) => node.id === id);
    level = found?.children ?? [];
  }
  return found?.target;
}

/** Writes a fix into its files as one change that can be undone, and shows the first place. Refused where a text has changed since. */
export async function applyFix({ files }: SettleFix, column: ViewColumn): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, version, edits } of files) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (version !== null && version !== document.version) throw new Error('The text has changed meanwhile. Try again.');
    for (const { range: { start, end }, newText } of edits) edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await workspace.applyEdit(edit))) throw new Error('The editor did not take the change.');
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

import { Range, Selection, TabInputText, TextEditorRevealType, Uri, ViewColumn, window } from 'vscode';
import type { LocateResult } from '../protocol.js';

/**
 * Shows and selects a place in a text, in the column where that text is open already, else in `fallback`: never on top
 * of the panel that asked for it.
 */
export async function revealPlace(place: LocateResult, fallback: ViewColumn): Promise<void> {
  const uri = Uri.parse(place.uri);
  const { start, end } = place.range;
  const editor = await window.showTextDocument(uri, { viewColumn: columnOf(uri) ?? fallback, preserveFocus: false });
  // A text that has changed since may be shorter than the range.
  const range = editor.document.validateRange(new Range(start.line, start.character, end.line, end.character));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Column of a visible editor of the file, else of any tab of it. */
export function columnOf(uri: Uri): ViewColumn | undefined {
  const same = (other: Uri) => other.toString() === uri.toString();
  const visible = window.visibleTextEditors.find((editor) => editor.viewColumn !== undefined && same(editor.document.uri));
  return visible?.viewColumn
    ?? window.tabGroups.all.find((group) => group.tabs.some((tab) => tab.input instanceof TabInputText && same(tab.input.uri)))?.viewColumn;
}

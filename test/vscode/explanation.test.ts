import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, exampleUri, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const CELL = '[data-product="frontier"][data-cloud="azure"]';
const FIRST = '[data-node="microsoft-renegotiated/first-on-azure"]';

/** What is selected in the visible editor of a file, as soon as it satisfies `wanted`. */
const selectedIn = (name: string, wanted: (text: string) => boolean) => waitFor(() => {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === exampleUri(name).toString());
  const text = editor?.document.getText(editor.selection);
  return text !== undefined && wanted(text) ? text : undefined;
}, { what: `a selection in ${name}`, events: [vscode.window.onDidChangeTextEditorSelection, vscode.window.onDidChangeVisibleTextEditors] });

describe('the explanation of a cell', () => {
  before(ententeExtension);
  beforeEach(async function () {
    needsBridge(this);
    await page.resize(1600, 1000);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click(`${CELL}[data-status="conflict"]`);
    await webview.elements(FIRST);
  });
  afterEach(closeEditors);

  it('opens line by line and leads to facts in the text and to words in a source', async () => {
    await webview.click(`${FIRST} > .node-row .twisty`);
    await webview.click(`${FIRST} [data-node="unless"] > .node-row .twisty`);
    await webview.click('[data-node="fact microsoft-declines"] > .node-row .node-words');
    await selectedIn(EXAMPLE, (text) => text === 'microsoft-declines');
    await webview.click(`${FIRST} [data-node="source"] > .node-row .twisty`);
    await page.screenshot(`explanation-${testKind}`);
    await webview.press('Enter', `${FIRST} [data-node="document"]`);
    await selectedIn('sources/openai-cloud-alliances-notes.md', (text) => text === 'first on Azure');
  });

  it('assumes what clears the conflict, in the matrix only', async () => {
    await webview.click('[data-kind="choice"] .node-action');
    await webview.elements(`${CELL}[data-status="barred"]`);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('writes a change of precedence into the text: the conflict is gone, and comes back when it is undone', async () => {
    const document = await vscode.workspace.openTextDocument(exampleUri(EXAMPLE));
    const before = document.getText();
    await webview.wait('[data-kind="fix"]', 'Make microsoft-renegotiated/first-on-azure subject to amazon-alliance/frontier-exclusive');
    await webview.press('Enter', '[data-node^="fix Make `microsoft-renegotiated/first-on-azure`"]');
    await webview.elements(`${CELL}[data-status="barred"]`);
    await selectedIn(EXAMPLE, (text) => text === 'subject-to: [amazon-alliance/frontier-exclusive]');
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    await webview.elements(`${CELL}[data-status="conflict"]`);
    assert.equal(document.getText(), before);
  });
});

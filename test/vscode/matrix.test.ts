import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const cell = (product: string, cloud: string): string => `[data-product="${product}"][data-cloud="${cloud}"]`;

/** Waits until the view shows the status on the cell. */
const shows = (product: string, cloud: string, status: string) => webview.elements(`${cell(product, cloud)}[data-status="${status}"]`);

describe('the availability matrix', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });
  afterEach(closeEditors);

  it('opens from the command, shows the cells of the as-of day, and a click leads to the clause', async () => {
    await page.resize(1600, 900);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await shows('frontier', 'azure', 'conflict');
    const cells = await webview.elements('[data-product][data-cloud]');
    const shown = Object.fromEntries(cells.map(({ attributes }) => [`${attributes['data-product']} ${attributes['data-cloud']}`, `${attributes['data-status']} ${attributes['data-certain']}`]));
    assert.deepEqual(shown, {
      'models azure': 'first false', 'models aws': 'after-first false', 'models google-cloud': 'after-first false',
      'chatgpt azure': 'first false', 'chatgpt aws': 'after-first false', 'chatgpt google-cloud': 'after-first false',
      'frontier azure': 'conflict false', 'frontier aws': 'exclusive true', 'frontier google-cloud': 'barred true',
      'stateful-runtime azure': 'first false', 'stateful-runtime aws': 'after-first false', 'stateful-runtime google-cloud': 'after-first false',
    });

    await webview.click(cell('frontier', 'azure'));
    await webview.wait('[data-node="amazon-alliance/frontier-exclusive"]', 'frontier-exclusive');
    await page.screenshot(`matrix-${testKind}`);
    await webview.click('[data-node="amazon-alliance/frontier-exclusive"] > .node-row .node-words');
    const selected = await waitFor(() => {
      const active = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === editor.document.uri.toString());
      const text = active && active.document.getText(active.selection);
      return text?.startsWith('frontier-exclusive') ? text : undefined;
    }, { what: 'the clause to be selected in the text', events: [vscode.window.onDidChangeTextEditorSelection] });
    assert.ok(selected);
  });

  it('follows the text while one types', async () => {
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await shows('frontier', 'aws', 'exclusive');
    const document = editor.document;
    const start = document.getText().indexOf('type: exclusivity', document.getText().indexOf('frontier-exclusive:'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + 'type: exclusivity'.length)), 'type: restriction');
    await vscode.workspace.applyEdit(edit);
    await shows('frontier', 'aws', 'barred');
    await shows('frontier', 'azure', 'first');
  });

  it('says that text which cannot be read is left out', async () => {
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await shows('frontier', 'aws', 'exclusive');
    await editor.document.save();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(1, 0), 'nonsense: true\n');
    await vscode.workspace.applyEdit(edit);
    await webview.wait('[role="alert"]', 'error');
  });
});

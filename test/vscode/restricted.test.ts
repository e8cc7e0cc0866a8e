import { assert } from './assert';
import * as vscode from 'vscode';
import { TOOL_LABELS } from '../../src/protocol-tools';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, openExample, page, waitFor, webview } from './support';

const IMPORTING = 'imports-shared.entente.yaml';
const IMPORTED = 'shared/parties-and-clouds.entente.yaml';
const codes = (uri: vscode.Uri): unknown[] => vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
const lacksImport = (list: readonly vscode.Diagnostic[]): boolean => list.some(({ code }) => typeof code === 'object' && code.value === 'import-not-found');

describe('a folder that is not trusted', () => {
  let controller: vscode.TestController;
  before(async () => {
    ({ tests: controller } = (await ententeExtension()).exports as { tests: vscode.TestController });
    assert.equal(vscode.workspace.isTrusted, false);
  });
  afterEach(closeEditors);

  it('has findings, hovers and the matrix of what is open', async () => {
    const { document } = await openExample('games-timed-exclusive.entente.yaml');
    const at = document.positionAt(document.getText().indexOf('type: exclusivity') + 8);
    const said = await waitFor(async () => (await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at))
      .flatMap(({ contents }) => contents).map((content) => (content as vscode.MarkdownString).value).join('\n'), { what: 'a hover' });
    assert.match(said, /exclusiv/i);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.wait('main[data-state="current"] h1', 'exclusive');
    await page.screenshot('restricted');
  });

  it('does not read an import that is not open, and reads it once it is', async () => {
    const { document } = await openExample(IMPORTING);
    await diagnosticsOf(document.uri, lacksImport, 'the import to be missing');
    await openExample(IMPORTED);
    await vscode.window.showTextDocument(document);
    await diagnosticsOf(document.uri, (list) => !lacksImport(list), 'the import to be read from the open text');
  });

  it('does not read a document that is quoted, and says so', async () => {
    const { document } = await openExample('openai-cloud-alliances.entente.yaml');
    await diagnosticsOf(document.uri, (list) => list.length > 0);
    assert.ok(codes(document.uri).includes('document-not-found'), codes(document.uri).join(', '));
    await page.wait('.statusbar-item[id*="entente.status"]', 'conflict');
  });

  it('is not looked through: no tests of closed files, no file to compare with, no last commit', async () => {
    const { document } = await openExample(IMPORTING);
    await controller.refreshHandler!(new vscode.CancellationTokenSource().token);
    // VS Code may keep a text for a while after it was closed.
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri.toString());
    assert.deepEqual([...controller.items].map(([id]) => id).filter((id) => !open.includes(id)), []);
    assert.ok(controller.items.get(document.uri.toString()));
    for (const [command, answer] of [
      ['entente.compareWithFile', 'In Restricted Mode other files are not looked for.'], ['entente.compareWithCommit', 'In Restricted Mode the last commit is not read.'],
    ] as const) {
      void vscode.commands.executeCommand(command, document.uri);
      await vscode.commands.executeCommand('notifications.showList');
      await page.wait('.notifications-center', answer);
    }
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('gives nothing to language models', async () => {
    for (const { name } of TOOL_LABELS) {
      const asked = vscode.lm.invokeTool(name, { toolInvocationToken: undefined, input: { file: IMPORTING, product: 'ledger', cloud: 'quarry' } });
      const refused = await Promise.resolve(asked).then(() => '', (error: Error) => error.message);
      assert.ok(refused !== '', `${name} has answered`);
    }
  });

  it('is read as soon as it is trusted', async () => {
    const { document } = await openExample('openai-cloud-alliances.entente.yaml');
    await waitFor(() => codes(document.uri).includes('document-not-found'), { what: 'the quoted document to be missing' });
    await vscode.commands.executeCommand('workbench.trust.manage');
    await page.click('.workspace-trust-editor .workspace-trust-buttons-row .monaco-button');
    await waitFor(() => vscode.workspace.isTrusted, { what: 'trust', events: [vscode.workspace.onDidGrantWorkspaceTrust] });
    await vscode.window.showTextDocument(document);
    await waitFor(() => { const now = codes(document.uri); return now.length > 0 && !now.includes('document-not-found'); }, { what: 'the quoted document to be read' });
    await controller.refreshHandler!(new vscode.CancellationTokenSource().token);
    assert.ok(controller.items.get(exampleUri('before-the-renegotiation.entente.yaml').toString()));
  });
});

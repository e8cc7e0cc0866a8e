import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, needsBridge, openExample, page, waitFor } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const SHARED = 'who.entente.yaml';
const DEAL = 'uses-who.entente.yaml';
const MOVED = 'moved-who.entente.yaml';
const SHARED_TEXT = 'entente: 1\nparties:\n  meteo: { name: Meteo }\n  north: { name: North }\n';
const DEAL_TEXT = `entente: 1
import: [./${SHARED}]
agreements:
  deal:
    parties: [meteo, north]
    signed: 2025
    through: 2030
    clauses:
      paid: { type: license, by: meteo, to: north, subject: [maps] }
`;

const write = (name: string, text: string) => vscode.workspace.fs.writeFile(exampleUri(name), new TextEncoder().encode(text));
const positionOf = (document: vscode.TextDocument, words: string): vscode.Position => document.positionAt(document.getText().indexOf(words) + 1);

describe('finding the way', () => {
  before(ententeExtension);
  beforeEach(async () => {
    await write(SHARED, SHARED_TEXT);
    await write(DEAL, DEAL_TEXT);
  });
  afterEach(async () => {
    await closeEditors();
    for (const name of [SHARED, DEAL, MOVED]) await vscode.workspace.fs.delete(exampleUri(name)).then(undefined, () => undefined); // a test may have moved it
  });

  it('refuses a name that is taken, in one sentence', async () => {
    const shared = await vscode.workspace.openTextDocument(exampleUri(SHARED));
    const refused = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', shared.uri, positionOf(shared, 'north:'), 'meteo').then(() => undefined, (error: Error) => error.message);
    assert.match(refused ?? '', /`meteo` is already the id of a party/);
  });

  it('renames a party in the file that declares it and in one that nobody has open', async () => {
    const shared = await vscode.workspace.openTextDocument(exampleUri(SHARED));
    const edit = await waitFor(async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', shared.uri, positionOf(shared, 'north:'), 'boreal');
      return found.size === 2 ? found : undefined;
    }, { what: 'a rename in two files' });
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const deal = await vscode.workspace.openTextDocument(exampleUri(DEAL));
    assert.match(deal.getText(), /parties: \[meteo, boreal\]/);
    assert.match(deal.getText(), /to: boreal,/);
    assert.match(shared.getText(), / {2}boreal: \{ name: North \}/);
    await diagnosticsOf(deal.uri, (list) => list.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    await vscode.workspace.saveAll();
  });

  it('updates imports when a file is moved', async () => {
    const deal = await vscode.workspace.openTextDocument(exampleUri(DEAL));
    await diagnosticsOf(deal.uri, (list) => list.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    const move = new vscode.WorkspaceEdit();
    move.renameFile(exampleUri(SHARED), exampleUri(MOVED));
    assert.equal(await vscode.workspace.applyEdit(move), true);
    await waitFor(() => deal.getText().includes(`import: [./${MOVED}]`), { what: 'the new path in the import' });
    await diagnosticsOf(deal.uri, (list) => list.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    await vscode.workspace.saveAll();
  });

  it('shows who ended what, both ways', async () => {
    const { document } = await openExample(EXAMPLE);
    const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', document.uri, positionOf(document, 'microsoft-original:'));
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', items[0]);
    assert.deepEqual(calls.map(({ from }) => document.getText(from.selectionRange)), ['microsoft-renegotiated']);
    const back = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', calls[0]!.from);
    assert.deepEqual(back.map(({ to }) => document.getText(to.selectionRange)), ['microsoft-original']);
  });

  it('finds symbols of the workspace, folds, links and tokens', async () => {
    const { document } = await openExample('imports-shared.entente.yaml');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'microsoft-original');
    assert.ok(symbols.some(({ name, location }) => name === 'microsoft-original' && location.uri.path.endsWith(EXAMPLE)), symbols.map(({ name }) => name).join(', '));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = await Promise.all(links.filter(({ target }) => target?.path.endsWith('.entente.yaml')).map(({ target }) => vscode.workspace.fs.stat(target!)));
    assert.ok(targets.length > 0, 'the import leads to a file that is there');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length > 0);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 0);
  });

  it('looks like this', async function () {
    needsBridge(this);
    const editor = await openExample(EXAMPLE);
    const at = positionOf(editor.document, 'microsoft-original:');
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('editor.showCallHierarchy');
    await page.wait('.call-hierarchy', 'Renegotiated');
    await page.screenshot('supersession');
    await vscode.commands.executeCommand('editor.closeCallHierarchy');
    await vscode.commands.executeCommand('outline.focus');
    await page.wait('.outline-tree', 'parties');
    await page.screenshot('outline');
  });
});

import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, needsBridge, page, testKind, waitFor } from './support';

const opened = (words: string): Promise<vscode.TextDocument> => waitFor(() => {
  const active = vscode.window.activeTextEditor?.document;
  return active?.isUntitled && active.getText().includes(words) ? active : undefined;
}, { what: `a new file with ${words}`, events: [vscode.window.onDidChangeActiveTextEditor] });

describe('a new agreement file', () => {
  before(ententeExtension);
  afterEach(closeEditors);

  it('opens from answers that are given, and has no findings', async () => {
    await vscode.commands.executeCommand('entente.newFile', { parties: ['Quarry Software', 'Harbor Hosting'], clouds: ['North', 'South'], products: ['Ledger'], type: 'restriction' });
    const document = await opened('type: restriction');
    assert.equal(document.languageId, 'entente');
    assert.match(document.fileName, /[/\\]agreement\.entente\.yaml$/);
    await diagnosticsOf(document.uri, (diagnostics) => diagnostics.length === 0);
  });

  it('has a name that no other file has, and is saved there', async () => {
    const taken = exampleUri('agreement.entente.yaml');
    const wish = { parties: ['Quarry Software', 'Harbor Hosting'], clouds: ['North'], products: ['Ledger'], type: 'restriction' };
    await vscode.workspace.fs.writeFile(taken, new TextEncoder().encode('entente: 1\n'));
    await vscode.commands.executeCommand('entente.newFile', wish);
    const { fileName } = await opened('type: restriction');
    assert.match(fileName, /[/\\]agreement-2\.entente\.yaml$/);
    await vscode.commands.executeCommand('workbench.action.files.save');
    const saved = exampleUri('agreement-2.entente.yaml');
    await waitFor(async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(saved)).includes('type: restriction'), { what: 'the saved file' });
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(taken)), 'entente: 1\n');
    for (const uri of [taken, saved]) await vscode.workspace.fs.delete(uri);
  });

  it('asks four questions, and for more where an answer is too short', async function () {
    needsBridge(this);
    const made = vscode.commands.executeCommand('entente.newFile');
    await page.elements('.quick-input-widget input[placeholder^="Quarry"]');
    await page.type('Quarry Software');
    await page.wait('.quick-input-message', 'Name two parties at least.');
    await page.type(', Harbor Hosting');
    await page.press('Enter');
    await page.elements('.quick-input-widget input[placeholder^="Harbor"]');
    await page.type('North, South');
    await page.press('Enter');
    await page.elements('.quick-input-widget input[placeholder^="Ledger"]');
    await page.type('Ledger');
    await page.press('Enter');
    await page.wait('.quick-input-widget', 'The product is served on this cloud first.');
    await page.screenshot(`new-file-${testKind}`);
    await page.type('first-availability');
    await page.press('Enter');
    await made;
    const document = await opened('type: first-availability');
    assert.ok(document.getText().includes('operator: harbor-hosting'));
  });
});

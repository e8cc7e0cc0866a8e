import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, openText, waitFor } from './support';

const NAME = 'untidy.entente.yaml';
const TYPED = 'begun.entente.yaml';
const TEXT = 'entente:   1\nparties:\n    a: {note: x,name: A} # who\n';

describe('putting an agreement in order', () => {
  before(ententeExtension);
  afterEach(async () => {
    await closeEditors();
    for (const name of [NAME, TYPED]) await vscode.workspace.fs.delete(exampleUri(name)).then(undefined, () => undefined); // each test writes one of them
  });

  it('formats the document', async () => {
    const { document } = await openText(NAME, TEXT);
    await diagnosticsOf(document.uri, (list) => list.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    await waitFor(async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() === 'entente: 1\nparties:\n  a: { note: x, name: A } # who\n';
    }, { what: 'the formatted text' });
  });

  it('writes a mapping in braces as a block', async () => {
    const { document } = await openText(NAME, TEXT);
    const at = document.positionAt(TEXT.indexOf('note'));
    const actions = await waitFor(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at), vscode.CodeActionKind.RefactorRewrite.value);
      return found.length > 0 ? found : undefined;
    }, { what: 'an action' });
    assert.equal(actions[0]!.title, 'Write `a` as a block');
    assert.equal(await vscode.workspace.applyEdit(actions[0]!.edit!), true);
    assert.equal(document.getText(), 'entente:   1\nparties:\n    a:\n      note: x\n      name: A # who\n');
  });

  it('accepts a completion as one types', async () => {
    const { document } = await openText(TYPED, 'entente: 1\n');
    const editor = vscode.window.activeTextEditor!;
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: 'par' });
    const accepted = await waitFor(async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText() !== 'entente: 1\npar' ? document.getText() : undefined;
    }, { what: 'the accepted suggestion', events: [vscode.workspace.onDidChangeTextDocument] });
    assert.match(accepted, /^entente: 1\nparties:\s/);
  });
});

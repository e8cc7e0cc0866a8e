import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, exampleUri, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const answers = (): vscode.TextDocument[] => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'entente-answer');

/** The text of an answer that is open, as soon as it has these words. */
const answerWith = (words: string): Promise<string> => waitFor(() => answers().map((document) => document.getText()).find((text) => text.includes(words)), {
  what: `an answer with ${words}`, events: [vscode.workspace.onDidOpenTextDocument, vscode.workspace.onDidChangeTextDocument],
});

describe('questions about a whole file', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });
  afterEach(closeEditors);

  it('are picked step by step; the answer is rendered, cannot be edited, and follows the text', async () => {
    const editor = await openExample(EXAMPLE);
    const asked = vscode.commands.executeCommand('entente.ask');
    await page.wait('.quick-input-widget', 'Can this party serve this product anywhere?');
    await page.screenshot(`ask-${testKind}`);
    await page.type('anywhere');
    await page.press('Enter');
    await page.wait('.quick-input-widget', 'Microsoft');
    await page.type('amazon');
    await page.press('Enter');
    await page.wait('.quick-input-widget', 'Stateful runtime');
    await page.type('frontier');
    await page.press('Enter');
    await asked;
    const text = await answerWith('Yes: Amazon can serve Frontier');
    assert.ok(text.startsWith('## Can this party serve this product anywhere?'));
    assert.equal(vscode.workspace.fs.isWritableFileSystem('entente-answer'), undefined);
    await webview.wait('h2', 'Can this party serve this product anywhere?');
    await page.screenshot(`answer-${testKind}`);
    const whole = editor.document.getText();
    const at = whole.indexOf('type: exclusivity', whole.indexOf('frontier-exclusive:'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 'type: exclusivity'.length)), 'type: primary-cloud');
    await vscode.workspace.applyEdit(edit);
    await answerWith('after-first');
  });

  it('take the day of the matrix that is open', async () => {
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click('[aria-label="Next change"]');
    await webview.elements('main[data-at="2033-01-01"][data-state="current"]');
    await vscode.commands.executeCommand('entente.ask', { uri: exampleUri(EXAMPLE).toString(), question: 'serve', party: 'amazon', product: 'frontier' });
    await answerWith('on 2033-01-01');
  });

  it('what an agreement changes opens as a comparison from the lens above it', async () => {
    const editor = await openExample(EXAMPLE);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri);
    const lens = lenses.find(({ command }) => command?.title === 'What does this agreement change?' && command.arguments?.[1] === 'amazon-alliance');
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []) as unknown[]);
    await webview.wait('.side h2', 'without amazon-alliance');
    await webview.wait('.plan-list h2', 'Conflicts');
    await page.screenshot(`plan-${testKind}`);
  });
});

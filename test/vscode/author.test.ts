import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, openExample, openText } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';

const positionOf = ({ document }: vscode.TextEditor, words: string): vscode.Position => {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, `the text has ${words}`);
  return document.positionAt(offset + 1);
};
const codeOf = ({ code }: vscode.Diagnostic): string | undefined => (typeof code === 'object' ? String(code.value) : undefined);

describe('writing an agreement', () => {
  before(ententeExtension);
  afterEach(async () => {
    await closeEditors();
    for (const name of ['typed.entente.yaml', 'completed.entente.yaml']) {
      await vscode.workspace.fs.delete(exampleUri(name)).then(undefined, () => undefined); // not every test writes it
    }
  });

  it('opens the example as Entente and shows its findings, with links to their pages', async () => {
    const editor = await openExample(EXAMPLE);
    assert.equal(editor.document.languageId, 'entente');
    const diagnostics = await diagnosticsOf(editor.document.uri, (list) => list.some((one) => codeOf(one) === 'conflict'));
    const open = diagnostics.filter((one) => codeOf(one) === 'conflict' && one.severity === vscode.DiagnosticSeverity.Warning);
    assert.equal(open.length, 1);
    assert.equal(editor.document.getText(open[0]!.range), 'first-on-azure');
    assert.ok((open[0]!.relatedInformation ?? []).length > 0);
    const { target } = open[0]!.code as { target: vscode.Uri };
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), /# conflict: /);
  });

  it('finds what is broken, where it is broken, and is quiet again when it is mended', async () => {
    const editor = await openText('typed.entente.yaml', 'entente: 1\nparties: { a: {}, b: {} }\nclouds: { one: {} }\nproducts: { tool: { owner: a } }\nagreements:\n  deal:\n    parties: [a, b]\n    effective: 2026-01-01\n    through: 2027\n    clauses:\n      served: { type: availability, by: a, to: b, cloud: one }\n');
    await diagnosticsOf(editor.document.uri, (list) => list.length === 0);
    const to = editor.document.getText().indexOf('to: b');
    const range = new vscode.Range(editor.document.positionAt(to + 4), editor.document.positionAt(to + 5));
    await editor.edit((edit) => edit.replace(range, 'c'));
    const [found] = await diagnosticsOf(editor.document.uri, (list) => list.some((one) => codeOf(one) === 'unknown-reference'));
    assert.ok(found);
    const broken = vscode.languages.getDiagnostics(editor.document.uri).find((one) => codeOf(one) === 'unknown-reference')!;
    assert.equal(editor.document.getText(broken.range), 'c');
    await editor.edit((edit) => edit.replace(range, 'b'));
    await diagnosticsOf(editor.document.uri, (list) => list.length === 0);
  });

  it('explains a clause in plain English on hover', async () => {
    const editor = await openExample(EXAMPLE);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, positionOf(editor, 'first-on-azure:'));
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
    assert.match(text, /OpenAI promises Microsoft that/);
    assert.match(text, /2026-04-27/);
    assert.match(text, /2032-12-31/);
  });

  it('completes a key, and offers none that is there', async () => {
    const text = 'entente: 1\nparties: { a: {} }\nagreements:\n  deal:\n    parties: [a]\n    eff\n';
    const editor = await openText('completed.entente.yaml', text);
    const position = editor.document.positionAt(text.indexOf('eff') + 3);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, position);
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('effective'), labels.join(', '));
    assert.ok(!labels.includes('parties'), labels.join(', '));
  });

  it('reads imports through the workspace', async () => {
    const editor = await openExample('imports-shared.entente.yaml');
    await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, new vscode.Position(0, 0));
    const missing = vscode.languages.getDiagnostics(exampleUri('imports-shared.entente.yaml')).filter((one) => codeOf(one) === 'import-not-found' || codeOf(one) === 'unknown-reference');
    assert.deepEqual(missing, []);
  });
});

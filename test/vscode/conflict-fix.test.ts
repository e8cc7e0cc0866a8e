import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, openExample, openText } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const codeOf = ({ code }: vscode.Diagnostic): string | undefined => (typeof code === 'object' ? String(code.value) : undefined);
const isOpenConflict = (one: vscode.Diagnostic): boolean => codeOf(one) === 'conflict' && one.severity === vscode.DiagnosticSeverity.Warning;

/** The code actions at a range, with their edits. */
async function actionsAt(uri: vscode.Uri, range: vscode.Range, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 50);
}

describe('settling what clashes', () => {
  before(ententeExtension);
  afterEach(async () => {
    await closeEditors();
    for (const name of ['to-move.entente.yaml', 'shared.entente.yaml']) {
      await vscode.workspace.fs.delete(exampleUri(name)).then(undefined, () => undefined); // not every test writes it
    }
  });

  it('a quick fix of the conflict in the example makes it disappear', async () => {
    const { document } = await openExample(EXAMPLE);
    // Another test may just have reverted the text: what counts are findings of the text as it is now.
    const found = await diagnosticsOf(document.uri, (list) => list.some((one) => isOpenConflict(one) && document.getText(one.range) === 'first-on-azure'));
    const conflict = found.find(isOpenConflict)!;
    const actions = await actionsAt(document.uri, conflict.range, vscode.CodeActionKind.QuickFix);
    const fixes = actions.filter(({ title }) => title.startsWith('Make `'));
    assert.equal(fixes.length, 2, actions.map(({ title }) => title).join('\n'));
    const fix = fixes.find(({ title }) => title.startsWith('Make `microsoft-renegotiated/first-on-azure` subject to `amazon-alliance/frontier-exclusive`'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    assert.match(fix.title, /prevails where both apply \(4 expectations then fail\)$/);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await diagnosticsOf(document.uri, (list) => list.some((one) => codeOf(one) === 'failed-expectation') && !list.some(isOpenConflict), 'the conflict to be gone');
    assert.match(document.getText(), /\n {8}subject-to: \[amazon-alliance\/frontier-exclusive\]\n/);
  });

  it('a declaration moves to a new file, which is imported', async () => {
    const { document } = await openText('to-move.entente.yaml', 'entente: 1\nparties:\n  meteo: { name: Meteo } # ours\n  north: {}\nproducts:\n  maps: { owner: meteo }\n');
    const position = document.positionAt(document.getText().indexOf('meteo'));
    const [move] = await actionsAt(document.uri, new vscode.Range(position, position), vscode.CodeActionKind.Refactor);
    assert.ok(move?.edit, 'there is a move');
    assert.equal(move.title, 'Move `meteo` to a new file `shared.entente.yaml`');
    assert.ok(await vscode.workspace.applyEdit(move.edit));
    assert.equal(document.getText(), 'entente: 1\nimport: [./shared.entente.yaml]\nparties:\n  north: {}\nproducts:\n  maps: { owner: meteo }\n');
    const created = await vscode.workspace.openTextDocument(exampleUri('shared.entente.yaml'));
    assert.equal(created.getText(), 'entente: 1\n\nparties:\n  meteo: { name: Meteo } # ours\n');
    await created.save();
    await diagnosticsOf(document.uri, (list) => list.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error), 'no errors after the move');
  });
});

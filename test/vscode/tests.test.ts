import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, exampleUri, needsBridge, openText, page, print, testKind, waitFor } from './support';

const HEAD = 'entente: 1\nproducts: { tool: { name: Tool } }\nclouds: { one: { name: Cloud one } }\n';
const ONE_OF_TWO = `${HEAD}expect:
  - { at: 2026-01-01, product: tool, cloud: one, status: unspecified }
  - { at: 2026-02-01, product: tool, cloud: one, status: barred }
`;
const NAME = 'tested.entente.yaml';

interface Row { readonly label: string; readonly state: string }

describe('the Test Explorer', () => {
  let controller: vscode.TestController;
  before(async () => {
    const extension = await ententeExtension();
    controller = (extension.exports as { tests: vscode.TestController }).tests;
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(exampleUri(NAME)).then(undefined, () => undefined); // not every test writes it
  });

  const itemOf = (name: string): vscode.TestItem | undefined => controller.items.get(exampleUri(name).toString());
  const children = (item: vscode.TestItem | undefined): vscode.TestItem[] => [...(item?.children ?? [])].map(([, child]) => child);
  /** The tests of a file, as soon as there are some that satisfy `wanted`. */
  const testsOf = (name: string, wanted: (tests: vscode.TestItem[]) => boolean = (tests) => tests.length > 0): Promise<vscode.TestItem[]> =>
    waitFor(() => (wanted(children(itemOf(name))) ? children(itemOf(name)) : undefined), { what: `the tests of ${name}` });
  /** Rows of the view, each with the state that it says. */
  const rows = async (): Promise<readonly Row[]> => (await page.elements('.test-explorer .monaco-list-row')).map(({ attributes }) => {
    const [, label = '', state = ''] = /^(.*?)(?: \(([^()]*)\))?(?:, in [\d.,]+ ?\w+)?$/.exec(attributes['aria-label'] ?? '') ?? [];
    return { label, state };
  });

  it('has the expectations of an open file at once, and they follow the text', async () => {
    const editor = await openText(NAME, ONE_OF_TWO);
    const [first, second] = await testsOf(NAME);
    assert.equal(first?.label, '2026-01-01 · tool on one: unspecified');
    assert.equal(editor.document.getText(second!.range), '{ at: 2026-02-01, product: tool, cloud: one, status: barred }');
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '  - { at: 2026-03-01, product: tool, cloud: one, certain: true }\n'));
    const tests = await testsOf(NAME, (list) => list.length === 3);
    assert.deepEqual(tests.map(({ label }) => label.slice(13)).sort(), ['tool on one: barred', 'tool on one: certain', 'tool on one: unspecified']);
  });

  it('finds the files of the workspace, and the findings that they expect', async () => {
    await controller.refreshHandler!(new vscode.CancellationTokenSource().token);
    const broken = itemOf('broken/conflict.entente.yaml');
    assert.equal(broken?.label, 'broken/conflict.entente.yaml');
    assert.ok(broken?.canResolveChildren);
    await controller.resolveHandler!(broken);
    const [group] = children(broken);
    assert.equal(group?.label, 'expected findings');
    assert.ok(children(group).some(({ label }) => label === 'line 24: conflict'), children(group).map(({ label }) => label).join(', '));
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const gone = controller.createTestItem(exampleUri('gone.entente.yaml').toString(), 'gone.entente.yaml', exampleUri('gone.entente.yaml'));
    await controller.resolveHandler!(gone);
    assert.match(String(gone.error), /cannot be read/);
  });

  it('runs the expectations of a file: one passes, one fails with what is and what should be', async function () {
    needsBridge(this);
    await page.resize(1600, 900);
    await openText(NAME, ONE_OF_TWO);
    const [first] = await testsOf(NAME);
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    await vscode.commands.executeCommand('entente.runExpectations');
    await vscode.commands.executeCommand('vscode.revealTestInExplorer', first);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('testing.goToNextMessage');
    await page.screenshot(`tests-${testKind}`);
    await print('A' + JSON.stringify((await page.elements('.monaco-list-row')).map(({ attributes }) => attributes['aria-label'])));
    await print('B' + JSON.stringify((await page.elements('.peekview-widget')).map(({ text }) => text)));
    await page.screenshot(`tests-${testKind}`);
    const shown = await waitFor(async () => {
      const list = await rows();
      return list.some(({ state }) => state === 'Failed') ? list : undefined;
    }, { what: 'a failed test in the view' });
    assert.deepEqual(shown, []);
    await page.screenshot(`tests-${testKind}`);
  });
});

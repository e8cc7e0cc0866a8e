// In a display language for which the extension has a translation: a made-up one, written beside a copy of it by run-vscode-tests.mjs.
import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, openExample, openText, page, testKind, webview } from './support';

type Texts = Readonly<Record<string, string>>;
const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const NO_FILE = 'Open an Entente file first: its name ends in .entente.yaml.';

describe('in another display language', () => {
  let extension: vscode.Extension<unknown>;
  let manifest: Texts;
  let said: Texts;
  const read = async (file: string): Promise<Texts> =>
    JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, file)))) as Texts;
  /** The text in the made-up language, which has no three letters of English in a row. */
  const say = (texts: Texts, key: string): string => {
    const text = texts[key] ?? key;
    assert.ok(!/[A-Za-z]{3}/.test(text), text);
    return text;
  };

  before(async () => {
    extension = await ententeExtension();
    manifest = await read(`package.nls.${vscode.env.language}.json`);
    said = await read(`l10n/bundle.l10n.${vscode.env.language}.json`);
  });
  afterEach(closeEditors);

  it('VS Code speaks it, and gives the extension its translation', () => {
    assert.equal(vscode.env.language, 'qps-ploc');
    assert.equal(vscode.l10n.t(NO_FILE), said[NO_FILE]);
  });

  it('commands have their titles in it', async () => {
    const title = say(manifest, 'command.newFile');
    const { commands } = (extension.packageJSON as { contributes: { commands: { command: string; title: { value: string } }[] } }).contributes;
    assert.equal(commands.find(({ command }) => command === 'entente.newFile')?.title.value, title);
    void vscode.commands.executeCommand('workbench.action.quickOpen', `>${title}`);
    await page.wait('.quick-input-list .monaco-list-row', title);
    await page.screenshot(`commands-${testKind}`);
    await page.press('Escape');
  });

  it('the client speaks it', async () => {
    await vscode.commands.executeCommand('entente.showMatrix');
    await vscode.commands.executeCommand('notifications.showList');
    await page.wait('.notifications-center', say(said, NO_FILE));
    await page.screenshot(`message-${testKind}`);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('the matrix speaks it, and keeps the statuses of the language', async () => {
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    const cells = await webview.wait('[data-product="frontier"][data-cloud="azure"]', 'conflict');
    assert.equal(cells.length, 1);
    await webview.wait('main', say(said, 'What is not known'));
    await page.screenshot(`matrix-${testKind}`);
  });

  it('a finding keeps its code', async () => {
    const { document } = await openText('other-language.entente.yaml', 'entente: 1\nexpect:\n  - { at: 2026-01-01, product: nothing, cloud: nowhere, status: barred }\n');
    const found = await diagnosticsOf(document.uri, (diagnostics) => diagnostics.length > 0);
    const codes = found.map(({ code }) => (typeof code === 'object' ? code.value : code));
    assert.deepEqual([...new Set(codes)], ['unknown-reference']);
  });
});

import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, needsBridge, openExample, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const PAGE = 'html:has(#app[data-uri])';

/** The policy of the page in front, as it was delivered. */
async function policy(): Promise<ReadonlyMap<string, string>> {
  const [meta] = await webview.elements(`${PAGE} meta[http-equiv="Content-Security-Policy"]`);
  return new Map((meta?.attributes['content'] ?? '').split(';').map((part) => part.trim().split(/ (.*)/)).map(([name = '', value = '']) => [name, value]));
}

describe('the page of the matrix', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });
  afterEach(closeEditors);

  async function opened(): Promise<ReadonlyMap<string, string>> {
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.wait('h1', 'OpenAI');
    return policy();
  }

  it('allows one script by a nonce, one style sheet of the extension, and nothing else', async () => {
    const rules = await opened();
    assert.match(rules.get('script-src') ?? '', /^'nonce-[0-9a-f]{32}'$/);
    for (const name of ['default-src', 'font-src', 'connect-src', 'base-uri', 'form-action']) assert.equal(rules.get(name), `'none'`, name);
    assert.equal(rules.get('img-src'), 'blob:');
    for (const [name, value] of rules) assert.ok(!/unsafe-|strict-dynamic|data:|\s\*|^\*|http:/.test(value), `${name} ${value}`);
    assert.deepEqual([...rules.keys()].sort(), ['base-uri', 'connect-src', 'default-src', 'font-src', 'form-action', 'img-src', 'script-src', 'style-src']);
  });

  it('loads from the folder of its own extension, and nothing remote', async () => {
    await opened();
    const loaded = await webview.elements(`${PAGE} :is(script[src], link[href], img, iframe, object, embed)`);
    const addresses = loaded.map(({ attributes }) => attributes['src'] ?? attributes['href'] ?? '');
    assert.equal(addresses.length, 2);
    for (const address of addresses) assert.match(address, /\/dist\/webview\/matrix\.(?:js|css)$/);
  });

  it('gets a nonce that was never there before, each time', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 3; round++) {
      seen.add((await opened()).get('script-src') ?? '');
      await closeEditors();
    }
    assert.equal(seen.size, 3);
  });
});

describe('an export without a dialog', () => {
  before(ententeExtension);
  afterEach(closeEditors);

  it('is not written outside the workspace', async () => {
    const { document } = await openExample(EXAMPLE);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    for (const to of [vscode.Uri.joinPath(folder, '..', 'escaped.csv'), vscode.Uri.joinPath(folder, 'sub', '..', '..', 'escaped.csv'), folder.with({ path: `${folder.path}-beside/escaped.csv` })]) {
      await vscode.commands.executeCommand('entente.exportMatrix', { uri: document.uri.toString(), format: 'csv', to: to.toString() });
      const written = await vscode.workspace.fs.stat(to).then(() => true, () => false);
      assert.equal(written, false, to.toString());
    }
  });
});

describe('a report of an issue', () => {
  before(ententeExtension);
  afterEach(closeEditors);

  it('is a text to look through: versions, and nothing of the agreements that are open', async () => {
    const { document } = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.reportIssue');
    const report = vscode.window.activeTextEditor?.document;
    assert.ok(report?.isUntitled);
    const text = report.getText();
    assert.match(text, /- Entente \d+\.\d+\.\d+\n/);
    assert.ok(text.includes(vscode.version));
    assert.match(text, /, [1-9]\d* agreement file\(s\) open\n/);
    assert.match(text, /\n- language server running\n/);
    const words = new Set(document.getText().match(/[a-z-]{9,}/g));
    assert.deepEqual([...words].filter((word) => text.includes(word) && !['agreement', 'agreements', 'different', 'something'].includes(word)), []);
  });
});

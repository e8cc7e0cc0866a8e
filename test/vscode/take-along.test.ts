import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, exampleUri, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const read = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** What the command line prints in the folder of the workspace; only a host with Node can run it. */
async function printed(...args: string[]): Promise<string> {
  const { execFileSync } = await import('node:child_process');
  const { extensionUri } = await ententeExtension();
  return execFileSync('node', [vscode.Uri.joinPath(extensionUri, 'dist/cli/entente.js').fsPath, ...args], { cwd: exampleUri('').fsPath, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
}

describe('taking the matrix along', () => {
  before(ententeExtension);
  afterEach(closeEditors);

  it('saves every format as the command line prints it', async () => {
    await openExample(EXAMPLE);
    for (const format of ['svg', 'html', 'csv', 'markdown', 'json']) {
      const to = exampleUri(`exported.${format}`);
      await vscode.commands.executeCommand('entente.exportMatrix', { format, to: to.toString() });
      const text = await read(to);
      await vscode.workspace.fs.delete(to);
      assert.ok(text.includes('frontier') || text.includes('Frontier'));
      if (testKind === 'node') assert.equal(text, await printed('matrix', EXAMPLE, '--format', format));
    }
  });

  it('takes the day and the assumptions of the panel, asks for format and place, and draws a PNG', async function () {
    needsBridge(this);
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click('[aria-label="Next change"]');
    await webview.elements('main[data-at="2033-01-01"][data-state="current"]');
    await page.click('.editor-actions [aria-label*="Copy Matrix"]');
    const copied = await waitFor(async () => (await vscode.env.clipboard.readText()).includes('2033-01-01'), { what: 'the matrix of the panel on the clipboard' });
    assert.ok(copied);
    await webview.click('.take .button:last-child');
    await page.elements('.quick-input-widget input[placeholder^="On 2033-01-01"]');
    await page.type('csv');
    await page.press('Enter');
    await page.wait('.quick-input-widget', 'sources'); // the dialog has listed the folder
    await page.screenshot(`export-${testKind}`);
    await page.press('Enter');
    const csv = exampleUri('openai-cloud-alliances-2033-01-01.csv');
    const text = await waitFor(() => read(csv), { what: 'the exported file' });
    if (testKind === 'node') assert.equal(text, await printed('matrix', EXAMPLE, '--at', '2033-01-01', '--format', 'csv'));
    const png = exampleUri('exported.png');
    await vscode.commands.executeCommand('entente.exportMatrix', { uri: exampleUri(EXAMPLE).toString(), format: 'png', to: png.toString() });
    const bytes = await vscode.workspace.fs.readFile(png);
    assert.equal(new TextDecoder().decode(bytes.slice(1, 4)), 'PNG');
    for (const file of [csv, png]) await vscode.workspace.fs.delete(file);
  });

  it('copies the matrix, and the row and the cell that a menu names', async () => {
    await openExample(EXAMPLE);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('entente.copyMatrix');
    const matrix = await vscode.env.clipboard.readText();
    const cell = { webviewSection: 'cell', uri: exampleUri(EXAMPLE).toString(), product: 'frontier', cloud: 'aws' };
    await vscode.commands.executeCommand('entente.copyRow', cell);
    const row = await vscode.env.clipboard.readText();
    await vscode.commands.executeCommand('entente.copyCell', { ...cell, format: 'csv' });
    const one = await vscode.env.clipboard.readText();
    assert.equal(matrix.split('\n').filter((line) => line.startsWith('| ')).length, 6);
    assert.ok(row.includes('| Frontier |') && !row.includes('ChatGPT'));
    assert.ok(one.includes(',frontier,aws,exclusive,'));
    if (testKind === 'node') {
      assert.equal(matrix, await printed('matrix', EXAMPLE, '--format', 'markdown'));
      assert.equal(row, await printed('matrix', EXAMPLE, '--product', 'frontier', '--format', 'markdown'));
      assert.equal(one, await printed('matrix', EXAMPLE, '--product', 'frontier', '--cloud', 'aws', '--format', 'csv'));
    }
  });

  it('shows money and terms, whose lines lead to the text', async function () {
    needsBridge(this);
    await page.resize(1600, 1000);
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click('#tab-money');
    await webview.wait('.totals tr.all [data-sum="certain"]', '265 billion USD');
    await webview.wait('.totals tr.all [data-sum="conditional"]', '35 billion USD');
    await page.screenshot(`money-${testKind}`);
    await webview.click('.unknowns summary');
    const condition = '[data-unknown="investment-conditions"] select';
    await webview.click(condition);
    await webview.press('ArrowDown', condition);
    await webview.press('ArrowDown', condition);
    await webview.press('Enter', condition);
    await webview.wait('.totals tr.all [data-sum="certain"]', '300 billion USD');
    await vscode.env.clipboard.writeText('');
    await webview.click('.take .button:first-child');
    const copied = await waitFor(async () => (await vscode.env.clipboard.readText()) || undefined, { what: 'money and terms on the clipboard' });
    assert.ok(copied.includes('| Total |') && copied.includes('300 billion USD'));
    await webview.click('.take .button:last-child');
    await page.elements('.quick-input-widget input[placeholder*="assuming investment-conditions = occurred"]');
    await page.press('Escape');
    for (const format of ['csv', 'markdown', 'json']) {
      const to = exampleUri(`money.${format}`);
      await vscode.commands.executeCommand('entente.exportMoney', { uri: exampleUri(EXAMPLE).toString(), format, to: to.toString() });
      const text = await read(to);
      await vscode.workspace.fs.delete(to);
      if (testKind === 'node') assert.equal(text, await printed('money', EXAMPLE, '--assume', 'investment-conditions=occurred', '--format', format));
      else assert.ok(text.includes('USD'));
    }
    const to = exampleUri('report.html');
    await vscode.commands.executeCommand('entente.createReport', { uri: exampleUri(EXAMPLE).toString(), format: 'html', to: to.toString() });
    const report = await read(to);
    await vscode.workspace.fs.delete(to);
    if (testKind === 'node') assert.equal(report, await printed('report', EXAMPLE, '--assume', 'investment-conditions=occurred', '--format', 'html'));
    else assert.ok(report.includes('What this rests on'));
    await webview.click('.promise [data-clause="azure-purchase/cloud-services"]');
    await waitFor(() => {
      const active = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === editor.document.uri.toString());
      return active?.document.getText(active.selection).startsWith('cloud-services');
    }, { what: 'the clause to be selected in the text', events: [vscode.window.onDidChangeTextEditorSelection] });
  });
});

import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const BEFORE = 'before-the-renegotiation.entente.yaml';

describe('the comparison', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });
  afterEach(closeEditors);

  it('of two days: each side takes its day, a clause leads to the text, the plan is copied', async () => {
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.compareDays');
    await webview.wait('.plan-summary', 'No cell changes');
    await webview.press('ArrowUp', '#after-day'); // the month or the day goes up by one, whatever the order of the field
    await webview.wait('.eyebrow', 'Comparison');
    await webview.elements('[data-product="frontier"][data-cloud="aws"]');
    await vscode.env.clipboard.writeText('');
    await webview.click('.plan-summary .button');
    const copied = await waitFor(async () => (await vscode.env.clipboard.readText()) || undefined, { what: 'the plan on the clipboard' });
    assert.match(copied, /^## `2026-04-27` → `\d{4}-\d{2}-\d{2}`\n\n### Cells changed: \d+\n/);
  });

  it('with another file is a difference matrix, and follows the text', async () => {
    const editor = await openExample(EXAMPLE);
    const picked = vscode.commands.executeCommand('entente.compareWithFile');
    await page.wait('.quick-input-widget', BEFORE);
    await page.type(BEFORE);
    await page.press('Enter');
    await picked;
    await webview.wait('.side h2', BEFORE);
    await webview.wait('.plan-list h2', 'Conflicts');
    await page.screenshot(`compare-${testKind}`);
    const start = editor.document.getText().indexOf('type: exclusivity', editor.document.getText().indexOf('frontier-exclusive:'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 'type: exclusivity'.length)), 'type: restriction');
    await vscode.workspace.applyEdit(edit);
    await webview.wait('[data-product="frontier"][data-cloud="aws"]', 'arred');
  });

  it('with the last commit shows what the edits change, or says why it cannot', async () => {
    const editor = await openExample(EXAMPLE);
    const start = editor.document.getText().indexOf('type: exclusivity', editor.document.getText().indexOf('frontier-exclusive:'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 'type: exclusivity'.length)), 'type: restriction');
    await vscode.workspace.applyEdit(edit);
    if (testKind === 'web') {
      await vscode.commands.executeCommand('entente.compareWithCommit');
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
      assert.ok(!tabs.some((label) => label.startsWith('Compare:')), 'the web host has no Git, so nothing is opened');
      return;
    }
    await waitFor(async () => {
      await vscode.commands.executeCommand('entente.compareWithCommit'); // Git looks for repositories in its own time
      return webview.elements('.plan-summary', { timeout: 2_000 }).then(() => true, () => false);
    }, { what: 'the comparison with the last commit' });
    await webview.wait('.side h2', 'Last commit');
    await webview.wait('[data-product="frontier"][data-cloud="aws"]', 'exclusive');
    await webview.wait('[data-product="frontier"][data-cloud="aws"]', 'arred');
  });
});

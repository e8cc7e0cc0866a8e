import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, needsBridge, openExample, openText, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const GAMES = 'games-timed-exclusive.entente.yaml';
const BEFORE = 'before-the-renegotiation.entente.yaml';
const cell = (product: string, cloud: string): string => `[data-product="${product}"][data-cloud="${cloud}"]`;
const WITNESS = `entente: 1
as-of: 2026-06-01
parties: { a: {}, b: {}, c: {} }
clouds: { one: { name: One }, two: { name: Two } }
products: { tool: { name: Tool, owner: a } }
events: { launch: { name: The launch } }
facts: { peak: { name: Demand is at its peak } }
agreements:
  first:
    parties: [a, b]
    signed: 2025
    through: 2030
    clauses:
      only: { type: exclusivity, by: a, to: b, products: [tool], cloud: one, until: { earliest: [2029, { event: launch }] } }
  second:
    parties: [a, c]
    signed: 2026
    through: 2028
    clauses:
      also: { type: availability, strength: must, by: a, to: c, products: [tool], cloud: two, when: peak }
`;
const title = (text: string) => webview.wait('h1', text);
const tabs = (): readonly string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
const tab = (label: string) => waitFor(() => tabs().includes(label), { what: `the tab ${label} among ${tabs().join(', ')}`, events: [vscode.window.tabGroups.onDidChangeTabs] });

/** Puts the cursor where a text stands in the active editor. */
function cursorAt(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

describe('the matrix panel', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });
  afterEach(closeEditors);

  it('follows the active editor until it is pinned; others may then follow', async () => {
    await page.resize(1600, 900);
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await title('OpenAI\'s cloud alliances');
    await vscode.window.showTextDocument(exampleUri(GAMES), { viewColumn: vscode.ViewColumn.One, preview: false });
    await tab(`Matrix: ${GAMES}`);
    await waitFor(async () => (await webview.text('h1')).some((text) => !text.startsWith('OpenAI')), { what: 'the other matrix' });

    await vscode.commands.executeCommand('entente.pinMatrix');
    await tab(`Matrix: ${GAMES} (pinned)`);
    await vscode.window.showTextDocument(exampleUri(EXAMPLE), { viewColumn: vscode.ViewColumn.One, preview: false });
    await vscode.commands.executeCommand('entente.showMatrix');
    await tab(`Matrix: ${EXAMPLE}`);
    await title('OpenAI\'s cloud alliances');
    assert.ok(tabs().includes(`Matrix: ${GAMES} (pinned)`), 'the pinned one stays');
  });

  it('opens on the witness of a conflict: its day, its world, its cell', async () => {
    const peak = (await openText('witness.entente.yaml', WITNESS)).document;
    try {
      const [conflict] = await diagnosticsOf(peak.uri, (list) => list.some(({ message }) => message.includes('For example Tool on Two on 2026-06-01, if `peak` holds')));
      const at = peak.positionAt(peak.getText().indexOf('also:'));
      assert.ok(conflict !== undefined);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', peak.uri, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix.value);
      const open = actions.find(({ title }) => title === 'Open the matrix on this witness: Tool on Two on 2026-06-01');
      assert.ok(open?.command, actions.map(({ title }) => title).join('\n'));
      await vscode.commands.executeCommand(open.command.command, ...open.command.arguments ?? []);
      await webview.wait(cell('tool', 'two'), 'Conflict');
      await webview.wait('.unknowns-count', '1 assumed');
      await webview.wait('.covered', '1 cell in conflict on this day, in the one world that there is.');
      await webview.wait('.timeline-undated', 'Days without a date');
      await page.screenshot(`witness-${testKind}`);
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(peak.uri).then(undefined, () => undefined); // it may not have been written
    }
  });

  it('marks the cells of the clause at the cursor', async () => {
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.elements(cell('frontier', 'aws'));
    cursorAt(editor, 'frontier-exclusive:');
    const lit = await webview.elements('[data-lit]');
    assert.deepEqual(lit.map(({ attributes }) => attributes['data-product']), lit.map(() => 'frontier'));
    await page.screenshot(`matrix-cursor-${testKind}`);
    cursorAt(editor, 'parties:');
    await waitFor(async () => !(await webview.elements('[data-product]')).some(({ attributes }) => 'data-lit' in attributes), { what: 'no mark' });
  });

  it('marks the clauses of the focused cell in the text, and stops when it is switched off', async () => {
    const marked = '.monaco-editor .view-overlays [class*="TextEditorDecorationType"]';
    const count = async (): Promise<number> => (await page.elements(marked, { timeout: 200 }).catch(() => [])).length;
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.elements(cell('frontier', 'aws'));
    cursorAt(editor, 'frontier-exclusive:');
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    const before = await count();
    await webview.click(cell('frontier', 'aws'));
    await waitFor(async () => await count() > before, { what: 'marked lines' });
    await page.screenshot(`matrix-marks-${testKind}`);
    const settings = vscode.workspace.getConfiguration('entente');
    await settings.update('matrix.markClauses', false, vscode.ConfigurationTarget.Global);
    try {
      await waitFor(async () => await count() === before, { what: 'no marked lines' });
    } finally {
      await settings.update('matrix.markClauses', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('keeps what was chosen while it is hidden', async () => {
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.elements(cell('frontier', 'aws'));
    await webview.click('.filter');
    await page.type('frontier');
    await webview.wait('.shown', '1 of 4 products');
    await webview.click(cell('frontier', 'azure'));
    await webview.elements(`${cell('frontier', 'azure')}[aria-selected="true"]`);
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'Something else.' }), { viewColumn: vscode.ViewColumn.Two });
    await waitFor(() => vscode.window.activeTextEditor?.document.isUntitled, { what: 'the panel to be hidden' });
    await vscode.commands.executeCommand('entente.showMatrix', exampleUri(EXAMPLE));
    await webview.wait('.shown', '1 of 4 products');
    await webview.elements(`${cell('frontier', 'azure')}[aria-selected="true"]`);
  });

  it('has a content policy that lets in one script, by a nonce of its own, and nothing inline', async () => {
    const seen = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      await openExample(EXAMPLE);
      await vscode.commands.executeCommand('entente.showMatrix');
      await webview.elements(cell('frontier', 'aws'));
      const [meta] = await webview.elements('meta[http-equiv="Content-Security-Policy"][content*="nonce-"]');
      const content = meta?.attributes['content'] ?? '';
      const [nonce] = /(?<='nonce-)[0-9a-f]{32}(?=')/.exec(content) ?? [];
      assert.ok(nonce !== undefined, content);
      assert.ok(content.startsWith(`default-src 'none'; script-src 'nonce-${nonce}'; style-src `), content);
      assert.ok(!/unsafe|strict-dynamic|\*(?!\.)/.test(content), content);
      seen.add(nonce);
      await closeEditors();
    }
    assert.equal(seen.size, 2);
  });

  it('works on when it is moved to another window', async () => {
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click(cell('frontier', 'aws'));
    await webview.elements(`${cell('frontier', 'aws')}[aria-selected="true"]`);
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.commands.executeCommand('workbench.action.moveEditorToNewWindow');
    const moved = async (selector: string): Promise<boolean> => (await webview.elements(selector)).every(({ window }) => window === 1);
    await waitFor(() => moved(`${cell('frontier', 'aws')}[aria-selected="true"]`), { what: 'the panel in another window, with its selection' });
    await webview.click(cell('frontier', 'azure'));
    await webview.wait('.explanation[aria-busy="false"]', 'Frontier on Microsoft Azure');
    await webview.elements('.explanation [data-node="amazon-alliance/frontier-exclusive"]');
    await webview.press('PageDown', '.timeline [role="slider"]');
    await webview.elements('main[data-at="2026-02-01"]');
    assert.ok(await moved('main[data-at="2026-02-01"]'));
    await page.screenshot(`window-${testKind}`);
  });

  it('looks right in the four themes', async function () {
    if (testKind !== 'node') this.skip(); // the page is the same in each host
    await page.resize(1600, 1000);
    const workbench = vscode.workspace.getConfiguration('workbench');
    const before = workbench.get<string>('colorTheme');
    const editor = await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click(cell('frontier', 'azure'));
    await webview.elements('[data-node]');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    cursorAt(editor, 'frontier-exclusive:');
    try {
      for (const [theme, kind] of [['Default Light Modern', 'vscode-light'], ['Default High Contrast', 'vscode-high-contrast'], ['Default High Contrast Light', 'vscode-high-contrast-light'], ['Default Dark Modern', 'vscode-dark']] as const) {
        await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await webview.elements(`body.${kind}`);
        await page.screenshot(`theme-${kind}`);
      }
    } finally {
      await workbench.update('colorTheme', before, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('conflicts and judgments in the side bar', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  const row = (label: string) => `.monaco-list-row[aria-label*="${label}"]`;

  it('are those of the active file, lead to the text, and open the matrix at their cell and day', async () => {
    await page.resize(1600, 900);
    const editor = await openExample(BEFORE);
    await vscode.commands.executeCommand('entente.questions.focus');
    await page.elements(row('Conflicts'));
    await page.elements(row('Frontier on Microsoft Azure'));
    await page.screenshot(`questions-${testKind}`);
    await page.click(row('Frontier on Microsoft Azure'));
    const text = await waitFor(() => {
      const selected = editor.document.getText(vscode.window.activeTextEditor?.selection);
      return selected.startsWith('frontier-exclusive') ? selected : undefined;
    }, { what: 'the clause to be selected', events: [vscode.window.onDidChangeTextEditorSelection] });
    assert.ok(text);
    await page.click(`${row('Frontier on Microsoft Azure')} .action-label[aria-label="Show in Matrix"]`);
    await webview.elements(`${cell('frontier', 'azure')}[aria-selected="true"]`);
    await webview.elements('main[data-at="2026-03-01"]');
  });
});

describe('the walkthrough', () => {
  before(ententeExtension);
  afterEach(closeEditors);

  it('opens a copy of the example, and its steps work on it', async function () {
    await vscode.commands.executeCommand('entente.openExample');
    const editor = await waitFor(() => vscode.window.activeTextEditor, { what: 'the example' });
    assert.deepEqual([editor.document.isUntitled, editor.document.languageId], [true, 'entente']);
    await waitFor(() => vscode.languages.getDiagnostics(editor.document.uri).length > 0, { what: 'findings', events: [vscode.languages.onDidChangeDiagnostics] });
    const codes = vscode.languages.getDiagnostics(editor.document.uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
    assert.deepEqual(codes.sort(), ['conflict', 'judgment-needed']);
    await vscode.commands.executeCommand('entente.openExample');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString(), 'one copy');
    needsBridge(this);
    await vscode.commands.executeCommand('entente.example.hover');
    await page.wait('.monaco-hover', 'Lantern Studio');
    await vscode.commands.executeCommand('entente.example.why');
    await webview.elements(`${cell('quiet-roads', 'beacon-store')}[data-status="conflict"][aria-selected="true"]`);
    await webview.wait('.explanation', 'Beacon');
    await vscode.commands.executeCommand('entente.example.settle');
    await page.wait('.action-widget, .context-view', 'one-year');
  });

  it('has its steps', async function () {
    needsBridge(this);
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'entente.entente#start', false);
    await page.wait('.getting-started-step, .step-title', 'Open the example');
    await page.wait('.getting-started-step, .step-title', 'Start your own');
    await page.click('.getting-started-step[data-step-id$="settle"], .getting-started-step:nth-of-type(4)');
    await page.wait('.getting-started-step', 'Quick fixes at the clause');
    await webview.elements('svg text');
    await page.screenshot(`walkthrough-${testKind}`);
  });
});

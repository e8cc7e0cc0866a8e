import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const cell = (product: string, cloud: string): string => `[data-product="${product}"][data-cloud="${cloud}"]`;
const shows = (product: string, cloud: string, status: string) => webview.elements(`${cell(product, cloud)}[data-status="${status}"]`);
const SLIDER = '.timeline [role="slider"]';

describe('time and worlds in the matrix', () => {
  before(ententeExtension);
  beforeEach(async function () {
    needsBridge(this);
    await page.resize(1600, 1000);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await shows('frontier', 'azure', 'conflict');
  });
  afterEach(closeEditors);

  it('steps through the days, the cells follow, and the explanation comes when the day rests', async () => {
    await webview.click(cell('frontier', 'aws'));
    await webview.wait('.explanation[aria-busy="false"]', '27 April 2026');
    await webview.press('PageDown', SLIDER);
    await shows('frontier', 'aws', 'conflict');
    await webview.wait('.explanation[aria-busy="false"]', '1 February 2026');
    for (const key of ['ArrowLeft', 'Shift+ArrowLeft']) await webview.press(key, SLIDER);
    await shows('frontier', 'aws', 'barred');
    await webview.wait('.explanation[aria-busy="false"]', '31 December 2025');
    await webview.press('End', SLIDER);
    await shows('models', 'azure', 'unspecified');
    await page.screenshot(`timeline-${testKind}`);
  });

  it('a bar leads to its agreement in the text', async () => {
    await webview.click('[data-agreement="amazon-alliance"]');
    assert.ok(await waitFor(() => vscode.window.visibleTextEditors.some(({ document, selection }) => document.getText(selection) === 'amazon-alliance'),
      { what: 'the agreement to be selected in the text', events: [vscode.window.onDidChangeTextEditorSelection] }));
  });

  it('a smallest set of a cell that depends is assumed, the cells follow, and a reset takes it back', async () => {
    await webview.click(cell('frontier', 'azure'));
    await webview.wait('[data-possible="barred"] .possible-set', 'Microsoft chooses not to build them');
    await webview.click('[data-possible="barred"] .possible-set');
    await shows('frontier', 'azure', 'barred');
    await webview.wait('.unknowns-count', '2 assumed');
    await webview.wait('[data-unknown="microsoft-declines"] .switch-matters', 'Matters for');
    await page.screenshot(`worlds-${testKind}`);
    await webview.press('PageDown', SLIDER);
    await shows('frontier', 'azure', 'conflict');
    await webview.wait('[data-unknown="microsoft-declines"] .switch-matters', 'Does not matter on this day');
    await webview.press('PageUp', SLIDER);
    await shows('frontier', 'azure', 'barred');
    await webview.click('.unknowns .button');
    await shows('frontier', 'azure', 'conflict');
  });
});

import * as vscode from 'vscode';
import { keepShown, shownNow } from './reload';
import { ententeExtension, needsBridge, openExample, page, testKind, waitFor, webview } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';

describe('before a reload of the window', () => {
  before(ententeExtension);
  beforeEach(function () { needsBridge(this); });

  it('a panel has a day, assumptions, a selection, opened lines, and is scrolled', async () => {
    await page.resize(760, 640);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await openExample(EXAMPLE);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.elements('main[data-state="current"]');
    await webview.press('ArrowRight', '[role="slider"]');
    await webview.press('Shift+ArrowRight', '[role="slider"]');
    await webview.elements('main[data-at="2026-05-28"]');
    await webview.click('[data-product="frontier"][data-cloud="azure"]');
    await webview.click('[data-possible="barred"] .possible-set');
    await webview.elements('[data-product="frontier"][data-cloud="azure"][data-status="barred"][aria-selected="true"]');
    await webview.elements('.explanation[aria-busy="false"] [data-node]');
    await webview.press('ArrowRight', '[data-node="amazon-alliance/frontier-exclusive"]');
    await webview.elements('[data-node="amazon-alliance/frontier-exclusive"] [data-node="term"]');
    await webview.press('End', '.cell[tabindex="0"]'); // the grid scrolls to its last column
    await webview.press('End', '.unknowns summary'); // the page scrolls to its end
    await page.screenshot(`reload-${testKind}`);
    const scroll = async (): Promise<readonly number[]> => (await webview.elements('main[data-scroll]'))[0]!.attributes['data-scroll']!.split(' ').map(Number);
    await waitFor(async () => {
      const [down = 0, , across = 0] = await scroll();
      if (down > 100 && across > 10) return true;
      throw new Error((await scroll()).join());
    }, { what: 'page and grid to be scrolled, and that to be kept' });
    keepShown(await shownNow());
  });
});

/** The timeline and the worlds: where days lie, what the state does with them, and the built view in a real browser. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FromView, PanelState, ToView } from '../../src/protocol.js';
import { isMatrixView, isToView } from '../../src/protocol-guards.js';
import { dayNumber, dayText, monthsLater } from '../../src/webview/days.js';
import { countUpTo } from '../../src/webview/over-time.js';
import { initialState, persisted, step, type ViewState } from '../../src/webview/state.js';
import { apart, dayAt, placeOn, scaleOf, ticksOf } from '../../src/webview/timeline-scale.js';
import { chromiumPath, skipReason } from './browser.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_OVER_TIME, EXAMPLE_TIMELINE, EXAMPLE_URI, EXAMPLE_VIEW } from './example-view.js';
import { isWide, violations } from './axe.js';
import { openHarness, posting } from './harness.js';
import { openView } from './open-view.js';
import { sheetOf, THEMES } from './themes.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MATRIX: ToView = { type: 'matrix', view: EXAMPLE_OVER_TIME, home: '2026-05-01' };
const status = ({ view }: ViewState, product: string, cloud: string) => view?.cells.find((cell) => cell.product === product && cell.cloud === cloud)?.status;

test('days', () => {
  assert.equal(dayText(dayNumber('0001-01-01')), '0001-01-01');
  assert.deepEqual(['2026-01-31', '2026-12-15', '2024-02-29'].map((day) => dayText(monthsLater(dayNumber(day), 1))), ['2026-02-28', '2027-01-15', '2024-03-29']);
  assert.equal(dayText(monthsLater(dayNumber('2026-03-31'), -1)), '2026-02-28');
  assert.deepEqual(['a', 'b', 'c', 'd'].map((day) => countUpTo(['b', 'd'], day)), [0, 1, 1, 2]);
});

test('the scale holds what happens within reach of as-of, and at least a year to each side', () => {
  const scale = scaleOf(EXAMPLE_OVER_TIME, EXAMPLE_TIMELINE);
  for (const day of ['2025-10-01', '2033-01-01', '2026-11-23']) {
    const place = placeOn(scale, dayNumber(day));
    assert.ok(place > 0 && place < 100, day);
    assert.equal(dayText(dayAt(scale, place)), day);
  }
  assert.deepEqual(ticksOf(scale).map(({ label }) => label), ['2025', '2026', '2027', '2028', '2029', '2030', '2031', '2032', '2033']);
  const empty = scaleOf({ asOf: '2026-04-27', changes: ['1000-01-01', '9999-12-31'] }, { ...EXAMPLE_TIMELINE, today: '2026-04-27', agreements: [] });
  assert.deepEqual([dayText(empty.first + 37), dayText(empty.last - 37)], ['2025-04-26', '2027-04-28']);
  assert.deepEqual(ticksOf(empty).map(({ label }) => label), ['Apr', 'Jul', 'Oct', '2026', 'Apr', 'Jul', 'Oct', '2027', 'Apr']);
  assert.deepEqual([placeOn(scale, -1e6), placeOn(scale, 1e6)], [0, 100]);
  assert.deepEqual(apart({ first: 0, last: 10_000 }, [0, 20, 23, 24, 5000]), [0, 20, 5000]);
});

describe('the state', () => {
  const loaded = step(initialState({ uri: EXAMPLE_URI }), MATRIX);
  const picked = step(loaded, { type: 'pick-day', at: '2026-03-01' });

  test('a picked day is drawn at once', () => {
    assert.equal(status(picked, 'frontier', 'aws'), 'conflict');
    assert.equal(picked.view?.at, '2026-03-01');
    assert.deepEqual(picked.view?.cells.find((cell) => cell.status === 'conflict')?.because, ['amazon-alliance/frontier-exclusive']);
    assert.equal(persisted(picked).at, '2026-03-01');
  });

  test('a matrix that was asked for on another day is drawn on the one that was picked since', () => {
    const later = step(picked, MATRIX);
    assert.deepEqual([later.view?.at, status(later, 'frontier', 'aws')], ['2026-03-01', 'conflict']);
  });

  test('the day that is drawn anyway is no choice: it follows the text', () => {
    const back = step(picked, { type: 'pick-day', at: '2026-05-01' });
    assert.equal(persisted(back).at, undefined);
    assert.equal(step(back, { ...MATRIX, home: '2033-06-01' }).view?.at, '2033-06-01');
  });

  test('an explanation of another day does not count', () => {
    const selected = step(picked, { type: 'select-cell', cell: { product: 'frontier', cloud: 'azure' } });
    assert.equal(step(selected, { type: 'explanation', explanation: EXAMPLE_EXPLANATION }).explained, false);
    assert.equal(step(selected, { type: 'explanation', explanation: { ...EXAMPLE_EXPLANATION, at: '2026-03-01' } }).explained, true);
  });

  test('without the cells of every day the matrix stays until the next one comes', () => {
    const bare = step(initialState({ uri: EXAMPLE_URI }), { type: 'matrix', view: EXAMPLE_VIEW });
    assert.equal(step(bare, { type: 'pick-day', at: '2026-03-01' }).view, EXAMPLE_VIEW);
  });
});

test('a timeline is whole or refused', () => {
  assert.ok(isToView(MATRIX));
  assert.ok(!isToView({ ...MATRIX, home: 'today' }));
  const { cells } = EXAMPLE_TIMELINE;
  assert.ok(cells);
  for (const broken of [
    { today: 'now' }, { agreements: [{ ...EXAMPLE_TIMELINE.agreements[0], end: 'never' }] }, { agreements: [{ ...EXAMPLE_TIMELINE.agreements[0], last: 5 }] },
    { matters: [{ name: 'agi', days: [], cells: [-1] }] }, { cells: undefined }, { undated: [{ event: 'agi', bounds: 'after 2026-04-27' }] }, { cells: { ...cells, runs: cells.runs.slice(1) } },
    { cells: { ...cells, runs: cells.runs.map(() => [99]) } }, { cells: { ...cells, runs: cells.runs.map(() => []) } }, { cells: { ...cells, clauses: [] } },
  ]) assert.equal(isMatrixView({ ...EXAMPLE_OVER_TIME, timeline: { ...EXAMPLE_TIMELINE, ...broken } }), false, JSON.stringify(broken));
});

describe('in a browser', { skip: skipReason('matrix.js') }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
  });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, []);
  });

  async function open({ saved, first = MATRIX, reduced = false }: { saved?: PanelState; first?: ToView; reduced?: boolean } = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, reducedMotion: reduced ? 'reduce' : 'no-preference' });
    page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.clock.install({ time: new Date('2026-11-23') });
    await openHarness(page, ROOT, saved === undefined ? {} : { saved });
    await page.evaluate(posting(first));
    await page.getByRole('slider').waitFor();
    await page.clock.pauseAt(new Date('2026-11-23T01:00:00'));
    return page;
  }
  const shown = (page: Page) => page.locator('main').getAttribute('data-at');
  const slider = (page: Page) => page.getByRole('slider', { name: 'Day on the timeline' });
  const sent = (page: Page): Promise<FromView[]> => page.evaluate<FromView[]>('window.sent');
  const cellStatus = (page: Page, product: string, cloud: string) => page.locator(`[data-product="${product}"][data-cloud="${cloud}"]`).getAttribute('data-status');

  test('the handle is a slider for the keyboard, and the cells follow each step', async () => {
    const page = await open();
    await slider(page).focus();
    const press = async (key: string): Promise<string | null> => {
      await page.keyboard.press(key);
      return shown(page);
    };
    assert.equal(await slider(page).getAttribute('aria-valuetext'), '1 May 2026');
    assert.equal(await press('ArrowLeft'), '2026-04-30');
    assert.equal(await press('Shift+ArrowLeft'), '2026-03-30');
    assert.equal(await cellStatus(page, 'frontier', 'aws'), 'conflict');
    assert.equal(await press('PageUp'), '2026-04-27');
    assert.equal(await cellStatus(page, 'frontier', 'aws'), 'exclusive');
    assert.equal(await press('PageUp'), '2033-01-01');
    assert.equal(await slider(page).getAttribute('aria-valuetext'), '1 January 2033');
    assert.equal(await press('PageUp'), '2033-01-01');
    assert.equal(await press('PageDown'), '2026-04-27');
    const [first, last] = [await press('Home'), await press('End')];
    assert.ok(first !== null && first < '2025-10-01' && last !== null && last > '2033-01-01');
    assert.equal(await press('ArrowRight'), last);
    await page.close();
  });

  test('a day that moves touches the cells that change, and no others', async () => {
    const page = await open();
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft'); // the example of one day and that of every day differ
    await page.evaluate(`window.touched = new Set();
      new MutationObserver((changes) => { for (const { target } of changes) { const cell = (target instanceof Element ? target : target.parentElement).closest('td'); if (cell) window.touched.add(cell.dataset.product + ' ' + cell.dataset.cloud); } })
        .observe(document.querySelector('tbody'), { subtree: true, childList: true, attributes: true, characterData: true })`);
    await page.keyboard.press('ArrowLeft');
    assert.deepEqual(await page.evaluate('[...window.touched]'), [], 'no cell changes on that day');
    await page.keyboard.press('PageUp');
    assert.equal(await shown(page), '2033-01-01');
    const touched = await page.evaluate<string[]>('[...window.touched]');
    assert.deepEqual(touched.filter((cell) => cell === 'frontier aws' || cell === 'frontier google-cloud'), []);
    assert.equal(touched.length, 10);
    await page.close();
  });

  test('the extension hears of a day when it rests, once', async () => {
    const page = await open();
    await slider(page).focus();
    for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowRight');
    assert.deepEqual(await sent(page), [{ type: 'ready' }]);
    await page.clock.runFor(200);
    assert.deepEqual(await sent(page), [{ type: 'ready' }, { type: 'day', at: '2026-05-06' }]);
    assert.equal((await page.evaluate<PanelState>('window.state')).at, '2026-05-06');
    await page.close();
  });

  test('dragging moves the day and takes that of a change nearby; a press on the track jumps there', async () => {
    const page = await open();
    const track = async () => (await page.locator('.timeline-track').boundingBox())!;
    const box = await track();
    const handle = (await slider(page).boundingBox())!;
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, handle.y + 5, { steps: 4 });
    await page.clock.runFor(50);
    assert.ok((await shown(page))! > '2033-01-01');
    assert.equal(await cellStatus(page, 'models', 'azure'), 'unspecified');
    await page.mouse.up();
    const scale = scaleOf(EXAMPLE_OVER_TIME, EXAMPLE_TIMELINE);
    // The matrix above has other cells now, and another height.
    await page.mouse.click(box.x + (placeOn(scale, dayNumber('2033-01-01')) / 100) * box.width + 3, (await track()).y + 25);
    await page.clock.runFor(50);
    assert.equal(await shown(page), '2033-01-01');
    await page.close();
  });

  test('plays to the end and stops there; pause and a step by hand stop it before', async () => {
    const page = await open();
    const play = page.locator('.timeline-play');
    await play.click();
    await page.clock.runFor(1000);
    const first = await shown(page);
    assert.ok(first! > '2026-05-01' && first! < '2033-01-01', String(first));
    assert.equal(await play.innerText(), 'Pause');
    await play.click();
    const paused = await shown(page);
    await page.clock.runFor(1000);
    assert.equal(await shown(page), paused);
    await play.click();
    await page.clock.runFor(500);
    await slider(page).press('Home');
    assert.equal(await play.innerText(), 'Play');
    await play.click();
    await page.clock.runFor(20_000);
    assert.equal(await slider(page).getAttribute('aria-valuenow'), await slider(page).getAttribute('aria-valuemax'));
    assert.equal(await play.innerText(), 'Play');
    await page.close();
  });

  test('with less motion wanted it plays from change to change', async () => {
    const page = await open({ saved: { uri: EXAMPLE_URI, at: '2025-12-01' }, reduced: true });
    await page.locator('.timeline-play').click();
    const seen: (string | null)[] = [];
    for (let steps = 0; steps < 4; steps++) {
      seen.push(await shown(page));
      await page.clock.runFor(1000);
    }
    assert.deepEqual(seen, ['2025-12-01', '2026-02-01', '2026-04-27', '2033-01-01']);
    await page.locator('.timeline-play', { hasText: 'Play' }).waitFor();
    await page.close();
  });

  test('every agreement is a bar, its end in words; a click leads to the text', async () => {
    const page = await open();
    const bars = page.locator('[data-agreement]');
    assert.deepEqual(await bars.locator('.timeline-end').allInnerTexts(), ['ended 2026-04-27', 'end not stated', 'through 2032-12-31', 'until “OpenAI achieves AGI”']);
    const drawn = await bars.evaluateAll((all) => all.map((bar) => ['.timeline-solid', '.timeline-maybe', '.timeline-question', '.timeline-cut'].map((part) => bar.querySelectorAll(part).length)));
    assert.deepEqual(drawn, [[1, 0, 0, 1], [1, 0, 1, 1], [1, 0, 0, 0], [1, 1, 0, 1]]);
    await page.locator('[data-agreement="amazon-alliance"]').click();
    assert.deepEqual((await sent(page)).at(-1), { type: 'reveal', clause: 'amazon-alliance' });
    await page.close();
  });

  test('bars, marks and handle share one scale', async () => {
    for (const width of [1200, 560]) {
      const page = await open();
      await page.setViewportSize({ width, height: 900 });
      await slider(page).focus();
      for (const key of ['PageDown', 'PageUp', 'PageDown']) await page.keyboard.press(key);
      const left = async (selector: string) => (await page.locator(selector).boundingBox())!.x;
      const handle = (await slider(page).boundingBox())!;
      assert.equal(await shown(page), '2026-04-27');
      for (const selector of ['[data-agreement="microsoft-renegotiated"] .timeline-solid', '.timeline-as-of', '.timeline-needle']) {
        assert.ok(Math.abs(await left(selector) - (handle.x + handle.width / 2)) < 1.6, `${selector} at ${width}`);
      }
      await page.close();
    }
  });

  test('a matrix too large for every day asks for each, and the handle does not wait', async () => {
    const page = await open({ first: { type: 'matrix', view: { ...EXAMPLE_VIEW, timeline: { ...EXAMPLE_TIMELINE, cells: null } } } });
    await page.getByText('too large to hold every day').waitFor();
    await slider(page).press('PageUp');
    assert.equal(await slider(page).getAttribute('aria-valuetext'), '1 January 2033');
    await page.clock.runFor(200);
    assert.deepEqual((await sent(page)).at(-1), { type: 'day', at: '2033-01-01' });
    assert.equal(await shown(page), '2026-05-01');
    await page.close();
  });

  for (const theme of THEMES) {
    test(`axe finds nothing in ${theme.name}`, async () => {
      const page = await openView(browser, MATRIX, problems, { theme: sheetOf(theme), bodyClass: theme.bodyClass });
      await slider(page).focus();
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }

  test('at 400 % the page does not scroll sideways', async () => {
    const page = await openView(browser, MATRIX, problems, { width: 320, height: 256 });
    assert.equal(await isWide(page), false);
    await page.close();
  });

  test('switches say what matters on the day', async () => {
    const page = await open();
    assert.equal(await page.locator('.unknowns-count').innerText(), '4 open, 2 matter on this day');
    await page.locator('.unknowns summary').click();
    await page.locator('.switch').first().waitFor();
    const words = () => page.locator('.switch').evaluateAll((all) => all.map((each) => each.querySelector('.switch-matters')?.textContent ?? null));
    assert.deepEqual(await words(), ['Does not matter on this day', 'Matters for 10 cells', 'Matters for 10 cells', null]);
    await slider(page).press('End');
    assert.deepEqual(await words(), ['Does not matter on this day', 'Does not matter on this day', 'Does not matter on this day', null]);
    await page.close();
  });

  test('a cell that depends lists every status with the smallest sets, and each set can be assumed', async () => {
    const page = await open({ saved: { uri: EXAMPLE_URI, assume: {}, selection: { product: 'frontier', cloud: 'azure' } } });
    await page.locator('[data-possible]').first().waitFor();
    assert.deepEqual(await page.locator('[data-possible]').evaluateAll((all) => all.map((each) => each.getAttribute('data-possible'))), ['conflict', 'barred']);
    const set = page.locator('[data-possible="barred"] .possible-set');
    await set.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await sent(page)).at(-1), { type: 'assume', assume: { 'microsoft-cannot-support': true, 'microsoft-declines': true } });
    await page.close();
  });
});

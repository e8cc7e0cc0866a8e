/** The matrix after an edit, and dragging its day: what the server computes, and what Chromium takes to show it. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { parseDocument } from 'yaml';
import { chromiumPath, skipReason } from '../../.build/test/webview/browser.js';
import { openHarness, posting } from '../../.build/test/webview/harness.js';
import { Editor } from '../inside.mjs';
import { median, medianOf, renamed, timed } from '../measure.mjs';
import { overTime } from '../scale.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** One picture of a screen at 60 a second, in milliseconds. */
const FRAME = 16;
const STEPS = 150;
const SIZES = [[4, 3, 20], [50, 20, 500]];

/** Runs in the page: steps of a month through the whole timeline, each drawn and laid out, one in each frame. */
async function drag(STEPS) {
  const slider = document.querySelector('[role="slider"]');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const press = (key, shiftKey) => slider.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  press('Home', false);
  await frame();
  for (let step = 0; step < STEPS; step++) {
    press('ArrowRight', true);
    document.body.getBoundingClientRect();
    await frame();
  }
}

/** Another term of the clause in the middle, and back, in turns: an edit that changes cells. */
function termEdits(text) {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.startsWith('    through: '));
  const start = { line, character: 13 };
  let later = false;
  return () => {
    later = !later;
    return { range: { start, end: { line, character: 17 } }, text: later ? '2027' : lines[line].slice(13, 17) };
  };
}

/** The processor time of the page's main thread, painting included: what else runs on the machine counts less than in what a clock says. */
async function processorTime(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

export async function matrix({ runs, row, note }) {
  const skip = skipReason('matrix.js');
  const browser = skip ? undefined : await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-quic', '--no-first-run'] });
  if (skip) note(`What the page takes is not measured: ${skip}.`);
  for (const [products, clouds, clauses] of SIZES) {
    const at = `${products} × ${clouds} × ${clauses}`;
    const text = overTime(clauses, products, clouds);
    const peer = await medianOf(runs, (fresh) => parseDocument(fresh), () => renamed(text));
    const editor = new Editor();
    await editor.open(text);
    await editor.matrix();
    const change = termEdits(text);
    const next = async () => {
      const edit = change();
      await editor.change(edit.range, edit.text);
      return editor.matrix();
    };
    const message = (view) => ({ type: 'matrix', view: { ...view, uri: 'file:///deals/hosting.entente.yaml' } });
    let view;
    const server = await medianOf(runs * 2 + 1, async () => { view = await next(); JSON.stringify(view); });
    let page;
    let shown = 0;
    if (browser) {
      page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      await openHarness(page, ROOT);
      await page.evaluate(posting(message(view)));
      await page.getByRole('slider').waitFor();
      const busy = await processorTime(page);
      const times = [];
      for (let run = 0; run <= runs; run++) {
        const script = posting(message(await next()));
        const before = await busy();
        await page.evaluate(`${script}; ${painted}`);
        if (run > 0) times.push(await busy() - before);
      }
      shown = median(times);
      await page.evaluate(drag, STEPS);
      const before = await busy();
      await page.evaluate(drag, STEPS);
      row(`dragging the day, ${at}: a step`, { ours: (await busy() - before) / STEPS, peer: FRAME, of: 'frame', goal: 1 });
      await page.close();
    }
    const large = clauses === 500;
    note(`matrix after an edit, ${at}`, { server, 'page, processor': shown });
    row(`matrix after an edit, ${at}: keystroke to cell`, { ours: server + shown, peer: FRAME, of: 'frame', goal: large ? 1 : undefined });
    row(`matrix after an edit, ${at}: in the server`, { ours: server, peer, of: 'P', goal: large ? 0.25 : undefined });
  }
  await browser?.close();
}

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

/** Another digit in the cloud of the clause in the middle, and back, in turns: one character, which changes cells. */
function cloudEdits(text) {
  const lines = text.split('\n');
  const middle = lines.length / 2;
  const line = lines.findIndex((each, index) => index > middle && /^ {8}cloud: cloud-\d$/.test(each));
  const character = lines[line].length - 1;
  const digit = Number(lines[line].at(-1));
  let other = false;
  return () => {
    other = !other;
    return { range: { start: { line, character }, end: { line, character: character + 1 } }, text: String(other ? (digit + 1) % 2 : digit) };
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
    const change = cloudEdits(text);
    const first = async () => {
      const edit = change();
      return editor.cellsAfter(edit.range, edit.text);
    };
    const rest = async () => {
      await editor.findings();
      return editor.matrix();
    };
    const uri = 'file:///deals/hosting.entente.yaml';
    // What follows the cells is done between two edits, as it is where somebody types.
    const times = { first: [], rest: [] };
    for (let run = 0; run < runs * 2 + 10; run++) {
      const each = { first: await timed(async () => JSON.stringify(await first())), rest: await timed(async () => JSON.stringify(await rest())) };
      if (run >= 9) for (const name of Object.keys(times)) times[name].push(each[name]);
    }
    const server = median(times.first);
    const view = await rest();
    let page;
    let shown = 0;
    if (browser) {
      page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      await openHarness(page, ROOT);
      await page.evaluate(posting({ type: 'matrix', view: { ...view, uri } }));
      await page.getByRole('slider').waitFor();
      const busy = await processorTime(page);
      const painting = [];
      for (let run = 0; run <= runs * 2; run++) {
        const script = posting({ type: 'cells', view: { ...await first(), uri } });
        const before = await busy();
        await page.evaluate(`${script}; ${painted}`);
        if (run > 0) painting.push(await busy() - before);
      }
      shown = median(painting);
      await page.evaluate(drag, STEPS);
      const before = await busy();
      await page.evaluate(drag, STEPS);
      row(`dragging the day, ${at}: a step`, { ours: (await busy() - before) / STEPS, peer: FRAME, of: 'frame', goal: 1 });
      await page.close();
    }
    const large = clauses === 500;
    note(`matrix after an edit, ${at}`, { 'cells in the server': server, 'findings and every other day after that': median(times.rest), 'page, processor': shown });
    row(`matrix after an edit, ${at}: keystroke to cell`, { ours: server + shown, peer: FRAME, of: 'frame', goal: large ? 1 : undefined });
    row(`matrix after an edit, ${at}: in the server`, { ours: server, peer, of: 'P', goal: large ? 0.25 : undefined });
  }
  await browser?.close();
}

// Choosing a day in the matrix view: what the server takes for all days at once, and what Chromium takes to redraw one.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { matrixOf } from '../.build/src/matrix/build.js';
import { resolveInput } from '../.build/src/service/analyse.js';
import { matrixOverTime } from '../.build/src/service/timeline-view.js';
import { chromiumPath, skipReason } from '../.build/test/webview/browser.js';
import { openHarness, posting } from '../.build/test/webview/harness.js';
import { overTime } from './scale.mjs';

const FILE = 'file:///deals/bench.entente.yaml';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FRAME = 16;
const STEPS = 150;

/** Runs in the page: steps of a month through the whole timeline, each drawn and laid out, one in each frame. */
async function drag(STEPS) {
  const slider = document.querySelector('[role="slider"]');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const press = (key, shiftKey) => slider.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  const redraws = [];
  press('Home', false);
  await frame();
  for (let step = 0; step < STEPS; step++) {
    const start = performance.now();
    press('ArrowRight', true);
    document.body.getBoundingClientRect();
    redraws.push(performance.now() - start);
    await frame();
  }
  return redraws;
}

const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)];

export async function dragTable(sizes = [[4, 3, 20], [50, 20, 500]]) {
  const skip = skipReason('matrix.js');
  if (skip || !chromiumPath) return console.log(`Dragging the day is not measured: ${skip}.`);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-quic', '--no-first-run'] });
  const rows = [];
  for (const [products, clouds, clauses] of sizes) {
    const input = { file: FILE, workspace: 'file:///deals', texts: new Map([[FILE, overTime(clauses, products, clouds)]]), documents: new Map(), today: 20_600 };
    const partnership = resolveInput(input);
    // Without the rules, which have nothing to do with it.
    const analysis = { input, partnership, matrix: matrixOf(partnership), findings: [], silenced: [] };
    const start = performance.now();
    const view = matrixOverTime(analysis);
    const server = performance.now() - start;
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await openHarness(page, ROOT);
    await page.evaluate(posting({ type: 'matrix', view }));
    await page.getByRole('slider').waitFor();
    await page.evaluate(drag, STEPS);
    // Processor time of the page's main thread, painting included: what else runs on the machine counts less than in what a clock says.
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    const before = await busy();
    const redraws = await page.evaluate(drag, STEPS);
    const processor = (await busy() - before) / STEPS;
    rows.push({
      matrix: `${products} × ${clouds} × ${clauses}`, 'days of change': view.changes.length, 'server, ms': server.toFixed(0), 'message, KB': Math.round(JSON.stringify(view).length / 1024),
      'script and layout, median ms': quantile(redraws, 0.5).toFixed(1), '95 %, ms': quantile(redraws, 0.95).toFixed(1),
      'main thread with paint, processor ms': processor.toFixed(1), [`/ ${FRAME} ms`]: (processor / FRAME).toFixed(2),
    });
    await page.close();
  }
  await browser.close();
  console.table(rows);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await dragTable();

// `npm run bench`: one table, medians over several runs, each as a ratio to parsing the same text with `yaml`, in one run.
import { parseDocument } from 'yaml';
import { analyse } from '../.build/src/service/analyse.js';
import { parse } from '../.build/src/syntax/parse.js';
import { dragTable } from './drag.mjs';
import { scaled } from './scale.mjs';

const FILE = 'file:///deals/bench.entente.yaml';
const RUNS = 5;

function median(work) {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)];
}

/** A fresh text each time, so that nothing remembered from the run before helps. */
let serial = 0;
const fresh = (text) => `${text}# ${serial++}\n`;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000, 10_000];
const rows = sizes.map((clauses) => {
  const text = scaled(clauses);
  const peer = median(() => parseDocument(fresh(text)));
  const tree = median(() => parse(fresh(text)));
  const check = median(() => {
    const once = fresh(text);
    analyse({ file: FILE, workspace: 'file:///deals', texts: new Map([[FILE, once]]), documents: new Map(), today: 20_600 });
  });
  return { clauses, KB: Math.round(text.length / 1024), 'P: yaml parseDocument, ms': peer.toFixed(1), 'tree / P': (tree / peer).toFixed(2), 'one-shot check / P': (check / peer).toFixed(2) };
});
console.table(rows);
if (process.argv.length <= 2) await dragTable();

/** Sizes of what is built, and what it takes to activate the client. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../inside.mjs';
import { median } from '../measure.mjs';

const dist = path.join(ROOT, 'dist');

/** A module and all that it imports before it runs. */
function atFirst(file, seen = new Map()) {
  if (seen.has(file)) return seen;
  const text = readFileSync(path.join(dist, file), 'utf8');
  seen.set(file, text);
  for (const [, imported] of text.matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) atFirst(path.posix.join(path.posix.dirname(file), imported), seen);
  return seen;
}

const KB = 1024;
const size = (file) => [...atFirst(file).values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0) / KB;

export function sizes({ runs, row }) {
  const sized = (what, file, limit) => row(what, { ours: size(file), peer: limit, of: 'limit', goal: 1, unit: 'KB' });
  sized('server: what it starts with', 'server/node.js', 400);
  sized('server in a browser: all of it', 'server/web.js', 400);
  sized('client', 'client/node.js', 450);
  sized('client in a browser', 'client/web.js', 450);
  sized('matrix view: what it starts with', 'webview/matrix.js', 60);
  const activations = Array.from({ length: runs + 1 }, () => Number(execFileSync(process.execPath, [path.join(ROOT, 'bench', 'activate.cjs')], { encoding: 'utf8' })));
  row('activation of the client', { ours: median(activations.slice(1)), peer: 30, of: 'limit', goal: 1 });
}

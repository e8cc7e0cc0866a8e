/** Many files in one process: `entente check`, against the parser and the schema validation of yaml-language-server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jsonSchema, ROOT } from '../inside.mjs';

/** Files that all others import one of. */
const SHARED = 20;

const shared = (s) => `${['entente: 1', 'as-of: 2026-04-27', 'parties:', '  maker: { name: Maker }',
  ...Array.from({ length: 10 }, (_, i) => `  operator-${i}: { name: Operator ${i} of group ${s} }`), 'clouds:',
  ...Array.from({ length: 10 }, (_, i) => `  cloud-${i}: { name: Cloud ${i}, operator: operator-${i} }`), 'products:',
  ...Array.from({ length: 10 }, (_, i) => `  product-${i}: { name: Product ${i}, owner: maker }`)].join('\n')}\n`;

const deal = (index) => {
  // One file in a hundred has hundreds of clauses.
  const clauses = index % 100 === 0 ? 300 : 10;
  const lines = ['entente: 1', 'as-of: 2026-04-27', `title: Deal ${index}`, `import: [../shared/group-${index % SHARED}.entente.yaml]`, 'agreements:'];
  for (let i = 0; i < clauses; i++) {
    if (i % 10 === 0) lines.push(`  agreement-${i / 10}:`, `    parties: [maker, ${Array.from({ length: 10 }, (_, k) => `operator-${k}`).join(', ')}]`, `    effective: 20${18 + (index + i / 10) % 8}-01-01`, '    through: 2032', '    clauses:');
    lines.push(`      clause-${i}:`, `        type: ${['availability', 'restriction', 'co-development'][(index + i) % 3]}`, '        by: maker', `        to: operator-${i % 10}`, `        products: [product-${(i + index + Math.floor(i / 10)) % 10}]`, `        ${(index + i) % 3 === 2 ? 'cloud' : 'clouds'}: ${(index + i) % 3 === 2 ? `cloud-${i % 10}` : `[cloud-${i % 10}]`}`, `        note: What deal ${index} says in its clause ${i}.`);
  }
  return `${lines.join('\n')}\n`;
};

/** Runs a program; its milliseconds, and the most memory that it had, in bytes. */
async function ran(args, cwd, peakFile) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', path.join(ROOT, 'bench', 'peak.cjs'), ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, BENCH_PEAK: peakFile } });
  const [code] = await once(child, 'exit');
  // One for findings at error level.
  if (code > 1) throw new Error(`${args[0]} ended with ${code}.`);
  return { time: performance.now() - start, memory: Number(await readFile(peakFile, 'utf8')) };
}

export async function files({ runs, row, note, files: count }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-bench-'));
  try {
    for (const name of ['deals', 'shared', 'few']) await mkdir(path.join(folder, name));
    for (let s = 0; s < SHARED; s++) await writeFile(path.join(folder, 'shared', `group-${s}.entente.yaml`), shared(s));
    for (let index = 0; index < count; index++) {
      await writeFile(path.join(folder, 'deals', `deal-${index}.entente.yaml`), deal(index));
      if (index < count / 4) await writeFile(path.join(folder, 'few', `deal-${index}.entente.yaml`), deal(index));
    }
    await writeFile(path.join(folder, 'schema.json'), JSON.stringify(jsonSchema()));
    const peak = path.join(folder, 'peak');
    const cli = path.join(ROOT, 'dist', 'cli', 'entente.js');
    const ours = await ran([cli, 'check', 'deals', '--format', 'json'], folder, peak);
    const quarter = await ran([cli, 'check', 'few', '--format', 'json'], folder, peak);
    const peer = await ran([path.join(ROOT, 'bench', 'peers', 'validate.mjs'), 'schema.json', 'deals'], folder, peak);
    note(`${count} files`, { 'ours, files a second': count / ours.time * 1000, 'theirs, files a second': count / peer.time * 1000 });
    row(`many files: ${count}`, { ours: ours.time, peer: peer.time, of: 'Y in one process', goal: 0.1, key: 'many files' });
    row(`many files: memory at ${count} over that at a quarter`, { ours: ours.memory / 1e6, peer: quarter.memory / 1e6, of: 'a quarter', goal: 2, unit: 'MB', key: 'many files: memory' });
  } finally {
    await rm(folder, { recursive: true });
  }
}

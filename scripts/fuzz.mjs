// `npm run fuzz`: every property of the tests with ever new cases, until the time is over. `-- --minutes N` (10), `--only TEXT`
// for properties in files whose path has the text, `--seed N` for the same cases again. Each property tells its seed; what is
// found is kept in test/fixtures/found, and `npm test` tries it from then on. Exit status 1 if anything was found.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Problem, root, run, runMain } from './host/run.mjs';

const BUILT = join(root, '.build', 'test');
/** Seconds that a property has in one round, at most. */
const SLICE = 20;
/** What a file may take beside its properties, in seconds: a property that never ends is a finding too. */
const SPARE = 300;

/** Files with properties, and how many calls of `drawn` each has. */
function files(only) {
  return readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.js') && name.replaceAll('\\', '/').includes(only)).sort()
    .map((name) => ({ name, text: readFileSync(join(BUILT, name), 'utf8') })).filter(({ text }) => text.includes('{ drawn }'))
    .map(({ name, text }) => ({ name, properties: text.match(/\bdrawn\(/g)?.length ?? 0 }));
}

/** Runs the properties of one file. Resolves with how many failed; a file that does not end, or dies, has failed. */
function fuzz({ name, properties }, milliseconds, seed) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', pathToFileURL(join(BUILT, 'support', 'seed.js')).href, join(BUILT, name)], {
      cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ENTENTE_FUZZ: String(milliseconds), ENTENTE_SEED: seed },
    });
    const late = setTimeout(() => child.kill('SIGKILL'), properties * milliseconds * 3 + SPARE * 1000);
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.once('error', reject);
    child.once('close', (_, signal) => {
      clearTimeout(late);
      const told = output.split('\n').flatMap((line) => /^(?:# )?FUZZ (.*)$/.exec(line)?.[1] ?? []);
      for (const line of told) console.log(`  ${line}`);
      if (signal !== null || told.length === 0) console.log(`  ${name} ended by ${signal ?? 'itself'}. Its last words:\n${output.slice(-2_000)}`);
      resolve(told.filter((line) => line.includes('FAILED')).length + (signal !== null || told.length === 0 ? 1 : 0));
    });
  });
}

await runMain(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, only: { type: 'string', default: '' }, seed: { type: 'string', default: 'random' } } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Problem('`--minutes` must be a number above 0.', 2);
  if (values.seed !== 'random' && !Number.isSafeInteger(Number(values.seed))) throw new Problem('`--seed` must be a whole number.', 2);
  const chosen = await run(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root }).then(() => existsSync(BUILT) ? files(values.only) : []);
  if (chosen.length === 0) throw new Problem(`No file with properties has \`${values.only}\` in its path.`, 2);
  const end = Date.now() + minutes * 60_000;
  const all = chosen.reduce((sum, { properties }) => sum + properties, 0);
  let failed = 0;
  for (let round = 1; Date.now() < end; round += 1) {
    const slice = Math.max(200, Math.min(SLICE * 1000, (end - Date.now()) / all));
    console.log(`Round ${round}: ${all} properties, ${(slice / 1000).toFixed(1)} s each`);
    for (const file of chosen) {
      if (Date.now() >= end && round > 1) break;
      failed += await fuzz(file, slice, values.seed);
    }
  }
  console.log(failed === 0 ? '\nNothing was found.' : `\n${failed} found: see test/fixtures/found and the lines above.`);
  return failed > 0 ? 1 : 0;
});

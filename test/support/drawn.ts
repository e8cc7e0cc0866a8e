import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';

/** Counterexamples that were found, one a file: they are tried before anything is drawn. */
export const FOUND = resolve(dirname(fileURLToPath(import.meta.url)), '../../../test/fixtures/found');
/** Milliseconds for each property; set by `npm run fuzz` only. */
const FUZZ = Number(process.env['ENTENTE_FUZZ'] ?? 0);

/** The share of the cases that is tried: below 1 only where the tests run once for each change of the code (`npm run mutation`). */
export const SHARE = Number(process.env['ENTENTE_SHARE'] ?? 1);

/** How many cases of a kind must have been met at least: any number, where only a share of all cases is tried. */
export const ofAll = (cases: number): number => (SHARE < 1 ? 0 : cases);

/**
 * How often a property is tried, and with which cases first. Its name is unique and stays, since counterexamples are kept by
 * it. While fuzzing it is tried until its time is over; what is found is kept as a file, and told by the lines of standard
 * output that begin with `FUZZ`.
 */
export function drawn<Ts extends unknown[]>(name: string, numRuns: number, more: fc.Parameters<Ts> = {}): fc.Parameters<Ts> {
  const examples = foundFor<Ts>(name, FOUND);
  if (FUZZ <= 0) return { numRuns: Math.ceil(numRuns * SHARE) + examples.length, includeErrorInReport: true, ...more, examples };
  const seed = fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31);
  console.log(`FUZZ ${name}: seed ${seed}`);
  return {
    seed, numRuns: 1_000_000_000, interruptAfterTimeLimit: FUZZ, includeErrorInReport: true, examples,
    reporter: (out) => {
      console.log(`FUZZ ${name}: ${out.numRuns} cases${out.failed ? `, FAILED: ${keep(name, out, FOUND)}` : ''}`);
      if (out.failed) throw new Error(fc.defaultReportMessage(out));
    },
  };
}

interface Found { readonly property: string; readonly values: unknown }

/** The values that were kept for a property, in the order of the files' names. */
export function foundFor<Ts extends unknown[]>(name: string, folder: string): Ts[] {
  return readdirSync(folder).filter((file) => file.startsWith(`${name}.`)).sort()
    .map((file) => (parse(readFileSync(join(folder, file), 'utf8')) as Found)).filter(({ property }) => property === name).map(({ values }) => values as Ts);
}

/** Writes a counterexample down; gives the name of the file. What it is made of must be plain data, as a text of YAML has it. */
export function keep<Ts>(name: string, { counterexample, seed, counterexamplePath, errorInstance }: fc.RunDetails<Ts>, folder: string): string {
  const data = { property: name, seed, path: counterexamplePath, error: String(errorInstance).split('\n', 4).join('\n').slice(0, 400), values: counterexample };
  const readable = stringify(data, { lineWidth: 0 });
  const text = same(readable, data) ? readable : `${JSON.stringify(data, undefined, 1)}\n`;
  const file = `${name}.${createHash('sha256').update(JSON.stringify(counterexample)).digest('hex').slice(0, 8)}.yaml`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
  if (!same(text, data)) console.log(`FUZZ ${name}: these values are more than plain data. Only the seed and the path find them again.`);
  return file;
}

function same(text: string, data: object): boolean {
  try {
    assert.deepEqual(parse(text), data);
    return true;
  } catch {
    return false;
  }
}

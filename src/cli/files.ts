import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Day } from '../base/dates.js';
import { analyse } from '../service/analyse.js';
import type { Analysis } from '../service/analysis.js';
import { loadInput } from '../service/load.js';
import { LIMITS } from '../syntax/limits.js';
import { today, Unusable } from './context.js';

const AGREEMENT = /\.entente\.ya?ml$/;

/** Agreement files at the paths; folders are searched at any depth, links and hidden folders are not followed. Sorted. */
export async function agreementFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') await walk(at);
      else if (entry.isFile() && AGREEMENT.test(entry.name)) found.add(at);
    }
  };
  for (const given of paths) {
    const kind = await stat(given).catch(() => undefined);
    if (!kind) throw new Unusable(`There is no file or folder \`${given}\`.`);
    if (kind.isDirectory()) await walk(given);
    else found.add(given);
  }
  return [...found].sort();
}

export interface FileOptions {
  readonly asOf?: Day | undefined;
}

/** Reads and analyses a file. Imports stay inside the current folder, or the file's own where that lies elsewhere. */
export async function analyseFile(file: string, { asOf }: FileOptions): Promise<Analysis> {
  const absolute = path.resolve(file);
  const cwd = process.cwd();
  const root = absolute.startsWith(cwd + path.sep) ? cwd : path.dirname(absolute);
  const uri = pathToFileURL(absolute).href;
  const realRoot = await realpath(root);
  const main = await readText(absolute).catch((error: unknown) => { throw new Unusable(reasonOf(file, error)); });
  const read = async (target: string): Promise<string | null> => {
    if (target === uri) return main;
    const at = fileURLToPath(target);
    // A link must not lead out of the folder.
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined || !real.startsWith(realRoot + path.sep) || !(await lstat(real)).isFile()) return null;
    return readText(real).catch(() => null);
  };
  return analyse(await loadInput({ file: uri, workspace: pathToFileURL(root).href, today: today(), asOf, read }));
}

/** UTF-8 text. A file beyond the limit gives a text just as long, which the analysis then reports. */
async function readText(file: string): Promise<string> {
  const { size } = await stat(file);
  // Every UTF-16 unit takes at least one byte and at most three, so a larger file is surely beyond the limit.
  if (size > LIMITS.textLength * 3) return ' '.repeat(LIMITS.textLength + 1);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
}

function reasonOf(file: string, error: unknown): string {
  if (error instanceof TypeError) return `\`${file}\` is not UTF-8 text.`;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EISDIR') return `\`${file}\` is a folder; this command takes a file.`;
  if (code === 'ENOENT') return `There is no file \`${file}\`.`;
  return `\`${file}\` cannot be read${code === undefined ? '' : ` (${code})`}.`;
}

/** The path of a file: URI as a person would give it: relative to the current folder where it lies inside. */
export function shownPath(uri: string): string {
  const absolute = fileURLToPath(uri);
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith('..') || path.isAbsolute(relative) ? absolute : relative.split(path.sep).join('/');
}

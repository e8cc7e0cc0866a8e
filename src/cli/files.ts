import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Day } from '../base/dates.js';
import { agreementsBelow } from '../server/disk.js';
import { canonical } from '../server/uris.js';
import { analyse } from '../service/analyse.js';
import type { Analysis } from '../service/analysis.js';
import { loadInput } from '../service/load.js';
import { LIMITS } from '../syntax/limits.js';
import { today, Unusable } from './context.js';

/** Agreement files at the paths; folders are searched at any depth, links and hidden folders are not followed. Sorted. */
export async function agreementFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  const add = (file: string): void => void (found.has(path.resolve(file)) || found.set(path.resolve(file), file));
  const unreadable = (folder: string, error: unknown): never => { throw new Unusable(reasonOf(folder, error)); };
  for (const given of paths) {
    const kind = await stat(given).catch(() => undefined);
    if (!kind) throw new Unusable(`There is no file or folder \`${given}\`.`);
    if (!kind.isDirectory()) add(given);
    else for await (const file of agreementsBelow(given, unreadable)) add(file);
  }
  return [...found.values()].sort();
}

export interface FileOptions {
  readonly asOf?: Day | undefined;
}

/** Reads and analyses a file. Imports stay inside the current folder, or the file's own where that lies elsewhere. */
export async function analyseFile(file: string, { asOf }: FileOptions): Promise<Analysis> {
  const absolute = path.resolve(file);
  const cwd = process.cwd();
  const root = isInside(cwd, absolute) ? cwd : path.dirname(absolute);
  // Imports are resolved with every character escaped: the same file must have the same name here.
  const uri = canonical(pathToFileURL(absolute).href);
  const realRoot = realpathSync(root);
  let main: string;
  try {
    main = readText(absolute);
  } catch (error) {
    throw new Unusable(reasonOf(file, error));
  }
  const read = async (target: string): Promise<string | null> => (target === uri ? main : imported(fileURLToPath(target), realRoot));
  return analyse(await loadInput({ file: uri, workspace: canonical(pathToFileURL(root).href), today: today(), asOf, read }));
}

/** What was read last of files that others name: many files may share them. At most so many, of so many characters together. */
const KEPT = { files: 256, characters: 4_000_000 };
const IMPORTED = new Map<string, string | null>();
let characters = 0;

/** The text of a file inside the folder, as it was when a command first asked for it; null for what cannot be read. */
function imported(file: string, realRoot: string): string | null {
  const key = JSON.stringify([realRoot, file]);
  const known = IMPORTED.get(key);
  if (known !== undefined) return known;
  let text: string | null = null;
  try {
    // A link must not lead out of the folder.
    const real = realpathSync(file);
    if (isInside(realRoot, real) && lstatSync(real).isFile()) text = readText(real);
  } catch {
    text = null;
  }
  IMPORTED.set(key, text);
  characters += text?.length ?? 0;
  for (const [oldest, its] of IMPORTED) {
    if (IMPORTED.size <= KEPT.files && characters <= KEPT.characters) break;
    IMPORTED.delete(oldest);
    characters -= its?.length ?? 0;
  }
  return text;
}

/** UTF-8 text. A file beyond the limit gives a text just as long, which the analysis then reports. */
function readText(file: string): string {
  const status = statSync(file);
  if (!status.isFile() && !status.isDirectory()) throw new NotRegular(); // a pipe would be waited for
  // Every UTF-16 unit takes at least one byte and at most three, so a larger file is surely beyond the limit.
  if (status.size > LIMITS.textLength * 3) return ' '.repeat(LIMITS.textLength + 1);
  return UTF8.decode(readFileSync(file));
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

class NotRegular extends Error {}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Why a file cannot be read, in one sentence. */
export function reasonOf(file: string, error: unknown): string {
  if (error instanceof TypeError) return `\`${file}\` is not UTF-8 text.`;
  if (error instanceof NotRegular) return `\`${file}\` is not a regular file.`;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EISDIR') return `\`${file}\` is a folder; this command takes a file.`;
  if (code === 'ENOENT') return `There is no file \`${file}\`.`;
  return `\`${file}\` cannot be read${code === undefined ? '' : ` (${code})`}.`;
}

/** The path of a file: URI as a person would give it: relative to the current folder where it lies inside. */
export function shownPath(uri: string): string {
  const absolute = fileURLToPath(uri);
  return !isInside(process.cwd(), absolute) ? absolute : path.relative(process.cwd(), absolute).split(path.sep).join('/');
}

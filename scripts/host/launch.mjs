#!/usr/bin/env node
// Stands in for the desktop VS Code in @vscode/test-electron's runTests: takes its arguments, exits with the test run's code.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBridge } from './bridge.mjs';
import { findChromium, installVsix, startServer } from './host.mjs';
import { Problem, runMain } from './run.mjs';

const chromiumArgs = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/** @param {string[]} argv */
function readArguments(argv) {
  /** @param {string} name */
  const option = (name) => argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = option('extensionDevelopmentPath');
  const tests = option('extensionTestsPath');
  if (!extension || !tests) throw new Problem('launch.mjs needs --extensionDevelopmentPath= and --extensionTestsPath=.', 2);
  return {
    extension: resolve(extension),
    // The web-worker extension host fetches the very path; the Node one takes it as a module's name.
    tests: option('extensionDevelopmentKind') === 'web' ? resolve(tests) : resolve(tests).replace(/\.js$/, ''),
    web: option('extensionDevelopmentKind') === 'web',
    vsix: option('install-vsix'),
    restricted: argv.includes('--restricted'),
    locale: option('locale'),
    workspace: argv.find((arg) => !arg.startsWith('-')),
    limit: Number(process.env.ENTENTE_TEST_TIMEOUT ?? 300) * 1000,
  };
}

/** Copies the workspace and writes the bridge's address into its settings. @param {string | undefined} from @param {string} to @param {string} bridge */
async function copyWorkspace(from, to, bridge) {
  if (from) await cp(resolve(from), to, { recursive: true });
  const settings = join(to, '.vscode', 'settings.json');
  await mkdir(join(to, '.vscode'), { recursive: true });
  const text = await readFile(settings, 'utf8').catch(() => '{}');
  try {
    await writeFile(settings, `${JSON.stringify({ ...JSON.parse(text), 'files.autoSave': 'off', 'ententeTest.bridge': bridge }, null, 2)}\n`);
  } catch (error) {
    throw new Problem(`The workspace's .vscode/settings.json must be JSON without comments (${error}).`, 2);
  }
  commit(to);
}

/** Puts the workspace under version control, where Git is installed: tests compare a text with its last commit. @param {string} folder */
function commit(folder) {
  const git = (...args) => spawnSync('git', ['-c', 'user.name=tests', '-c', 'user.email=tests@localhost', '-C', folder, ...args], { stdio: 'ignore' }).status === 0;
  if (!(git('init', '-q') && git('add', '-A') && git('commit', '-q', '-m', 'Examples'))) console.log('The workspace is not under version control: Git is missing, or failed.');
}

/**
 * Listens to the workbench's log, which tells why tests could not be loaded, among much that VS Code says of itself.
 * @param {string[]} ours Paths that an error of ours mentions.
 */
function readLog(ours) {
  /** @type {string[]} */
  const errors = [];
  return {
    errors,
    /** @param {string} type @param {unknown[]} args */
    log(type, args) {
      const text = (Array.isArray(args) ? args : [args]).join(' ');
      if (process.env.ENTENTE_VERBOSE) console.error(`[${type}]`, text);
      if (type === 'error' && ours.some((path) => text.includes(path)) && !text.includes('/.vscode-test/')) errors.push(text);
    },
  };
}

/** Asked to stop: kept from the start, so that a signal never leaves a server behind. @type {Promise<string>} */
const interrupted = new Promise((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done(signal));
});

/**
 * Opens the workbench and waits for the test run's code.
 * @param {{ server: import('./server.mjs').Server, payload: [string, string][], limit: number, log: (type: string, args: unknown[]) => void, onPage: (page: import('playwright-core').Page) => void }} options
 * @returns {Promise<number>}
 */
async function drive({ server, payload, limit, log, onPage }) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: await findChromium(), args: chromiumArgs, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await new Promise((done, fail) => {
      /** @param {string} sentence */
      const giveUp = (sentence) => fail(new Problem(sentence));
      const timer = setTimeout(() => giveUp(`The test run took longer than ${limit / 1000} s and was stopped.`), limit);
      timer.unref();
      page.on('crash', () => giveUp('The workbench page crashed.'));
      page.on('close', () => giveUp('The workbench page was closed.'));
      browser.on('disconnected', () => giveUp('Chromium ended before the tests did.'));
      server.exited.then((code) => giveUp(`The VS Code server ended with code ${code} before the tests did.`));
      interrupted.then((signal) => giveUp(`The test run was stopped by ${signal}.`));
      if (process.env.ENTENTE_VERBOSE) page.on('console', (message) => console.error(`[page ${message.type()}]`, message.text()));
      const open = async () => {
        await page.exposeFunction('codeAutomationLog', log);
        await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => done(code));
        onPage(page);
        await page.goto(server.url(payload), { waitUntil: 'commit' });
      };
      open().catch((error) => giveUp(`The workbench page could not be opened: ${error.message}`));
    });
  } finally {
    await browser.close();
  }
}

await runMain(async () => {
  const options = readArguments(process.argv.slice(2));
  // The real path: VS Code compares it with what its extension hosts see.
  const temporary = await mkdtemp(join(await realpath(tmpdir()), 'entente-vscode-'));
  const folders = { extensionsDir: join(temporary, 'extensions'), userDataDir: join(temporary, 'data') };
  const workspace = join(temporary, 'workspace');
  /** @type {import('playwright-core').Page | undefined} */
  let page;
  let reported = false;
  const bridge = await startBridge(() => page, (line) => {
    reported ||= line.startsWith('VSCODE-TESTS ');
    console.log(line);
  });
  const { errors, log } = readLog([options.extension, options.tests]);
  /** @type {import('./server.mjs').Server | undefined} */
  let server;
  try {
    await mkdir(folders.extensionsDir, { recursive: true });
    await copyWorkspace(options.workspace, workspace, bridge.url);
    if (options.vsix) await installVsix(resolve(options.vsix), folders);
    // VS Code keeps its sockets there; a path too long for one keeps to the default.
    const env = temporary.length < 50 ? { XDG_RUNTIME_DIR: temporary } : {};
    server = await startServer({ ...folders, workspace, env, restricted: options.restricted, locale: options.locale });
    /** @type {[string, string][]} */
    const payload = [
      ['extensionDevelopmentPath', server.remote(options.extension)],
      ['extensionTestsPath', server.remote(options.tests)],
      ['skipWelcome', 'true'],
    ];
    if (options.web) payload.push(['extensionDevelopmentKind', 'web']);
    const code = await drive({ server, payload, log, limit: options.limit, onPage: (opened) => { page = opened; } });
    if (!reported) throw new Problem(`VS Code ended the test run before there was a result${errors.length ? `:\n${errors.join('\n')}` : '; ENTENTE_VERBOSE=1 shows its log.'}`, code || 1);
    return code;
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    // runTests closes our pipes the moment we end, read or not.
    await delay(200);
    return error instanceof Problem ? error.exitCode : 1;
  } finally {
    bridge.close();
    await server?.stop();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});

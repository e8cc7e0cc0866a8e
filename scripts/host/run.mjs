// Small helpers shared by the scripts; node: builtins only, as they run before anything is installed.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An error whose message is one sentence for the person at the terminal. */
export class Problem extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs `main`; a Problem is printed as its sentence, anything else with its stack. @param {() => Promise<number | void>} main */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const known = error instanceof Problem;
    console.error(known ? error.message : error);
    process.exitCode = known ? error.exitCode : 1;
  }
}

/** Prints `text … `, runs `work`, and ends the line with how it went. @template T @param {string} text @param {() => Promise<T>} work */
export async function stage(text, work) {
  process.stdout.write(`${text} … `);
  const start = Date.now();
  try {
    const value = await work();
    process.stdout.write(`done in ${Math.round((Date.now() - start) / 1000)} s\n`);
    return value;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/**
 * Runs a command to its end and collects its output.
 * @param {string} command @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        options.onOutput?.(text);
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

const unreachable = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Runs npm; throws a Problem, with exit code 2 when the registry could not be reached. @param {string[]} args @param {string} cwd */
export async function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  // Under `npm run`, the same npm again; otherwise the one on PATH (a .cmd file on Windows, which needs a shell).
  const script = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const all = [...args, ...quiet];
  const { code, output } = script
    ? await run(process.execPath, [script, ...all], { cwd })
    : await run('npm', all, { cwd, shell: process.platform === 'win32' });
  if (code === 0) return;
  if (unreachable.test(output)) throw new Problem('The npm registry cannot be reached: check the network or the npm proxy settings, then try again.', 2);
  throw new Problem(`npm ${args.join(' ')} failed:\n${output.trim().split('\n').slice(-12).join('\n')}`);
}

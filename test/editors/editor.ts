import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const FIXTURES = join(ROOT, 'test/editors/fixtures');
export const DEAL = readFileSync(join(FIXTURES, 'deal.entente.yaml'), 'utf8');

/** The first block of a language under a heading of docs/editors.md: what a user would copy. */
export function snippet(heading: string, language: string): string {
  const page = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
  const [, section] = page.split(`\n### ${heading}\n`);
  const block = section?.split(/^#{2,3} /m)[0]?.match(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'm'))?.[1];
  if (block === undefined) throw new Error(`docs/editors.md has no ${language} block under "${heading}".`);
  return block;
}

/** Why a test cannot run here, or false. */
export function missing(what: string, command: string, args: readonly string[]): string | false {
  const { error, status } = spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 });
  return error === undefined && status === 0 ? false : `${what} is not installed`;
}

/**
 * Runs an editor in a new folder that holds the deal, the user's configuration and the script that drives the editor, with
 * `entente` on the path and a home of its own. Returns the JSON that the script writes.
 */
export function drive<T>({ command, args, configuration, script }: { command: string; args: readonly string[]; configuration: readonly [file: string, text: string]; script: string }): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'entente-editor-')));
  try {
    const [file, text] = configuration;
    writeFileSync(join(folder, file), text);
    for (const name of [script, 'deal.entente.yaml']) copyFileSync(join(FIXTURES, name), join(folder, name));
    mkdirSync(join(folder, 'bin'));
    symlinkSync(join(ROOT, 'dist/cli/entente.js'), join(folder, 'bin/entente'));
    const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder };
    const { stdout, stderr, error, signal } = spawnSync(command, args, {
      cwd: folder, encoding: 'utf8', timeout: 120_000, input: '',
      env: { ...process.env, ...home, LC_ALL: 'C.UTF-8', PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
    });
    try {
      return JSON.parse(stdout) as T;
    } catch {
      throw new Error(`${command} wrote no JSON (${error?.message ?? signal ?? 'it ended'}).\n${stdout}\n${stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

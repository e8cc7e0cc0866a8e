import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { ROOT } from './run.js';

/** How the command line is started here, in place of the package that a user installs. */
const HERE = `${process.execPath} ${path.join(ROOT, 'dist/cli/entente.js')}`;
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
const PACKAGE = `@entente-lang/entente@${version}`;

interface Step { readonly id?: string; readonly if?: string; readonly shell: string; readonly run: string; readonly env: Readonly<Record<string, string>> }
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
const FOLDER = path.join(ROOT, 'integrations/action');
const action = parse(readFileSync(path.join(FOLDER, 'action.yml'), 'utf8')) as Action;

/** A repository with one commit, and changes since. */
function repository(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): { folder: string; base: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente action-'));
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', '-c', 'core.autocrlf=false', ...args], { cwd: folder, encoding: 'utf8' });
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    git('add', '-A');
    git('commit', '-qm', 'A commit');
  };
  git('init', '-q');
  write(before);
  const base = git('rev-parse', 'HEAD').trim();
  if (Object.keys(after).length > 0) write(after);
  return { folder, base };
}

/** Runs the steps as a runner does: conditions on inputs, the environment of each, files for outputs and the summary. */
function runAction(folder: string, given: Readonly<Record<string, string>>): { status: number | null; out: string; summary: string; comparison: string } {
  const inputs: Record<string, string> = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), command: HERE, ...given };
  const runner = mkdtempSync(path.join(tmpdir(), 'entente-runner-'));
  const [output, summary] = ['output', 'summary'].map((name) => path.join(runner, name)) as [string, string];
  for (const file of [output, summary]) writeFileSync(file, '');
  let status: number | null = 0;
  let out = '';
  try {
    for (const step of action.runs.steps) {
      const condition = step.if === undefined ? undefined : /^inputs\.([\w-]+) != ''$/.exec(step.if);
      assert.ok(condition !== null, `a condition that this test does not know: ${step.if}`);
      if (condition && inputs[condition[1]!] === '') continue;
      assert.doesNotMatch(step.run, /\$\{\{/, 'inputs reach a script through its environment only');
      const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, input: string) => inputs[input]!)]));
      const done = spawnSync(step.shell, ['-c', step.run], {
        cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], ...env, GITHUB_ACTION_PATH: FOLDER, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
      });
      out += done.stdout + done.stderr;
      status = done.status;
      if (status !== 0) break;
    }
    const comparison = /^comparison=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1];
    return { status, out, summary: readFileSync(summary, 'utf8'), comparison: comparison === undefined ? '' : readFileSync(comparison, 'utf8') };
  } finally {
    rmSync(runner, { recursive: true });
  }
}

const SHARED = 'entente: 1\nparties: { a: {}, b: {} }\nclouds: { c: { operator: b }, d: {} }\nproducts: { p: { owner: a } }\n';
const deal = (type: string): string => `entente: 1\nas-of: 2026-06-01\nimport: [../shared/names.entente.yaml]\nagreements:\n  deal: { parties: [a, b], signed: 2026-01-01, through: 2027, clauses: { only: { type: ${type}, by: a, to: b, products: [p], cloud: c } } }\n`;

describe('the action', { skip: process.platform === 'win32' }, () => {
  test('starts the package of this version, and names its outputs', () => {
    assert.equal(action.runs.using, 'composite');
    assert.equal(action.inputs['command']?.default, `npx --yes ${PACKAGE}`);
    assert.deepEqual(Object.values(action.outputs).map(({ value }) => value), ['${{ steps.compare.outputs.comparison }}']);
    assert.ok(action.runs.steps.some(({ id }) => id === 'compare'));
  });

  test('checks, compares with the base, and writes SARIF', () => {
    const { folder, base } = repository({ 'shared/names.entente.yaml': SHARED, 'deals/the deal.entente.yaml': deal('exclusivity') }, { 'deals/the deal.entente.yaml': deal('availability') });
    try {
      const { status, out, summary, comparison } = runAction(folder, { base, sarif: 'out.sarif', paths: 'deals\n\n  \nshared' });
      assert.equal(status, 0, out);
      assert.match(comparison, /^## `base\/deals\/the deal\.entente\.yaml` → `head\/deals\/the deal\.entente\.yaml`\n\n### Cells changed: 2\n\n- `p` on `c`: exclusive → available/);
      assert.equal(summary, comparison);
      assert.deepEqual((JSON.parse(readFileSync(path.join(folder, 'out.sarif'), 'utf8')) as { version: string }).version, '2.1.0');
      assert.equal(execFileSync('git', ['worktree', 'list'], { cwd: folder, encoding: 'utf8' }).trim().split('\n').length, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('fails with findings beside the lines; nothing in an input is run', () => {
    const { folder } = repository({ 'a.entente.yaml': 'entente: 1\nbogus: 1\n', '$(touch ran)/a.entente.yaml': 'entente: 1\n' }, {});
    try {
      const wrong = runAction(folder, { sarif: 'out.sarif' });
      assert.equal(wrong.status, 1);
      assert.match(wrong.out, /^::error file=a\.entente\.yaml,line=2,/m);
      assert.deepEqual([wrong.summary, wrong.comparison], ['', '']);
      assert.equal(runAction(folder, { paths: '$(touch ran)' }).status, 0);
      assert.equal(runAction(folder, { paths: '--version' }).status, 2);
      assert.equal(runAction(folder, { base: '--help' }).status, 128);
      assert.ok(!readdirSync(folder).includes('ran'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface Hook { readonly id: string; readonly entry: string; readonly language: string; readonly files: string; readonly additional_dependencies: readonly string[] }

test('the pre-commit hooks pass a good file and stop a bad one', () => {
  const { repos: [local] } = parse(readFileSync(path.join(ROOT, 'integrations/pre-commit/.pre-commit-config.yaml'), 'utf8')) as { repos: readonly { repo: string; hooks: readonly Hook[] }[] };
  assert.equal(local?.repo, 'local');
  const { folder } = repository({ 'shared/names.entente.yaml': SHARED, 'deals/good.entente.yaml': deal('exclusivity') }, {});
  const bad: Readonly<Record<string, string>> = { 'entente-check': 'entente: 1\nbogus: 1\n', 'entente-test': `${SHARED}expect: [{ at: 2026-01-01, product: p, cloud: c, status: barred }]\n`, 'entente-format': 'entente:   1\n' };
  try {
    for (const { id, entry, language, files, additional_dependencies } of local!.hooks) {
      assert.deepEqual([language, additional_dependencies], ['node', [PACKAGE]]);
      const changed = ['deals/good.entente.yaml', 'notes.yaml', 'a.entente.yml'].filter((file) => new RegExp(files).test(file));
      assert.deepEqual(changed, ['deals/good.entente.yaml', 'a.entente.yml']);
      writeFileSync(path.join(folder, 'bad.entente.yaml'), bad[id]!);
      const [command, ...args] = entry.split(' ');
      assert.equal(command, 'entente');
      const run = (file: string): number | null => spawnSync(process.execPath, [path.join(ROOT, 'dist/cli/entente.js'), ...args, file], { cwd: folder }).status;
      assert.deepEqual([run('deals/good.entente.yaml'), run('bad.entente.yaml')], [0, 1], id);
    }
    assert.deepEqual(local!.hooks.map(({ id }) => id), Object.keys(bad));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

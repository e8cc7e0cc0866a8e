import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';

const root = process.cwd();
const cli = path.join(root, 'dist/cli/entente.js');
const files = readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.entente.yaml')).sort();

interface JsonFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } };
}

/** Every conflict that an example is meant to have, as `severity text-under-the-range`. All other examples have none. */
const CONFLICTS: Readonly<Record<string, readonly string[]>> = {
  // Over since the renegotiation, but for Frontier on Azure: Amazon's exclusivity against Microsoft's "first".
  'openai-cloud-alliances.entente.yaml': [
    'information frontier-exclusive',
    'information runtime-on-bedrock',
    'warning first-on-azure',
  ],
  // Certain on the day of `as-of`; from the next day on AGI may end Microsoft's exclusivity.
  'before-the-renegotiation.entente.yaml': [
    'error frontier-exclusive',
    'error runtime-on-bedrock',
    'warning frontier-exclusive',
    'warning runtime-on-bedrock',
  ],
};

function entente(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const expectationsIn = (text: string): number => ((parse(text) as { expect?: unknown[] }).expect ?? []).length;

describe('examples', () => {
  test('there are some', () => assert.ok(files.length >= 4));

  for (const name of files) {
    const file = path.join('examples', name);
    const text = readFileSync(path.join(root, file), 'utf8');
    const lines = text.split('\n');
    const under = ({ range: { start, end } }: JsonFinding): string => (lines[start.line] ?? '').slice(start.character, start.line === end.line ? end.character : undefined);

    test(`${name}: every expectation holds`, () => {
      const count = expectationsIn(text);
      assert.ok(count > 0, 'an example has expectations');
      const { status, stdout, stderr } = entente('test', file);
      assert.equal(status, 0, stdout + stderr);
      assert.equal(stderr, `${count} passed, 0 failed\n`);
    });

    test(`${name}: no errors and no conflicts but those that are meant`, () => {
      const { status, stdout, stderr } = entente('check', file, '--format', 'json');
      const { findings } = JSON.parse(stdout) as { findings: readonly JsonFinding[] };
      const conflicts = findings.filter(({ code }) => code === 'conflict').map((finding) => `${finding.severity} ${under(finding)}`);
      assert.deepEqual(conflicts.sort(), [...CONFLICTS[name] ?? []].sort());
      assert.deepEqual(findings.filter(({ code, severity }) => severity === 'error' && code !== 'conflict'), []);
      assert.equal(status, conflicts.some((conflict) => conflict.startsWith('error ')) ? 1 : 0, stderr);
    });
  }
});

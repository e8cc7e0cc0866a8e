import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { entente } from '../cli/run.js';
import { page, ROOT } from './pages.js';

const FOLDER = path.join(ROOT, 'docs/reference/json');
const schemas = new Map(readdirSync(FOLDER).map((name) => [name.replace('.schema.json', ''), JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as object]));
const validator = (schema: object): ValidateFunction => new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const validators = new Map([...schemas].map(([name, schema]) => [name, validator(schema)]));

function holds(name: string, value: unknown, validate = validators.get(name)): void {
  assert.ok(validate, `There is no schema ${name}.`);
  validate(value);
  assert.deepEqual(validate.errors ?? [], []);
}

const EXAMPLES = ['openai-cloud-alliances', 'before-the-renegotiation', 'games-timed-exclusive', 'imports-shared'].map((name) => `examples/${name}.entente.yaml`);
const [OPENAI = '', BEFORE = '', GAMES = '', SHARED = ''] = EXAMPLES;

/** Commands whose outputs take every turn that a form has: findings of every rule, each status, each question. */
const COMMANDS: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['check', 'check', 'examples'],
  ...EXAMPLES.flatMap((file): [string, ...string[]][] => [['matrix', 'matrix', file], ['timeline', 'timeline', file], ['money', 'money', file], ['ask-exposure', 'ask', 'exposure', file], ['ask-idle', 'ask', 'idle', file], ['ask-unmet', 'ask', 'unmet', file]]),
  ['matrix', 'matrix', OPENAI, '--at', '2033-06-01', '--assume', 'first-means=among-first'],
  ['matrix', 'matrix', 'examples/broken/undecided-cell.entente.yaml'],
  ...['azure', 'aws', 'google-cloud'].flatMap((cloud) => ['2026-03-01', '2026-05-01'].map((at): [string, ...string[]] => ['explain', 'explain', OPENAI, '--product', 'frontier', '--cloud', cloud, '--at', at])),
  ['explain', 'explain', GAMES, '--product', 'quiet-roads', '--cloud', 'beacon-store', '--at', '2026-12-24'],
  ['diff', 'diff', OPENAI, '--from', '2026-04-26', '--to', '2026-04-27'], ['diff', 'diff', BEFORE, OPENAI], ['diff', 'diff', SHARED, GAMES],
  ['money', 'money', 'examples/broken/tranche-sum.entente.yaml'],
  ['ask-serve', 'ask', 'serve', OPENAI, '--party', 'amazon', '--product', 'frontier', '--at', '2026-03-01'], ['ask-serve', 'ask', 'serve', OPENAI, '--party', 'openai', '--product', 'models'],
  ['ask-plan', 'ask', 'plan', OPENAI, '--agreement', 'microsoft-renegotiated'], ['ask-plan', 'ask', 'plan', 'examples/broken/no-privity.entente.yaml', '--agreement', 'riverton-deal'],
  ['ask-infringed', 'ask', 'infringed', OPENAI, '--agreement', 'amazon-alliance'], ['ask-infringed', 'ask', 'infringed', 'examples/broken/no-privity.entente.yaml', '--agreement', 'riverton-deal'],
];

describe('real outputs fit their schemas', () => {
  for (const [name, ...args] of COMMANDS) {
    test(args.join(' '), async () => {
      const { out, err } = await entente([...args, '--format', 'json']);
      assert.notEqual(out, '', err);
      holds(name, JSON.parse(out));
    });
  }
  for (const file of EXAMPLES) {
    test(`cells ${file}`, async () => {
      const { out, err } = await entente(['cells', file, '--format', 'jsonl']);
      assert.notEqual(out, '', err);
      for (const line of out.trimEnd().split('\n')) holds('cells', JSON.parse(line));
    });
  }
  test('every schema is used', () => assert.deepEqual([...new Set([...COMMANDS.map(([name]) => name), 'cells'])].sort(), [...schemas.keys()].sort()));
});

test('a schema refuses a field that it does not know, one that is missing, and one of another type', async () => {
  const { out } = await entente(['matrix', OPENAI, '--format', 'json']);
  const { worlds, ...rest } = JSON.parse(out) as { worlds: string };
  for (const wrong of [{ ...rest, worlds, more: 1 }, rest, { ...rest, worlds: Number(worlds) }]) assert.equal(validators.get('matrix')?.(wrong), false);
});

/** The same schema for a value of which parts are left out. */
const ofParts = (schema: object): object => JSON.parse(JSON.stringify(schema), (key, value: unknown) => (key === 'required' && Array.isArray(value) ? undefined : value)) as object;

describe('the outputs shown in docs/cli.md fit their schemas, where they are not cut', () => {
  const { blocks, prose } = page('docs/cli.md');
  const lines = prose.split('\n');
  const shown = blocks.filter(({ language }) => language === 'json').map(({ line, text }) => ({ line, text, name: lines.slice(0, line).findLast((one) => one.startsWith('## '))?.slice(3) ?? '' }));
  for (const { line, text, name } of shown) {
    test(`${name}, line ${line}`, () => {
      const schema = schemas.get(name);
      assert.ok(schema, `There is no schema ${name}.`);
      holds(name, JSON.parse(text), validator(ofParts(schema)));
    });
  }
  test('there are some', () => assert.ok(shown.length > 5));
});

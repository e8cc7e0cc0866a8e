import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CLAUSE_TYPES } from '../../src/clauses/registry.js';
import { SHAPE_CODES, YAML_CODES } from './codes.js';
import { type Complaint, type Item, ROOT, YamlServer } from './yaml-server.js';

interface Found { readonly code: string; readonly file: string; readonly range: { readonly start: { readonly line: number } } }

const files = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' }).map((file) => `examples/${file.replaceAll('\\', '/')}`).filter((file) => file.endsWith('.entente.yaml')).sort();
const server = new YamlServer();
before(() => server.start());
after(() => server.stop());

describe('a generic YAML server with the schema, on every example', () => {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/entente.js'), 'check', 'examples', '--format', 'json'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  const { findings } = JSON.parse(stdout) as { findings: readonly Found[] };
  const answers = new Map<string, Promise<readonly Complaint[]>>();
  // All at once: the server waits a moment before it looks at a file.
  before(() => {
    for (const file of files) answers.set(file, server.complaints(readFileSync(join(ROOT, file), 'utf8')).then(({ complaints }) => complaints));
  });
  const visible = new Set([...SHAPE_CODES, ...YAML_CODES, 'resource-limit']);
  for (const file of files) {
    const ours = findings.filter((found) => found.file === file);
    const shape = ours.filter(({ code }) => visible.has(code));
    const other = [...new Set(ours.filter(({ code }) => !visible.has(code)).map(({ code }) => code))].sort();
    test(`${file}: ${shape.length > 0 ? 'both complain' : 'it accepts it'}${other.length > 0 ? `; only the rules see ${other.join(', ')}` : ''}`, async () => {
      const complaints = await answers.get(file) ?? [];
      const lines = (items: readonly { readonly range: { readonly start: { readonly line: number } } }[]): readonly number[] => [...new Set(items.map(({ range }) => range.start.line))].sort((a, b) => a - b);
      assert.deepEqual(lines(complaints), lines(shape), complaints.map(({ message }) => message).join('\n'));
    });
  }
});

const docOf = ({ documentation }: Item): string => (typeof documentation === 'string' ? documentation : documentation?.value ?? '');
const clause = (keys: string): string => `entente: 1\nagreements:\n  deal:\n    parties: [a, b]\n    clauses:\n      k:\n        ${keys}`;

describe('what the schema gives in a generic YAML editor', () => {
  test('keys with a sentence each', async () => {
    const items = await server.completion('entente: 1\n|');
    assert.ok(items.length > 10);
    for (const item of items) assert.notEqual(docOf(item), '', item.label);
    assert.ok(items.some(({ label, insertText }) => label === 'parties' && /^parties:/.test(insertText ?? '')));
    assert.ok(!items.some(({ label }) => label === 'entente'), 'what is there is not offered');
  });
  test('a new clause of each type, with the keys of its example', async () => {
    const items = await server.completion('entente: 1\nagreements:\n  deal:\n    parties: [a, b]\n    clauses:\n      |');
    const offered = items.find(({ label }) => label === 'first-availability');
    assert.match(offered?.insertText ?? offered?.textEdit?.newText ?? '', /type: first-availability\n +by: [^]*lead: \$\{\d:6 months\}/);
  });
  test('clause types, each explained', async () => {
    const items = await server.completion(clause('type: |'));
    assert.deepEqual(items.map(({ label }) => label).sort(), CLAUSE_TYPES.map(({ name }) => name).sort());
    assert.ok(items.length > 10);
    assert.match(docOf(items.find(({ label }) => label === 'exclusivity')!), /on no other/);
  });
  test('the keys of the type, and not those of others', async () => {
    const labels = (await server.completion(clause('type: investment\n        |'))).map(({ label }) => label);
    assert.ok(labels.includes('tranches') && labels.includes('unless'));
    assert.ok(!labels.includes('lead') && !labels.includes('strength'));
  });
  test('fixed values, each explained', async () => {
    const values = async (text: string): Promise<string[][]> => (await server.completion(text)).map((item) => [item.label, docOf(item)]);
    assert.deepEqual((await values('entente: 1\nfacts:\n  f:\n    value: |')).map(([label]) => label), ['true', 'false', 'unknown']);
    assert.deepEqual(await values('entente: 1\nevents:\n  e:\n    status: |'), [
      ['pending', 'It has not happened up to `as-of`; on later days both are possible.'], ['never', 'It will not happen.'], ['occurred', 'It happened, on the day that `on` gives.'],
    ]);
    assert.deepEqual((await values(clause('type: restriction\n        until: |'))).map(([label]) => label).sort(), ['unstated', '{ earliest: [..] }', '{ event: .. }', '{ latest: [..] }']);
  });
  test('hovers over keys and values', async () => {
    assert.match(await server.hover(clause('type: exclusivity\n        b|y: a')), /Who promises\./);
    assert.match(await server.hover(clause('type: excl|usivity')), /The product is served on these clouds and on no other\./);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CLAUSE_TYPES, clauseShape } from '../../src/clauses/registry.js';
import { FILE_SHAPE } from '../../src/grammar/shapes.js';
import type { Shape } from '../../src/grammar/types.js';
import { STATUSES } from '../../src/matrix/types.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The editor's own YAML grammar comes with the VS Code host. */
const YAML = path.join(ROOT, '.vscode-test/host/node_modules/code-server/lib/vscode/extensions/yaml/syntaxes');

test('colours of keys, clause types, dates and amounts', { skip: existsSync(YAML) ? false : 'the VS Code host with its YAML grammar is not installed' }, () => {
  const grammars = readdirSync(YAML).filter((file) => file.endsWith('.json')).flatMap((file) => ['-g', path.join(YAML, file)]);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vscode-tmgrammar-test/dist/unit.js', ...grammars, 'test/grammar/*.test.entente.yaml'], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

test('every key, clause type and status of the language has its colour', () => {
  const { repository } = JSON.parse(readFileSync(path.join(ROOT, 'syntaxes/entente.tmLanguage.json'), 'utf8')) as { repository: Record<string, { match: string }> };
  const words = (name: string): Set<string> => new Set(repository[name]!.match.match(/[a-z][a-z-]*[a-z]/g));
  const keys = new Set([...words('sections'), ...words('keys')]);
  const shapes = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (shapes.has(shape)) return;
    shapes.add(shape);
    for (const { type } of shape.fields) {
      const inner = type.kind === 'list' ? type.item : type;
      if (inner.kind === 'shape' || inner.kind === 'map') visit(inner.shape());
    }
  };
  visit(FILE_SHAPE);
  for (const { name } of CLAUSE_TYPES) visit(clauseShape(name));
  const missing = [...shapes].flatMap(({ fields }) => fields.map(({ name }) => name)).filter((name) => !keys.has(name));
  assert.deepEqual([...new Set(missing)], []);
  assert.deepEqual(CLAUSE_TYPES.filter(({ name }) => !words('clause-types').has(name)).map(({ name }) => name), []);
  assert.deepEqual(STATUSES.filter((status) => !words('statuses').has(status)), []);
});

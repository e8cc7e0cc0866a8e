/** The tables of the language have every clause type; so has the naive evaluator, where it does something to a cell. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { clauseType, CLAUSE_TYPES } from '../../src/clauses/registry.js';
import { analysisOf } from '../service/support.js';
import { page, ROOT } from './pages.js';

const tables = page('docs/language.md').tables.filter(({ header }) => header[0] === 'type');
const namesIn = (column: string): readonly string[] => tables.filter(({ header }) => header.includes(column)).flatMap(({ rows }) => rows.flatMap(([type = '']) => /^`([a-z-]+)`/.exec(type)?.[1] ?? []));

/** Whether its example contributes to a cell. */
function acts(name: string): boolean {
  const { example } = clauseType(name)!;
  const lines = example.split('\n').map((line) => `        ${line}\n`).join('');
  const { partnership } = analysisOf(`entente: 1
parties: { openai: {}, microsoft: {}, amazon: {} }
clouds: { azure: { operator: microsoft }, aws: { operator: amazon } }
products: { frontier: { owner: openai } }
agreements:
  deal:
    parties: [openai, microsoft, amazon]
    clauses:
      one:
${lines}`);
  const [clause] = partnership.clauses.values();
  assert.ok(clause, name);
  return clause.type.contributions(clause, new Set(['azure', 'aws'])).length > 0;
}

describe('clause types', () => {
  const acting = CLAUSE_TYPES.map(({ name }) => name).filter(acts);

  test('each has its line in section 6', () => assert.deepEqual([...namesIn('what it says')].sort(), CLAUSE_TYPES.map(({ name }) => name).sort()));

  test('each that does something to a cell has its line in section 8, and no other has', () => {
    assert.deepEqual([...new Set(namesIn('claim'))].sort(), [...acting].sort());
    assert.ok(acting.length >= 5 && acting.length < CLAUSE_TYPES.length);
  });

  test('each of these is known to the naive evaluator, and among the clauses that it is tried with', () => {
    const naive = readFileSync(path.join(ROOT, 'test/oracle/naive.ts'), 'utf8');
    const generated = readFileSync(path.join(ROOT, 'test/oracle/generate.ts'), 'utf8');
    assert.deepEqual(acting.filter((name) => !naive.includes(`case "${name}"`) || !generated.includes(`, "${name}"]`)), []);
  });
});

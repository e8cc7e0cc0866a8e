import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis, AnalysisInput } from '../../src/service/analysis.js';
import { followEdit } from '../../src/service/load.js';
import { parse } from '../../src/syntax/parse.js';
import { changedLine, type Edit, edited, edits } from '../support/edits.js';

const RUNS = Number(process.env['ENTENTE_RUNS'] ?? 60);
const FILE = 'file:///deals/main.entente.yaml';
const examples = readdirSync('examples').filter((name) => name.endsWith('.entente.yaml')).map((name) => readFileSync(`examples/${name}`, 'utf8'));

const inputOf = (text: string): AnalysisInput => ({ file: FILE, workspace: 'file:///deals', texts: new Map([[FILE, text]]), documents: new Map(), today: 20_600 });

/** Maps and sets as lists, so that nothing is left out. */
const replacer = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value instanceof Set ? [...value as Set<unknown>]
  : typeof value === 'object' && value !== null && 'forEach' in value && 'size' in value ? [...value as Map<unknown, unknown>] : value);

/** Everything an analysis says, as text. */
function said({ partnership, matrix, findings, silenced }: Analysis): string {
  const { files, references, literals, problems, ...rest } = partnership;
  const sorted = (list: readonly unknown[]): readonly string[] => list.map((item) => JSON.stringify(item, replacer)).sort();
  return JSON.stringify({
    findings, silenced, rest, files: [...files.keys()], references: sorted(references), literals: sorted(literals), problems: sorted(problems),
    precedence: matrix.precedence, clashes: matrix.clashes(), changes: matrix.changes(), events: matrix.eventChanges(),
    cells: [...partnership.products.keys()].map((product) => [...partnership.clouds.keys()].map((cloud) => matrix.timeline(product, cloud))),
    undecided: [...partnership.products.keys()].map((product) => matrix.undecided(product)),
    implied: [...partnership.clauses.keys()].map((id) => matrix.impliedBy(id)),
  }, replacer, 1);
}

/** Follows the edits; after each, what is found must be what a first look at the text finds. */
function follow(text: string, list: readonly Edit[], next: (text: string, edit: Edit) => string): number {
  let followed = 0;
  let current = text;
  said(analyse(inputOf(current)));
  for (const edit of list) {
    const after = next(current, edit);
    followed += Number(followEdit(current, after, FILE));
    current = after;
    assert.equal(said(analyse(inputOf(current))), said(analyse(inputOf(current), parse)), `after ${JSON.stringify(edit)}`);
  }
  return followed;
}

test('after any edits of an example the analysis is that of the text by itself', () => {
  fc.assert(fc.property(fc.constantFrom(...examples), edits(6), (text, list) => void follow(text, list, edited)), { numRuns: RUNS, endOnFailure: true, includeErrorInReport: true });
});

test('and after edits that change what clauses mean', () => {
  let followed = 0;
  fc.assert(fc.property(fc.constantFrom(...examples), edits(6), (text, list) => void (followed += follow(text, list, changedLine))), { numRuns: RUNS, endOnFailure: true, includeErrorInReport: true });
  assert.ok(followed > RUNS, `only ${followed} edits were followed`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worldsText } from '../../src/protocol-words.js';
import { undecidedCell } from '../../src/rules/undecided-cell.js';
import { coverageOf, coverageText, worldsOf } from '../../src/service/coverage.js';
import { analysisOf, day } from './support.js';

const file = (clauses: string, more = ''): string => `entente: 1
as-of: 2026-06-01
parties: { a: {}, b: {}, c: {} }
clouds: { one: {}, two: {} }
products: { tool: { owner: a }, kit: { owner: a } }
events: { launch: {}, idle: {}, opened: { status: occurred, on: 2024 } }
facts: { peak: {}, known: { value: true }, partly: { for: { kit: false } } }
readings:
  means: { question: Which?, choices: { x: X, y: Y, z: Z } }
  settled: { question: Which?, choices: { x: X, y: Y }, adopted: x }
agreements:
  deal:
    parties: [a, b]
    signed: 2025
    clauses:
${clauses.split('\n').map((line) => `      ${line}`).join('\n')}
${more}`;
const one = 'one: { type: availability, strength: must, by: a, to: b, products: all, cloud: one';

test('worlds: events on later days, facts for each product that is asked, readings by their choices; only what a clause turns on and what is open', () => {
  const worlds = (clauses: string, ...more: [assume?: Record<string, string | boolean>, at?: number]): bigint => worldsOf(analysisOf(file(clauses)).partnership, ...more);
  assert.equal(worlds(`${one} }`), 1n);
  assert.equal(worlds(`${one}, when: { all: [opened, known, { reading: settled, is: x }] } }`), 1n);
  assert.equal(worlds(`${one}, when: { all: [launch, peak, partly, { reading: means, is: x }] } }`), 2n * 4n * 2n * 3n, 'the event, the fact for two products, the other for one, the reading');
  assert.equal(worlds(`${one.replace('all', '[tool]')}, when: peak }`), 2n);
  assert.equal(worlds(`${one}, when: { all: [launch, peak] } }`, {}, day('2026-06-01')), 4n, 'no event has happened up to as-of');
  assert.equal(worlds(`${one}, when: { all: [launch, peak] } }`, { launch: 'never', 'peak:kit': true }), 2n);
  assert.equal(worlds(`${one}, when: peak }`, { peak: false }), 1n);
});

test('numbers of worlds are exact, small ones in digits, large ones as powers', () => {
  assert.deepEqual([1n, 2n, 1536n, 999_999n, 2n ** 30n, 2n ** 40n * 3n ** 2n * 5n, 1_000_003n].map((worlds) => worldsText(worlds)),
    ['1 world', '2 worlds', '1,536 worlds', '999,999 worlds', '2^30 worlds', '2^40 × 3^2 × 5 worlds', '1000003 worlds']);
});

test('no conflict: on which days and in how many worlds, and what is not covered', () => {
  const text = (source: string): string => coverageText(coverageOf(analysisOf(source)));
  assert.equal(text(file(`${one}, when: peak, until: 2030 }`)), 'No conflict on any day in any of 4 worlds; nothing changes before 2025-01-01 or after 2030-01-01.');
  assert.equal(text(file(`${one}, when: { reading: none, is: x } }`)), 'No conflict in the cells that are decided on any day in the one world that there is; nothing ever changes; 2 cells are undecided and not covered, text with 1 error is not covered.');
  assert.match(text(undecidedCell.bad.text), /^No conflict in the cells that are decided on any day in any of 2\^49 worlds; .*; 1 cell is undecided and not covered\.$/);
  assert.match(text(file(`${one} }\nnot: { type: restriction, by: a, to: b, cloud: one, when: peak }`)), /^2 cells in conflict on some day, in at least one of 4 worlds/);
});

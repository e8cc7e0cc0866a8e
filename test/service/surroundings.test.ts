import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { textAt } from '../../src/grammar/read.js';
import { type WritingPlace, writingPlace, placeIn } from '../../src/service/place.js';
import { surroundings } from '../../src/service/surroundings.js';
import { ROOT } from '../support/syntax.js';
import { WORKED } from './support.js';

/** What completion reads of a place. */
const facts = (place: WritingPlace | undefined): unknown => {
  if (!place) return undefined;
  const { position, ...rest } = place;
  const { kind, map, mapping, field, type, list, scope } = position;
  return {
    ...rest, kind, scope, mapping: mapping?.name, field: field?.name, type: type?.kind, keys: map.entries.map(({ key }) => key),
    values: ['type', 'cloud', 'reading'].map((key) => textAt(map, key)), items: list?.items.length,
  };
};

/** Offsets where the place that is told from what is around differs from the one that the whole text tells, if it tells any. */
function differing(text: string, step = 1): readonly string[] {
  const found: string[] = [];
  for (let offset = 0; offset <= text.length; offset += step) {
    const told = placeIn(text, offset);
    if (told) try {
      assert.deepEqual(facts(writingPlace(text, offset)), facts(told));
    } catch (error) {
      found.push(`${JSON.stringify(text.slice(Math.max(0, offset - 40), offset))}: ${(error as Error).message.slice(0, 300)}`);
    }
  }
  return found;
}

test('what is around tells the same as the whole text, throughout texts that can be read', () => {
  const example = readFileSync(path.join(ROOT, 'examples/openai-cloud-alliances.entente.yaml'), 'utf8');
  assert.deepEqual(differing(WORKED, 7), []);
  assert.deepEqual(differing(example, 101), []);
});

test('and of texts in other styles', () => {
  for (const text of [
    'entente: 1\r\nparties:\r\n  a: { name: A }\r\n\r\n  b:\r\n    name: B\r\n# end\r\n',
    'entente: 1\nparties: { a: { name: A },\n  b: {} }\nclouds:\n  c:\n    operator: a\n    name: |\n      c: d\n      e\n\nproducts:\n  p:\n    owner: b\n',
    '---\nentente: 1\nparties:\n  a: {}\n',
    'entente: 1\nimport:\n- ./a.entente.yaml\n- ./b.entente.yaml\nparties:\n    a:\n        name: A\n    b: {}\n',
    'entente: 1\nnote: "a\n  b: c"\nparties:\n  a: {}\n',
  ]) assert.deepEqual(differing(text), []);
});

test('of a long text little is left', () => {
  const clauses = (name: string): string => `  ${name}:\n    parties: [a, b]\n    clauses:\n${Array.from({ length: 100 }, (_, i) => `      c${i}:\n        type: exclusivity\n        by: a\n`).join('')}`;
  const text = `entente: 1\nagreements:\n${Array.from({ length: 20 }, (_, i) => clauses(`deal-${i}`)).join('')}`;
  const offset = text.indexOf('by:', text.indexOf('c50:', text.indexOf('deal-9:')));
  const around = surroundings(text, offset);
  assert.ok(around.text.length < 3000, `${around.text.length}`);
  assert.equal(around.text.slice(around.offset, around.offset + 3), 'by:');
  assert.match(around.text, /c50:\n +type: exclusivity\n +by: a\n +c51:\n/);
});

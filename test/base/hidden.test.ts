import assert from 'node:assert/strict';
import { test } from 'node:test';
import { characterName, hiddenRuns, replaceHidden } from '../../src/base/hidden.js';

const hidden = (text: string): string => replaceHidden(text, (run) => `<${[...run].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join(' ')}>`);

test('what is not seen, and what turns text around, is found', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['North\u200bwind', 'North<200b>wind'],
    ['pay\u202e\u2066pal', 'pay<202e 2066>pal'],
    ['a\u200db', 'a<200d>b'],
    ['Müller\u200c GmbH', 'Müller<200c> GmbH'],
    ['soft\u00adhyphen', 'soft<ad>hyphen'],
    ['mark\u200f of direction', 'mark<200f> of direction'],
    ['\ufefflater\ufeff', '<feff>later<feff>'],
    ['a\u2028b', 'a<2028>b'],
    ['csi\u009b31m', 'csi<9b>31m'],
    ['a\ufe0f', 'a<fe0f>'],
    ['1\ufe0f', '1<fe0f>'],
    ['\u3164', '<3164>'],
    ['name\u{e0061}\u{e0062}', 'name<e0061 e0062>'],
    ['😀\ufe0f\ufe01\ufe02', '😀\ufe0f<fe01 fe02>'],
    ['😀\u200d', '😀<200d>'],
    ['\u200d😀', '<200d>😀'],
    ['می\u200c\u200cشود', 'می\u200c<200c>شود'],
    ['\u{1f3f4}\u{e0067}', '\u{1f3f4}<e0067>'],
    ['\u2800', '<2800>'],
    ['\u0000\u001b', '\u0000\u001b'],
  ];
  for (const [text, expected] of CASES) assert.equal(hidden(text), expected, JSON.stringify(text));
});

test('scripts and emoji keep the joiners that they need', () => {
  const CASES = [
    'می\u200cخواهم', // Persian
    'क्\u200dष', 'क्\u200cष', // Devanagari
    'ශ්\u200dරී', // Sinhala
    'ന്\u200d', // Malayalam, at the end of a word
    'ภาษา\u200bไทย', // Thai
    'שלום\u200f!', 'سعر\u200e: 3', '\u061c1 ريال',
    '👩\u200d🚀', '👩🏽\u200d🤝\u200d👩🏻', '🏳\ufe0f\u200d🌈', '👨\u200d👩\u200d👧\u200d👦', '❤\ufe0f', '1\ufe0f\u20e3', '🧑\u200d⚕\ufe0f',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', // the flag of Scotland
    '葛\u{e0100}', '≨\ufe00', '\u1820\u180e\u1820', '⠓\u2800⠺', 'Zürich, naïve, Straße, 東京, «\u00a0oui\u00a0»',
  ];
  for (const text of CASES) assert.deepEqual(hiddenRuns(text), [], JSON.stringify(text));
});

test('characters have their names', () => {
  assert.equal(characterName('\u202e'), 'U+202E, right-to-left override');
  assert.equal(characterName('\u0085'), 'U+0085, control character');
  assert.equal(characterName('\u{e0061}'), 'U+E0061');
});

test('a long line of marks takes no longer than its length asks for', () => {
  assert.equal(hiddenRuns('a\u200f'.repeat(200_000)).length, 200_000);
});

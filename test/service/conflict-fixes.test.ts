import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Finding } from '../../src/base/findings.js';
import { RULES } from '../../src/rules/registry.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';
import { clashesAt, conflictFixes, type ConflictFix, ranked, triesFor } from '../../src/service/conflict-fixes.js';
import { edited } from '../../src/service/try-edits.js';
import { analyseExample } from '../support/examples.js';
import { analysisOf, FILE, ROOT } from './support.js';

const WORLD = `entente: 1
parties:
  meteo: {}
  cirrus: {}
  stratus: {}
clouds:
  north: { operator: cirrus }
  west: { operator: stratus }
products:
  nowcast: { owner: meteo }
  alerts: { owner: meteo }
agreements:
`;
const CIRRUS = (clauses: string, more = ''): string => `  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2030
${more}    clauses:
${clauses}`;
const ONLY = '      only: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: north }\n';
const STRATUS = (clauses: string): string => `  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2031
    clauses:
${clauses}`;
const MUST = (id: string, more = ''): string => `      ${id}: { type: availability, by: meteo, to: stratus, products: [nowcast], cloud: west, strength: must${more} }\n`;
const LETTER = (more = ''): string => `  side-letter:
    parties: [meteo, cirrus]
    signed: 2026-03
    through: 2028
${more}    clauses:
      also-west:
        type: availability
        by: cirrus
        to: meteo
        products: [nowcast]
        cloud: west
`;

const finding = (analysis: Analysis, code = 'conflict'): Finding => {
  const found = analysis.findings.find((candidate) => candidate.code === code);
  assert.ok(found, `there is a ${code}`);
  return found;
};
const fixesIn = (text: string, others: Readonly<Record<string, string>> = {}, code = 'conflict'): readonly ConflictFix[] => {
  const analysis = analysisOf(text, others);
  return conflictFixes(analysis, finding(analysis, code));
};
const titles = (fixes: readonly ConflictFix[]): readonly string[] => fixes.map(({ title }) => title);
const key = ({ code, message }: Finding): string => `${code}: ${message}`;

/** What the fix writes: the lines that are not in the text before. */
function written(text: string, fixes: readonly ConflictFix[], title: RegExp, others: Readonly<Record<string, string>> = {}): string {
  const analysis = analysisOf(text, others);
  const fix = fixes.find((candidate) => title.test(candidate.title));
  assert.ok(fix, `${title} among ${titles(fixes).join('\n')}`);
  const after = edited(analysis.input, fix.edits);
  return [...after.texts].flatMap(([file, now]) => (now ?? '').split('\n').filter((line) => !(analysis.input.texts.get(file) ?? '').split('\n').includes(line))).join('\n');
}

/** A fix clears its finding, and nothing is found that was not found before. */
function clears(analysis: Analysis, of: Finding, fix: ConflictFix): void {
  const after = analyse(edited(analysis.input, fix.edits)).findings.map(key);
  const before = analysis.findings.map(key);
  assert.ok(!after.includes(key(of)), `${fix.title} clears ${of.code}`);
  assert.deepEqual(after.filter((one) => !before.includes(one) && !one.startsWith('failed-expectation:')), [], fix.title);
  assert.equal(after.filter((one) => !before.includes(one)).length, fix.failing, fix.title);
}

describe('A fix of a clash removes the finding and brings no other', () => {
  for (const code of ['conflict', 'leave-against-exclusivity', 'license-clash', 'circular-override']) {
    test(`the bad example of ${code}`, () => {
      const analysis = analyseExample(RULES.find((rule) => rule.code === code)!.bad);
      const clashes = analysis.findings.filter((one) => conflictFixes(analysis, one).length > 0);
      assert.ok(clashes.length > 0);
      for (const of of clashes) for (const fix of conflictFixes(analysis, of)) clears(analysis, of, fix);
    });
  }
  for (const name of ['openai-cloud-alliances', 'before-the-renegotiation']) {
    test(`every conflict of ${name}`, () => {
      const analysis = analysisOf(readFileSync(join(ROOT, 'examples', `${name}.entente.yaml`), 'utf8'));
      const conflicts = analysis.findings.filter(({ code }) => code === 'conflict');
      assert.ok(conflicts.length > 2);
      for (const of of conflicts) {
        const fixes = conflictFixes(analysis, of);
        assert.equal(fixes.length, 2, of.message);
        for (const fix of fixes) clears(analysis, of, fix);
      }
    });
  }
});

describe('What is offered', () => {
  test('between strangers only one clause yields to the other: nobody ends what others hold', () => {
    assert.deepEqual(titles(fixesIn(WORLD + CIRRUS(ONLY) + STRATUS(MUST('serve')))), [
      'Make `cirrus-deal/only` subject to `stratus-deal/serve`: `stratus-deal/serve` prevails where both apply',
      'Make `stratus-deal/serve` subject to `cirrus-deal/only`: `cirrus-deal/only` prevails where both apply',
    ]);
  });

  test('between the same parties also what ends the earlier promise; what changes least comes first', () => {
    const fixes = fixesIn(WORLD + CIRRUS(ONLY) + LETTER());
    assert.deepEqual(titles(fixes), [
      'Make `cirrus-deal/only` subject to `side-letter/also-west`: `side-letter/also-west` prevails where both apply',
      'Let `side-letter/also-west` apply notwithstanding `cirrus-deal/only`: `side-letter/also-west` prevails where both apply',
      'Let `side-letter` suspend `cirrus-deal/only` until 2029-01-01: from that day on it counts again (changes 1 more cell)',
      'Let `side-letter` end `cirrus-deal/only` on 2026-03-01, for good (changes 2 more cells)',
      'Let `side-letter` supersede `cirrus-deal`: its clause ends on 2026-03-01, for good (changes 2 more cells)',
    ]);
    assert.deepEqual(fixes.map(({ changed }) => changed), [0, 0, 1, 2, 2]);
  });

  test('an agreement is not superseded where a promise in it is owed to somebody else', () => {
    const text = WORLD + CIRRUS(`${ONLY}      for-stratus: { type: restriction, by: meteo, to: stratus, products: [alerts], cloud: north }\n`).replace('[meteo, cirrus]', '[meteo, cirrus, stratus]') + LETTER();
    const offered = titles(fixesIn(text));
    assert.ok(offered.some((title) => title.startsWith('Let `side-letter` end')));
    assert.ok(!offered.some((title) => title.includes('supersede')), offered.join('\n'));
  });

  test('an earlier agreement ends nothing that comes after it', () => {
    const text = WORLD + CIRRUS(ONLY) + LETTER().replace('signed: 2026-03', 'signed: 2024-03');
    assert.deepEqual(titles(fixesIn(text)).filter((title) => / end | suspend | supersede /.test(title)).map((title) => title.split(':')[0]), ['Let `cirrus-deal` end `side-letter/also-west` on 2025-02-01, for good', 'Let `cirrus-deal` supersede `side-letter`']);
  });

  test('clauses that clash with several others at once', () => {
    const text = WORLD + CIRRUS(ONLY) + STRATUS(MUST('serve') + MUST('serve-more'));
    assert.deepEqual(titles(fixesIn(text)), [
      'Make `cirrus-deal/only` subject to `stratus-deal/serve`: `stratus-deal/serve` prevails where both apply',
      'Make `cirrus-deal/only` subject to `stratus-deal/serve-more`: `stratus-deal/serve-more` prevails where both apply',
      'Make `stratus-deal/serve` and `stratus-deal/serve-more` subject to `cirrus-deal/only`: `cirrus-deal/only` prevails where both apply',
    ]);
    const fixes = fixesIn(text);
    assert.equal(written(text, fixes, /and `stratus-deal\/serve-more` subject to/).split('\n').length, 2);
  });

  test('one rival alone is not enough where they clash in different worlds', () => {
    const text = WORLD.replace('agreements:', 'facts:\n  outage: {}\nagreements:') + CIRRUS(ONLY) + STRATUS(MUST('during', ', when: outage') + MUST('else', ', unless: outage'));
    const fixes = fixesIn(text);
    assert.equal(fixes.length, 2);
    for (const fix of fixes) assert.match(fix.title, /during`.*and .*else`/);
    assert.match(written(text, fixes, /^Make `cirrus-deal\/only` subject to/), /subject-to: \[stratus-deal\/during, stratus-deal\/else\] }$/);
  });

  test('expectations that then fail are told', () => {
    const text = `${WORLD}${CIRRUS(ONLY)}${STRATUS(MUST('serve'))}expect:\n  - { at: 2026-06-01, product: nowcast, cloud: west, status: conflict }\n`;
    assert.deepEqual(fixesIn(text).map(({ title }) => / \(.*$/.exec(title)?.[0]), [' (1 expectation then fails)', ' (1 expectation then fails)']);
  });

  test('a purchase is freed only by an agreement that the holder of the bar signed', () => {
    const rule = RULES.find(({ code }) => code === 'purchase-barred')!;
    const alone = analyseExample(rule.bad);
    assert.deepEqual(conflictFixes(alone, finding(alone, 'purchase-barred')), []);
    const joint = analyseExample({ text: rule.bad.text.replace('parties: [aldgate, terrace]', 'parties: [aldgate, terrace, basalt]') });
    const of = finding(joint, 'purchase-barred');
    const fixes = conflictFixes(joint, of);
    assert.deepEqual(titles(fixes).map((title) => title.replace(/:? .for good.*| \(.*/, '')).map((title) => title.split(' ').slice(0, 4).join(' ')), [
      'Let `terrace-deal` suspend `basalt-deal/only-basalt`', 'Let `terrace-deal` end `basalt-deal/only-basalt`', 'Let `terrace-deal` supersede `basalt-deal`:',
    ]);
    for (const fix of fixes) clears(joint, of, fix);
  });

  test('two findings of one clash share their fixes', () => {
    const analysis = analysisOf(WORLD + CIRRUS(ONLY) + LETTER());
    const at = clashesAt(analysis, FILE, finding(analysis).place);
    assert.deepEqual(at.map(({ code }) => code), ['conflict', 'leave-against-exclusivity']);
    const fixes = ranked(at.flatMap((one) => conflictFixes(analysis, one)));
    assert.equal(fixes.length, 5);
    for (const { findings } of fixes) assert.equal(findings.length, 2);
  });

  test('less is tried in a long file', () => {
    const more = (count: number): string => Array.from({ length: count }, (_, index) => `      more-${index}: { type: license, by: cirrus, to: meteo }\n`).join('');
    const found = (text: string): readonly [tries: number, fixes: number] => {
      const analysis = analysisOf(text);
      return [triesFor(analysis), conflictFixes(analysis, finding(analysis)).length];
    };
    assert.deepEqual(found(WORLD + CIRRUS(ONLY) + LETTER()), [16, 5]);
    assert.deepEqual(found(WORLD + CIRRUS(ONLY + more(998)) + LETTER()), [4, 2]);
  });

  test('nothing where an id could not be written as one', () => {
    const analysis = analysisOf(WORLD + CIRRUS(ONLY.replace('only:', '"only }":')) + STRATUS(MUST('serve')));
    assert.deepEqual(conflictFixes(analysis, finding(analysis)), []);
  });

  test('nothing where the file has no clash, or other findings', () => {
    const analysis = analysisOf('entente: 1\nparties: { a: { nime: x } }\n');
    assert.deepEqual(clashesAt(analysis, FILE, { start: 0, end: 60 }), []);
    for (const one of analysis.findings) assert.deepEqual(conflictFixes(analysis, one), []);
  });
});

describe('The edits keep the style of the text', () => {
  const only = (more: string): string => WORLD + CIRRUS(ONLY.replace(' }', `${more} }`)) + STRATUS(MUST('serve'));
  const [yields, notwithstanding, amends, supersedes] = [/^Make `cirrus-deal\/only` subject/, /notwithstanding/, / end /, /supersede/];

  test('a key in braces, at its usual place', () => {
    const text = only(', note: Ours');
    assert.match(written(text, fixesIn(text), yields), /cloud: north, subject-to: \[stratus-deal\/serve\], note: Ours }$/);
  });
  test('a value without brackets becomes a list; a list grows', () => {
    const single = only(', subject-to: other').replace('      only:', '      other: { type: license, by: meteo, to: cirrus }\n      only:');
    assert.match(written(single, fixesIn(single), yields), /subject-to: \[other, stratus-deal\/serve\]/);
    const list = single.replace('subject-to: other', 'subject-to: [ other ]');
    assert.match(written(list, fixesIn(list), yields), /subject-to: \[ other, stratus-deal\/serve \]/);
  });
  test('a block clause and a block list', () => {
    const text = WORLD + CIRRUS(ONLY) + LETTER();
    assert.equal(written(text, fixesIn(text), notwithstanding), '        notwithstanding: [cirrus-deal/only]');
    const list = `${text.replace('      only:', '      other: { type: license, by: meteo, to: cirrus }\n      only:')}        notwithstanding:\n          - cirrus-deal/other # why\n        note: End\n`;
    assert.equal(written(list, fixesIn(list), notwithstanding), '          - cirrus-deal/only');
  });
  test('an agreement: above its clauses, and below what amends already', () => {
    const text = WORLD + CIRRUS(ONLY) + LETTER();
    assert.equal(written(text, fixesIn(text), amends), '    amends: [{ target: cirrus-deal/only, effect: end }]');
    const some = WORLD + CIRRUS(`      other: { type: license, by: meteo, to: cirrus }\n${ONLY}`) + LETTER('    amends:\n      - { target: cirrus-deal/other, effect: end }\n');
    assert.equal(written(some, fixesIn(some), amends), '      - { target: cirrus-deal/only, effect: end }');
    assert.equal(written(text, fixesIn(text), supersedes), '    supersedes: [cirrus-deal]');
  });
  test('clauses of one agreement are named without it', () => {
    const text = WORLD + CIRRUS(`${ONLY}      serve: { type: availability, strength: must, by: meteo, to: cirrus, products: [nowcast], cloud: west }\n`);
    const fixes = fixesIn(text);
    assert.equal(fixes.length, 1, 'the other way round it would never count');
    assert.match(written(text, fixes, yields), /subject-to: \[serve\] }$/);
  });
  test('what an alias stands for is left alone', () => {
    const text = only('').replace('only: {', 'only: &only {').replace('  stratus-deal:', '      again: *only\n  stratus-deal:');
    for (const { edits } of fixesIn(text)) for (const { edits: list } of edits) for (const { span } of list) assert.ok(!text.slice(0, span.start).endsWith('*only'));
  });
});

describe('Clauses in imported files', () => {
  const parts = { world: WORLD.replace('agreements:\n', ''), cirrus: `entente: 1\nimport: ./world.entente.yaml\nagreements:\n${CIRRUS(ONLY)}` };

  test('an imported clause is not made to name one that its file does not see', () => {
    const main = `entente: 1\nimport: ./cirrus.entente.yaml\nagreements:\n${STRATUS(MUST('serve'))}`;
    const others = { 'cirrus.entente.yaml': parts.cirrus, 'world.entente.yaml': parts.world };
    const fixes = fixesIn(main, others);
    assert.deepEqual(titles(fixes), ['Make `stratus-deal/serve` subject to `cirrus-deal/only`: `cirrus-deal/only` prevails where both apply']);
    assert.deepEqual(fixes[0]?.edits.map(({ file }) => file), [FILE]);
  });

  test('an edit goes to the file that holds the clause', () => {
    const world = parts.world.replace('  nowcast: { owner: meteo }\n', '');
    const main = 'entente: 1\nimport: ./stratus.entente.yaml\nproducts:\n  nowcast: { owner: meteo }\n';
    const others = {
      'cirrus.entente.yaml': parts.cirrus.replace('products: [nowcast]', 'products: all'), 'world.entente.yaml': world.replace('  alerts: { owner: meteo }\n', '').replace('products:\n', ''),
      'stratus.entente.yaml': `entente: 1\nimport: ./cirrus.entente.yaml\nagreements:\n${STRATUS(MUST('serve').replace('[nowcast]', 'all'))}`,
    };
    const fixes = fixesIn(main, others);
    assert.deepEqual(titles(fixes), ['Make `stratus-deal/serve` subject to `cirrus-deal/only`: `cirrus-deal/only` prevails where both apply']);
    assert.deepEqual(fixes[0]?.edits.map(({ file }) => file), ['file:///deals/stratus.entente.yaml']);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import type { Finding } from '../../src/base/findings.js';
import { RULES } from '../../src/rules/registry.js';
import type { Fix, RuleExample } from '../../src/rules/rule.js';
import { analyseExample, MAIN } from '../support/examples.js';

const count = (findings: readonly Finding[], code: string): number => findings.filter((finding) => finding.code === code).length;
const rule = (code: string) => RULES.find((candidate) => candidate.code === code)!;

function fixesOf(example: RuleExample, code: string): { finding: Finding; fix: Fix }[] {
  const { findings, partnership } = analyseExample(example);
  return findings.filter((finding) => finding.code === code).flatMap((finding) => (rule(code).fixes?.(finding, partnership) ?? []).map((fix) => ({ finding, fix })));
}

/** The text after the first fix whose title matches. */
function fixed(code: string, text: string, title: RegExp = /./): string {
  const found = fixesOf({ text }, code).find(({ fix }) => title.test(fix.title));
  assert.ok(found, `${code} has a fix ${title}`);
  return applyEdits(text, found.fix.edits);
}

describe('A fix removes the finding and brings no error', () => {
  for (const { code, bad, fixes } of RULES) {
    if (!fixes) continue;
    test(code, () => {
      const before = analyseExample(bad).findings;
      const all = fixesOf(bad, code);
      assert.ok(all.length > 0, 'the bad example has a fix');
      for (const { fix } of all) {
        assert.ok(fix.file === undefined || fix.file === MAIN);
        const after = analyseExample({ ...bad, text: applyEdits(bad.text, fix.edits) }).findings;
        assert.equal(count(after, code), count(before, code) - 1, `${fix.title}:\n${applyEdits(bad.text, fix.edits)}`);
        for (const error of after.filter(({ severity }) => severity === 'error')) assert.ok(before.some((old) => old.code === error.code), `${fix.title} brings ${error.code}: ${error.message}`);
      }
    });
  }
});

describe('Fixes keep the style of the text', () => {
  test('a missing key in a flow mapping', () => {
    assert.equal(fixed('missing-key', 'entente: 1\nreadings:\n  r: { question: Which? }\n'), 'entente: 1\nreadings:\n  r: { question: Which?, choices: { head-start: Other clouds wait, among-first: One of several } }\n');
  });
  test('a missing key where there is no mapping yet', () => {
    assert.equal(fixed('missing-key', 'entente: 1\nreadings:\n  r:\n', /question/), 'entente: 1\nreadings:\n  r: { question: Does "first" mean a head start? }\n');
  });
  test('a missing key after a comment', () => {
    assert.equal(fixed('missing-key', 'entente: 1\nevents:\n  launch:\n    status: occurred # at last\n\n  # The other one.\n  sale: { status: never }\n'),
      'entente: 1\nevents:\n  launch:\n    status: occurred # at last\n    on: 2026-03-01\n\n  # The other one.\n  sale: { status: never }\n');
  });
  test('the version, at the start', () => {
    assert.equal(fixed('missing-key', '# Ours.\ntitle: Hosting\n'), '# Ours.\nentente: 1\ntitle: Hosting\n');
  });
  test('line ends of Windows', () => {
    assert.equal(fixed('missing-key', 'entente: 1\r\nevents:\r\n  launch:\r\n    status: occurred\r\n'), 'entente: 1\r\nevents:\r\n  launch:\r\n    status: occurred\r\n    on: 2026-03-01\r\n');
  });
  test('after a block of text', () => {
    assert.equal(fixed('missing-key', 'entente: 1\nevents:\n  launch:\n    status: occurred\n    note: |\n      At last.\nfacts: {}\n'), 'entente: 1\nevents:\n  launch:\n    status: occurred\n    note: |\n      At last.\n    on: 2026-03-01\nfacts: {}\n');
  });
  test('the promisee is the other party', () => {
    const text = rule('missing-key').bad.text;
    assert.match(fixed('missing-key', text), /strength: must\n {8}to: vault\n/);
  });
  test('an expectation that expects nothing', () => {
    const text = 'entente: 1\nproducts:\n  p: {}\nclouds:\n  c: {}\nexpect:\n  - at: 2026-01-01\n    product: p\n    cloud: c\n';
    assert.equal(fixed('missing-key', text), `${text}    status: available\n`);
  });
  test('a party in a list of lines', () => {
    const text = rule('not-a-party').bad.text.replace('[medscan, basalt]', '\n      - medscan\n      - basalt # the host');
    assert.match(fixed('not-a-party', text), /\n {6}- basalt # the host\n {6}- clinique\n/);
  });
  test('a reading in a flow mapping', () => {
    const text = rule('judgment-needed').bad.text.replace(/ {2}launch-means:[^]*?agreements/, '  launch-means: { question: Which?, choices: { first-day: One, first-quarter: Other } }\nagreements');
    assert.match(fixed('judgment-needed', text, /first-quarter/), /Other \}, adopted: first-quarter \}\n/);
  });
});

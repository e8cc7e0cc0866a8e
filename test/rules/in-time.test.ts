import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RULES } from '../../src/rules/registry.js';
import { analyseExample } from '../support/examples.js';

const bad = (code: string): string => RULES.find((rule) => rule.code === code)!.bad.text;
const severities = (code: string, text: string): readonly string[] =>
  analyseExample({ text }).findings.filter((finding) => finding.code === code).map(({ severity }) => severity);

describe('What cannot be kept is graver while it lasts', () => {
  const licence = bad('license-clash');
  test('two licences that certainly overlap', () => assert.deepEqual(severities('license-clash', licence), ['error']));
  test('two licences whose overlap is over', () => assert.deepEqual(severities('license-clash', `as-of: 2029-01-01\n${licence}`.replace(/^(as-of: .*\n)(entente: 1\n)/, '$2$1')), ['information']));
  test('two licences of which one depends on a fact', () => {
    assert.deepEqual(severities('license-clash', licence.replace('subject: [recordings] }', 'subject: [recordings], when: consent }').replace('agreements:', 'facts: { consent: {} }\nagreements:')), ['warning']);
  });
  test('two licences of which one waits for an event', () => {
    const text = licence.replace('agreements:', 'events: { merger: { status: pending } }\nagreements:');
    assert.deepEqual(severities('license-clash', text.replace('subject: [recordings] }', 'subject: [recordings], from: 2027, until: { event: merger } }')), ['warning']);
    assert.deepEqual(severities('license-clash', text.replace('subject: [recordings] }', 'subject: [recordings], until: { event: merger } }')), ['error']);
  });
  test('two licences of which one yields, was ended, or is for another subject', () => {
    assert.deepEqual(severities('license-clash', licence.replace('subject: [recordings] }', 'subject: [recordings], subject-to: [stageline-deal/catalogue] }')), []);
    assert.deepEqual(severities('license-clash', licence.replace('parties: [lyra, riverton]', 'parties: [lyra, riverton, stageline]\n    supersedes: [stageline-deal]')), []);
    assert.deepEqual(severities('license-clash', licence.replace('exclusive: true', 'exclusive: false')), []);
  });
  test('a purchase for a cloud from which the buyer is barred', () => {
    const text = bad('purchase-barred');
    assert.deepEqual(severities('purchase-barred', text.replace('entente: 1', 'entente: 1\nas-of: 2028-06-01')), ['information']);
    assert.deepEqual(severities('purchase-barred', text.replace('capacity: { ', 'capacity: { from: 2029-01-01, ')), []);
  });
});

describe('Terms', () => {
  test('a suspension that ends before it starts', () => {
    const text = bad('undated-supersession').replace('effective: unstated', 'effective: 2026-01').replace('effect: end }', 'effect: suspend, until: 2025-07-01 }');
    assert.deepEqual(severities('end-before-start', text), ['error']);
  });
  test('an exclusivity that another agreement ends has an end', () => {
    const text = bad('no-end').replace(/$/, '  renewal: { parties: [pixelforge, vault], signed: 2028-01, supersedes: [streaming] }\n');
    assert.deepEqual(severities('no-end', text), []);
  });
  test('an end with an event that will not happen is none', () => {
    const text = bad('event-only-end').replace('status: pending', 'status: never');
    assert.deepEqual([severities('event-only-end', text), severities('no-end', text)], [[], ['information']]);
  });
  test('a reading of clauses that are all over needs no judgment', () => {
    assert.deepEqual(severities('judgment-needed', bad('judgment-needed').replace('entente: 1', 'entente: 1\nas-of: 2028-01-01')), []);
  });
});

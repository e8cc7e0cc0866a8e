import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RULES } from '../../src/rules/registry.js';
import type { RuleExample } from '../../src/rules/rule.js';
import { analyseExample } from '../support/examples.js';
import { markerOf, parseMarkers, renderMarkers } from '../../src/service/markers.js';

/** The findings of an example in the notation of its markers, with the messages of those that are not expected. */
function check(example: RuleExample): void {
  const { findings, partnership } = analyseExample(example);
  const actual = findings.map((finding) => markerOf(example.text, finding));
  assert.equal(renderMarkers(example.text, actual), renderMarkers(example.text, parseMarkers(example.text)),
    findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`).join('\n') || 'no findings');
  for (const finding of findings) assert.equal(finding.place.file, partnership.file, `${finding.code} is placed in another file`);
}

describe('Every rule finds what its bad example marks and nothing in its good one', () => {
  for (const rule of RULES) {
    test(`${rule.code}: bad`, () => {
      check(rule.bad);
      assert.ok(parseMarkers(rule.bad.text).some(({ code }) => code === rule.code), 'the bad example marks a finding of the rule');
    });
    test(`${rule.code}: good`, () => {
      assert.deepEqual(parseMarkers(rule.good.text), []);
      check(rule.good);
    });
  }
});

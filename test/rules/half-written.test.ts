import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTERNAL_ERROR, RULES } from '../../src/rules/registry.js';
import { analyseExample } from '../support/examples.js';

test('no check and no fix fails on an example with any one line missing or cut short', () => {
  for (const { bad } of RULES) {
    const lines = bad.text.split('\n');
    if (lines.length > 60) continue;
    for (const [index, line] of lines.entries()) {
      for (const replacement of [undefined, line.slice(0, line.length / 2)]) {
        const text = [...lines.slice(0, index), ...(replacement === undefined ? [] : [replacement]), ...lines.slice(index + 1)].join('\n');
        const { findings, partnership } = analyseExample({ ...bad, text });
        for (const finding of findings) {
          assert.notEqual(finding.code, INTERNAL_ERROR, `${finding.message}\n${text}`);
          assert.ok(finding.place.start >= 0 && finding.place.start <= finding.place.end && finding.place.end <= text.length, `${finding.code} is outside the text`);
          for (const fix of RULES.find(({ code }) => code === finding.code)?.fixes?.(finding, partnership) ?? []) assert.ok(fix.edits.length > 0);
        }
      }
    }
  }
});

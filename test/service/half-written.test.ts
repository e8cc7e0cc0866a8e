import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from '../../src/rules/registry.js';
import { codeActions } from '../../src/service/code-actions.js';
import { conflictFixes } from '../../src/service/conflict-fixes.js';
import { moves, NEW_FILES } from '../../src/service/refactor-move.js';
import { edited } from '../../src/service/try-edits.js';
import { analysisOf, FILE, ROOT } from './support.js';

const TEXTS = [
  RULES.find(({ code }) => code === 'leave-against-exclusivity')!.bad.text,
  RULES.find(({ code }) => code === 'judgment-needed')!.bad.text,
  RULES.find(({ code }) => code === 'unknown-reference')!.bad.text,
  readFileSync(join(ROOT, 'examples/shared/parties-and-clouds.entente.yaml'), 'utf8'),
];

test('actions can be asked for at every place of a text that is being written, and applied', () => {
  let applied = 0;
  for (const text of TEXTS) {
    const cuts = [...text.matchAll(/[:,{[\n]/g)].map(({ index }) => index + 1);
    for (const cut of [text.length, ...cuts.filter((_, index) => index % 7 === 0)]) {
      for (const half of [text.slice(0, cut), text.slice(0, cut) + text.slice(cut + 9)]) {
        const analysis = analysisOf(half);
        const span = { start: 0, end: half.length };
        const all = [...codeActions(analysis, FILE, span), ...moves(analysis, FILE, span, NEW_FILES[0]), ...analysis.findings.flatMap((finding) => conflictFixes(analysis, finding))];
        for (const { edits } of all) {
          for (const { span: place } of edits.flatMap((file) => file.edits)) assert.ok(place.start <= place.end && place.end <= half.length);
          assert.ok(edited(analysis.input, edits).texts.has(FILE));
          applied += 1;
        }
      }
    }
  }
  assert.ok(applied > 100, String(applied));
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import { fixAll } from '../../src/service/code-actions.js';
import { complete } from '../../src/service/completion.js';
import { analyseExample, MAIN } from '../support/examples.js';

const file = (clauses: string): string => `entente: 1
parties: { meteo: { name: Meteo }, cirrus: { name: Cirrus } }
clouds: { north: { name: North, operator: cirrus } }
products: { nowcast: { name: Nowcast, owner: meteo } }
agreements:
  deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    clauses:
${clauses}`;
const EXCLUSIVE = '{ type: exclusivity, by: meteo, to: cirrus, cloud: north }';
/** Another right, so that neither implies the other. */
const OTHER = '{ type: exclusivity, by: cirrus, to: meteo, cloud: north }';
const found = (clauses: string) => {
  const { findings, silenced } = analyseExample({ text: file(clauses) });
  return { shown: findings.map(({ code }) => code), silenced: silenced.map(({ code }) => code) };
};

suite('Silencing comments', () => {
  test('at the end of the line, or on a line above', () => {
    assert.deepEqual(found(`      all: ${EXCLUSIVE}\n`), { shown: ['no-end'], silenced: [] });
    const none = { shown: [], silenced: ['no-end'] };
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # entente-silence no-end: wanted\n`), none);
    assert.deepEqual(found(`      #entente-silence   no-end :  wanted\n\n      # and another comment\n      all: ${EXCLUSIVE}\n`), none);
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # entente-silence no-end: wanted\r\n`), none);
  });

  test('speak of their own line only', () => {
    assert.deepEqual(found(`      # entente-silence no-end: wanted\n      one: ${EXCLUSIVE}\n      two: ${OTHER}\n`), { shown: ['no-end'], silenced: ['no-end'] });
    assert.deepEqual(found(`      one: ${EXCLUSIVE}\n      # entente-silence no-end: wanted\n`), { shown: ['no-end', 'unused-silence'], silenced: [] });
  });

  test('each takes one finding', () => {
    const both = `      { one: ${EXCLUSIVE}, two: ${OTHER} }`;
    assert.deepEqual(found(`${both} # entente-silence no-end: wanted\n`), { shown: ['no-end'], silenced: ['no-end'] });
    assert.deepEqual(found(`      # entente-silence no-end: wanted\n${both} # entente-silence no-end: this, too\n`), { shown: [], silenced: ['no-end', 'no-end'] });
    assert.deepEqual(found(`      # entente-silence no-end: wanted\n      all: ${EXCLUSIVE} # entente-silence no-end: twice\n`), { shown: ['unused-silence'], silenced: ['no-end'] });
  });

  test('need a code that exists and a reason', () => {
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # entente-silence\n`), { shown: ['no-end', 'bad-silence'], silenced: [] });
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # entente-silence no-end\n`), { shown: ['no-end', 'bad-silence'], silenced: [] });
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # entente-silence no-end:\n`), { shown: ['no-end', 'bad-silence'], silenced: [] });
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # entente-silence noend: wanted\n`), { shown: ['no-end', 'bad-silence'], silenced: [] });
  });

  test('do not hide that something is not read', () => {
    assert.deepEqual(found(`      all: { type: exclusivity, by: meteo, to: cirrus, cloud: north, until: soon } # entente-silence bad-date: later\n`).shown, ['no-end', 'bad-date', 'bad-silence']);
  });

  test('are comments, not text', () => {
    assert.deepEqual(found(`      all:\n        type: exclusivity\n        by: meteo\n        to: cirrus\n        cloud: north\n        through: 2030\n        note: "# entente-silence no-end: x"\n        title: |\n          # entente-silence no-end: x\n`), { shown: [], silenced: [] });
    assert.deepEqual(found(`      all: ${EXCLUSIVE} # see # entente-silence no-end: x\n`).shown, ['no-end'], 'in the middle of another comment');
  });

  test('an unused one is removed by its fix, with its line where it stands alone', () => {
    for (const [before, after] of [
      [`      # entente-silence no-end: x\n      all: { type: license, by: meteo, to: cirrus, subject: x }\n`, `      all: { type: license, by: meteo, to: cirrus, subject: x }\n`],
      [`      all: { type: license, by: meteo, to: cirrus, subject: x }   # entente-silence no-end: x\n`, `      all: { type: license, by: meteo, to: cirrus, subject: x }\n`],
    ] as const) {
      const analysis = analyseExample({ text: file(before) });
      assert.equal(applyEdits(file(before), fixAll(analysis, MAIN)), file(after));
    }
  });

  test('completion offers the codes of the line', () => {
    const text = file(`      all: ${EXCLUSIVE} # entente-silence n\n`);
    const [item, ...others] = complete(analyseExample({ text }), MAIN, text.lastIndexOf('n'));
    assert.deepEqual([item?.label, item?.insertText, others.length], ['no-end', 'no-end: ', 0]);
    const bare = file(`      all: ${EXCLUSIVE} # entente-silence \n`);
    assert.equal(complete(analyseExample({ text: bare }), MAIN, bare.length - 1)[0]?.label, 'no-end');
  });
});

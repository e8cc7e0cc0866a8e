import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import type { Finding } from '../../src/base/findings.js';
import { unknownReference } from '../../src/rules/unknown-reference.js';
import { analyseExample } from '../support/examples.js';

const declarations = (text: string) => {
  const { findings, partnership } = analyseExample({ text });
  return findings.filter(({ code }) => code === 'unknown-reference')
    .flatMap((finding) => unknownReference.fixes!(finding, partnership).filter(({ title }) => title.startsWith('Declare')).map((fix) => ({ finding, fix })));
};
/** The text after the declaration with the title; that finding is gone and nothing else is found, but that somebody must judge a new reading. */
function declared(text: string, title: string): string {
  const found = declarations(text).find(({ fix }) => fix.title === title);
  assert.ok(found, `${title} among ${declarations(text).map(({ fix }) => fix.title).join(', ')}`);
  assert.equal(found.fix.safe, false);
  const after = applyEdits(text, found.fix.edits);
  const key = ({ code, message }: Finding): string => `${code}: ${message}`;
  const before = analyseExample({ text }).findings.map(key);
  const now = analyseExample({ text: after }).findings.map(key);
  assert.ok(!now.includes(key(found.finding)), after);
  assert.deepEqual(now.filter((one) => !before.includes(one) && !/^(?:judgment-needed|idle-reading)/.test(one)), [], after);
  return after;
}

const DEAL = (clause: string): string => `agreements:
  deal:
    parties: [meteo, north]
    signed: 2026-01
    through: 2030
    clauses:
      served: { type: first-availability, by: meteo, to: north, products: [maps], cloud: grid${clause} }
`;
const WORLD = `entente: 1
title: Hosting

parties:
  meteo: { name: Meteo }
  north: {}

clouds:
  grid: {}

products:
  maps: { owner: meteo }

`;

describe('An unknown name can be declared', () => {
  test('below those that are there', () => {
    const text = WORLD.replace('owner: meteo', 'owner: cirrus') + DEAL('');
    assert.equal(declared(text, 'Declare the party `cirrus`'), text.replace('  north: {}\n', '  north: {}\n  cirrus: {}\n'));
    const cloud = WORLD + DEAL('').replace('cloud: grid', 'cloud: moon');
    assert.equal(declared(cloud, 'Declare the cloud `moon`'), cloud.replace('  grid: {}\n', '  grid: {}\n  moon: {}\n'));
    const product = WORLD + DEAL('').replace('[maps]', '[tiles]');
    assert.equal(declared(product, 'Declare the product `tiles`'), product.replace('owner: meteo }\n', 'owner: meteo }\n  tiles: {}\n'));
  });
  test('in braces', () => {
    const text = 'entente: 1\nparties: { a: {} }\nproducts: { p: { owner: b } }\n';
    assert.equal(declared(text, 'Declare the party `b`'), text.replace('a: {} }', 'a: {}, b: {} }'));
    assert.equal(declared(text.replace('{ a: {} }', '{}'), 'Declare the party `b`'), text.replace('{ a: {} }', '{ b: {} }'));
    assert.equal(declared(text.replace('parties: { a: {} }\n', '').replace('entente: 1\n', 'entente: 1\nparties: # all\n'), 'Declare the party `b`'), 'entente: 1\nparties: # all\n  b: {}\nproducts: { p: { owner: b } }\n');
  });
  test('in a file that is all in braces', () => {
    assert.equal(declared('{ entente: 1, products: { p: { owner: b } } }', 'Declare the party `b`'), '{ entente: 1, parties: { b: {} }, products: { p: { owner: b } } }');
  });
  test('under a key that is not there yet, at its usual place', () => {
    const text = `${WORLD.replace('products:', '# What is sold.\nproducts:')}# All of them.\n${DEAL(', when: outage')}`;
    assert.equal(declared(text, 'Declare the fact `outage`'), text.replace('# All of them.', 'facts:\n  outage: {}\n\n# All of them.'));
    assert.equal(declared(text, 'Declare the event `outage`'), text.replace('# All of them.', 'events:\n  outage: { status: pending }\n\n# All of them.'));
    const tight = 'entente: 1\nproducts:\n  p: { owner: b }\n';
    assert.equal(declared(tight, 'Declare the party `b`'), tight.replace('products', 'parties:\n  b: {}\nproducts'));
    const last = 'entente: 1\r\nclouds:\r\n  c: { operator: b }';
    assert.equal(declared(last, 'Declare the party `b`'), 'entente: 1\r\nparties:\r\n  b: {}\r\nclouds:\r\n  c: { operator: b }');
  });
  test('a reading with the choices that the file speaks of', () => {
    const lead = declared(WORLD + DEAL(', lead: { reading: first-means, head-start: P6M, among-first: none }'), 'Declare the reading `first-means`');
    assert.match(lead, /\nreadings:\n {2}first-means: \{ question: How is first-means to be read\?, choices: \{ head-start: What it means, among-first: What it means \} \}\n\nagreements:/);
    const condition = declared(WORLD + DEAL(', when: { reading: first-means, is: head-start }'), 'Declare the reading `first-means`');
    assert.match(condition, /choices: \{ head-start: What it means, first-choice: What it means \}/);
  });
  test('once for all its uses', () => {
    const text = 'entente: 1\nproducts:\n  p: { owner: b }\n  q: { owner: b }\n';
    const after = applyEdits(text, declarations(text)[0]!.fix.edits);
    assert.deepEqual(analyseExample({ text: after }).findings.filter(({ code }) => code === 'unknown-reference'), []);
  });
});

describe('Nothing is invented', () => {
  const titles = (text: string): readonly string[] => declarations(text).map(({ fix }) => fix.title);
  test('for agreements and clauses', () => assert.deepEqual(titles(WORLD + DEAL(', subject-to: [other/clause]')), []));
  test('for what is no id', () => assert.deepEqual(titles('entente: 1\nproducts:\n  p: { owner: "Meteo: { x" }\n'), []));
  test('for the choice of a reading, or a reading in place of an event', () => {
    const text = `${WORLD}readings:\n  r: { question: Which?, choices: { a: A, b: B } }\n`;
    assert.deepEqual(titles(text + DEAL(', when: { reading: r, is: c }')), []);
    assert.deepEqual(titles(text + DEAL(', when: r')), [], 'the name is taken');
  });
  test('where something else stands under the key', () => assert.deepEqual(titles('entente: 1\nparties: [a]\nproducts:\n  p: { owner: b }\n'), []));
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Finding } from '../../src/base/findings.js';
import { analyseExample, MAIN } from '../support/examples.js';

const WORLD = `
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
  alerts: { name: Alerts, owner: meteo }
`;
const CIRRUS = (more = '') => `
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2026-12
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast, alerts], cloud: cirrus-north${more} }
`;
const STRATUS = (more = '') => `
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2027
    clauses:
      on-stratus: { type: availability, by: meteo, to: stratus, products: [nowcast, alerts], cloud: stratus-eu, strength: must${more} }
`;
const FILE = (head: string, ...agreements: readonly string[]) => `entente: 1\n${head}${agreements.length > 0 ? `agreements:${agreements.join('')}` : ''}`;
const marked = (text: string, { place }: Finding): string => text.slice(place.start, place.end);
const conflicts = (text: string, files: Record<string, string> = {}) => analyseExample({ text, files }).findings.filter(({ code }) => code === 'conflict');

describe('A conflict', () => {
  test('is one finding for one set of clauses, at the later clause, and names products, cloud and days', () => {
    const text = FILE(WORLD, STRATUS(), CIRRUS());
    const found = conflicts(text);
    assert.equal(found.length, 1);
    const [finding] = found;
    assert.ok(finding);
    assert.equal(marked(text, finding), 'on-stratus');
    assert.equal(finding.severity, 'error');
    assert.equal(finding.message, 'Nowcast and Alerts cannot be both served and not served on Stratus Europe from 2026-01-01 through 2026-12-31: `stratus-deal/on-stratus` claims it and `cirrus-deal/only-cirrus` bars it.');
    assert.deepEqual(finding.related.map(({ message }) => message), ['`cirrus-deal/only-cirrus`']);
    assert.deepEqual((finding.payload as { clauses: unknown; certain: unknown }).clauses, ['cirrus-deal/only-cirrus', 'stratus-deal/on-stratus']);
    assert.equal((finding.payload as { cells: unknown[] }).cells.length, 2);
  });

  test('is information where it is over', () => {
    const [finding] = conflicts(FILE(`as-of: 2027-01-01\n${WORLD}`, CIRRUS(), STRATUS()));
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message ?? '', /could not be both .* claimed it and .* barred it\.$/);
  });

  test('is an error on its last day', () => {
    assert.equal(conflicts(FILE(`as-of: 2026-12-31\n${WORLD}`, CIRRUS(), STRATUS()))[0]?.severity, 'error');
  });

  test('is a warning where it depends, and says on what', () => {
    const text = FILE(`facts:\n  outage: {}\n${WORLD}`, CIRRUS(', unless: outage'), STRATUS());
    const [finding, ...rest] = conflicts(text);
    assert.equal(rest.length, 0);
    assert.equal(finding?.severity, 'warning');
    assert.match(finding?.message ?? '', /^Depending on `outage`, Nowcast and Alerts cannot be both served and not served/);
  });

  test('is an error up to the day of knowledge and a warning after it where an event may end it', () => {
    const text = FILE(`events:\n  merger: { status: pending }\n${WORLD}`, CIRRUS(', until: { event: merger }'), STRATUS());
    assert.deepEqual(conflicts(text).map(({ severity, message }) => [severity, /(from \S+ through \S+):/.exec(message)?.[1]]), [
      ['error', 'from 2026-01-01 through 2026-06-01'], ['warning', 'from 2026-06-02 through 2027-12-31'],
    ]);
  });

  test('between an imported clause and one here is placed here', () => {
    const text = FILE('import: [./cirrus.entente.yaml]\n', STRATUS());
    const [finding] = conflicts(text, { 'cirrus.entente.yaml': FILE(WORLD, CIRRUS()) });
    assert.ok(finding);
    assert.equal(marked(text, finding), 'on-stratus');
  });

  test('that one import brings alone is left to that file', () => {
    assert.deepEqual(conflicts(FILE('import: [./both.entente.yaml]\n'), { 'both.entente.yaml': FILE(WORLD, CIRRUS(), STRATUS()) }), []);
  });

  test('that two imports bring together is placed at the import of the later clause', () => {
    const text = FILE('import: [./stratus.entente.yaml, ./cirrus.entente.yaml]\n');
    const shared = { 'world.entente.yaml': FILE(WORLD) };
    const found = conflicts(text, {
      ...shared,
      'cirrus.entente.yaml': FILE('import: [./world.entente.yaml]\n', CIRRUS()),
      'stratus.entente.yaml': FILE('import: [./world.entente.yaml]\n', STRATUS()),
    });
    assert.deepEqual(found.map((finding) => [finding.place.file, marked(text, finding)]), [[MAIN, './stratus.entente.yaml']]);
    assert.equal(found[0]?.related.length, 2);
  });

  test('in the worked example: over for most products, still there for Frontier on Azure', () => {
    const text = readFileSync('test/oracle/worked-example.entente.yaml', 'utf8');
    const found = conflicts(text).map(({ severity, message }) => `${severity}: ${message}`);
    assert.deepEqual(found, [
      'information: Frontier could not be both served and not served on Microsoft Azure from 2026-02-01 through 2026-04-26: `microsoft-original/exclusive-access` claimed it and `amazon-alliance/frontier-exclusive` barred it. ' +
        'Frontier could not be both served and not served on Amazon Web Services from 2026-02-01 through 2026-04-26: `amazon-alliance/frontier-exclusive` claimed it and `microsoft-original/exclusive-access` barred it.',
      'information: Stateful runtime could not be both served and not served on Amazon Web Services from 2026-02-01 through 2026-04-26: `amazon-alliance/runtime-on-bedrock` claimed it and `microsoft-original/exclusive-access` barred it.',
      'warning: Depending on `microsoft-cannot-support` and `microsoft-declines`, Frontier cannot be both served and not served on Microsoft Azure from 2026-04-27 through 2032-12-31: `microsoft-renegotiated/first-on-azure` claims it and `amazon-alliance/frontier-exclusive` bars it. For example Frontier on Microsoft Azure on 2026-04-27, as things stand.',
    ]);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument } from 'yaml';
import { RULES } from '../../src/rules/registry.js';
import { analyseExample } from '../support/examples.js';
import { SHAPE_CODES } from './codes.js';
import { SCHEMA } from './yaml-server.js';

/** Keys for editors, not for validators. */
const EDITOR_KEYS = ['defaultSnippets', 'markdownDescription', 'errorMessage', 'patternErrorMessage'];

const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
ajv.addVocabulary(EDITOR_KEYS);
const validate = ajv.compile(schema);

/** Whether the schema accepts a text; undefined where it is no YAML. */
function accepted(text: string): boolean | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : validate(document.toJS());
}

const shapeFindings = (text: string): readonly string[] =>
  analyseExample({ text }).findings.filter(({ code }) => SHAPE_CODES.includes(code)).map(({ code, message }) => `${code}: ${message}`);

test('the schema is one of draft 2020-12, and says nothing that the draft or the editors do not know', () => {
  assert.equal((schema as { $schema: string }).$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
});

describe('schema and rules on the examples of the rules', () => {
  test('the schema refuses exactly those bad examples that are about shape', () => {
    const refused = RULES.filter(({ bad }) => accepted(bad.text) === false).map(({ code }) => code);
    // The other codes are of limits that the schema meets by chance: a list where a text belongs.
    assert.deepEqual(refused.filter((code) => code !== 'resource-limit').sort(), [...SHAPE_CODES].sort());
  });
  for (const { code, good } of RULES) {
    test(`${code}: the good example is accepted`, () => {
      if (accepted(good.text) !== undefined) assert.ok(accepted(good.text), JSON.stringify(validate.errors));
    });
  }
});

const clause = (type: string, keys: string): string => `entente: 1
parties: { a: , b: { name: B } }
clouds: { c: { operator: b }, d: }
products: { p: { owner: a }, 365: { kind: suite } }
events: { e: }
facts: { f: }
readings: { r: { question: Q?, choices: { x: X, y: Y } } }
agreements:
  deal:
    parties: [a, b]
    signed: 2026-01-10
    clauses:
      k: { type: ${type}, by: a, to: b, ${keys} }
`;
const ofTerm = (value: string): string => clause('restriction', `cloud: c, until: ${value}`);
const ofDate = (value: string): string => clause('restriction', `cloud: c, from: ${value}`);
const ofAmount = (value: string): string => clause('investment', `amount: "${value}"`);
const ofLead = (value: string): string => clause('first-availability', `cloud: c, from: 2026-01-10, lead: ${value}`);
const ofShare = (value: string): string => clause('revenue-share', `share: ${value}`);
const ofProducts = (value: string): string => clause('restriction', `cloud: c, products: ${value}`);
const ofCondition = (value: string): string => clause('restriction', `cloud: c, when: ${value}`);

/** Values at the edges of their forms: what one accepts the other must accept. */
const VALUES: readonly (readonly [write: (value: string) => string, values: readonly string[]])[] = [
  [ofDate, ['2026', '2026-02', '2026-02-28', '2024-02-29', '2026-04-31', '2026-02-30', '2026-13', '2026-00', '2026-1-1', '26', 'unstated', 'soon', '0000', '[2026]', '2026-12-31', '2026-06-30', '2026-11-31']],
  [ofTerm, ['2027', '{ event: e }', '{ earliest: [2027, { event: e }] }', '{ latest: [2027-01, { earliest: [2028] }] }', '{ earliest: [] }', '{ event: e, earliest: [2027] }', '{ sooner: 2027 }', 'unstated', 'never', '[2027]']],
  [ofAmount, ['50 billion USD', 'USD 50B', '$50B', '50,000,000,000 USD', 'up to $50B', 'Up To 5 Million eur', '50 milion EUR', '5,00 USD', '1.5 bn EUR', 'EUR 1.5tn', 'USD50B', '50', 'fifty USD', '€ 5', '5 € ']],
  [ofLead, ['6 months', '1 year', '90 Days', 'P6M', 'P1Y2M10D', 'P2W', 'P', 'P1H', 'open-ended', 'none', 'half a year', '6months', '{ reading: r, x: none, y: P6M }', '{ reading: r, x: soon }', '{ x: none }']],
  [ofShare, ['20%', '0%', '100%', '12.5%', '100.0%', '100.5%', '101%', '20', '-5%', '099%', '20 %']],
  [ofProducts, ['all', '[p]', '[p, 365]', 'p', '365', '{ kind: suite }', '{ owner: a, except: p }', '{ owner: a, except: [p] }', '{ maker: a }', '[[p]]']],
  [ofCondition, ['e', 'f', '{ all: [e, f] }', '{ any: [e, { not: f }] }', '{ reading: r, is: x }', '{ reading: r }', '{ all: [] }', '{ all: e }', '{ none: [e] }', '[e]', '{ not: { any: [e] } }']],
  [(value) => clause('restriction', value), ['cloud: c', 'clouds: [c, d]', 'cloud: c, clouds: [d]', 'cloud: c, until: 2027, through: 2026', 'cloud: c, color: red', 'cloud: c, unmodelled: { excerpt: x }', 'cloud: c, unmodelled: [{ excerpt: x }, { reason: y }]', 'cloud: c, note: 5', 'cloud: c, note: [5]', 'cloud: c, note: ']],
  [(value) => `entente: 1\n${value}\n`, ['parties:', 'parties: {}', 'parties: { a: }', 'parties: { A: }', 'parties: { a: [] }', 'parties: []', 'agreements: { d: }', 'expect: []', 'expect:', 'as-of: unstated', 'readings: { r: { question: q, choices: [x] } }', 'facts: { f: { value: yes } }', 'facts: { f: { value: unknown, for: { p: true } } }', 'import: ./x.entente.yaml', 'import: [./x.entente.yaml]', 'title: 7']],
  [(value) => value, ['entente: 1', 'entente: "1"', 'entente: 2', 'title: x', '[]']],
];

describe('schema and rules agree on single values', () => {
  for (const [write, values] of VALUES) {
    for (const value of values) {
      test(write(value).split('\n').find((line) => line.includes(value)) ?? value, () => {
        const text = write(value);
        const findings = shapeFindings(text);
        assert.equal(accepted(text), findings.length === 0, `${findings.join('\n') || 'no findings'}\n${JSON.stringify(validate.errors)}`);
      });
    }
  }
});

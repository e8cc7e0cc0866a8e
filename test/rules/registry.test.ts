import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { compareFindings } from '../../src/base/findings.js';
import { INTERNAL_ERROR, RULES, runRules } from '../../src/rules/registry.js';
import { problemsOf, type Report, type Rule, type RuleInput } from '../../src/rules/rule.js';
import type { Partnership } from '../../src/model/types.js';
import { analyseExample } from '../support/examples.js';

const HELPERS = ['expectation', 'registry', 'rule'];
const example = RULES.find(({ code }) => code === 'conflict')!.bad;
const { partnership, matrix } = analyseExample(example);
const input = { partnership, matrix, documents: new Map<string, string | null>() };
const rule = (code: string, check: (input: RuleInput) => Iterable<Report>): Rule => ({ ...RULES[0]!, code, check });
const report = (start: number, message = 'Wrong.'): Report => ({ place: { file: partnership.file, start, end: start + 1 }, message, related: [] });

describe('The registry', () => {
  test('has each rule once, in a file of its own that is named after its code', () => {
    const codes = RULES.map(({ code }) => code).sort();
    const files = readdirSync('src/rules').filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));
    assert.deepEqual(codes, files.filter((name) => !HELPERS.includes(name)).sort());
  });

  test('has a rule for every problem that reading a file can report', () => {
    const codes = new Set(RULES.map(({ code }) => code));
    for (const folder of ['syntax', 'grammar', 'model']) {
      for (const name of readdirSync(`src/${folder}`)) {
        for (const [, code] of readFileSync(`src/${folder}/${name}`, 'utf8').matchAll(/(?:code: |problem\()'([a-z-]+)'/g)) assert.ok(codes.has(code ?? ''), `${code} in ${folder}/${name}`);
      }
    }
  });

  test('explains each rule', () => {
    for (const { code, title, rationale } of RULES) {
      assert.match(code, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(title, /^[A-Z][^.]*[^.]$/, code);
      assert.match(rationale, /^[^]{40,}[.]$/, code);
    }
  });

  test('remembers what a rule finds in parts by all that it reads: of parties, and of clouds beyond their ids, by what it says', () => {
    const texts = [...RULES.map(({ bad }) => bad), ...RULES.map(({ good }) => good)];
    for (const one of RULES) {
      if ('check' in one) continue;
      const reads = new Set<string>();
      /** A map that notes where more than its keys is looked at. */
      const watched = <T>(name: 'parties' | 'clouds', map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Proxy(map, {
        get: (_, property) => {
          if (name === 'parties' || !['keys', 'has', 'size'].includes(String(property))) reads.add(name);
          const value: unknown = Reflect.get(map, property, map);
          return typeof value === 'function' ? value.bind(map) as unknown : value;
        },
      });
      let found = 0;
      for (const text of texts) {
        const analysis = analyseExample(text);
        const { partnership } = analysis;
        const documents = new Map([...text.text.matchAll(/document: ([^\s,}]+)/g)].map(([, name = '']) => [name, text.files?.[name.replace(/^\.\//, '')] ?? null]));
        // Without getters being called: what is asked for lazily stays so.
        const seen: Partnership = Object.create(partnership, { parties: { value: watched('parties', partnership.parties) }, clouds: { value: watched('clouds', partnership.clouds) } }) as Partnership;
        const looked: RuleInput = { partnership: seen, matrix: analysis.matrix, documents, silences: [], codes: [] };
        if ('checkProduct' in one) for (const product of partnership.products.values()) found += [...one.checkProduct(product, looked)].length;
        else for (const agreement of partnership.agreements.values()) found += [...one.checkAgreement(agreement, looked)].length;
      }
      assert.ok(found > 0, one.code);
      assert.deepEqual([...reads].sort(), [...one.alsoReads ?? []].sort(), one.code);
    }
  });

  test('sorts, and leaves out exact duplicates', () => {
    const { findings } = runRules(input, [rule('later', () => [report(5), report(2), report(5)]), rule('earlier', () => [report(5)])]);
    assert.deepEqual(findings.map(({ code, place }) => [code, place.start]), [['later', 2], ['earlier', 5], ['later', 5]]);
    assert.deepEqual(findings, [...findings].sort(compareFindings));
  });

  test('reports a rule that throws, keeps what it found before, and runs the others', () => {
    const failing = rule('failing', function* () {
      yield report(1);
      throw new Error('no such thing');
    });
    const { findings } = runRules(input, [failing, rule('other', () => [report(3)])]);
    assert.deepEqual(findings.map(({ code, severity, place }) => [code, severity, place.start]), [
      [INTERNAL_ERROR, 'error', 0], ['failing', 'error', 1], ['other', 'error', 3],
    ]);
    assert.match(findings[0]!.message, /`failing`.*no such thing/);
  });

  test('passes on only problems of the main file', () => {
    const elsewhere = { ...partnership, problems: [{ code: 'bad-date', place: { file: 'file:///deals/other.entente.yaml', start: 0, end: 1 }, message: 'Wrong.' }] };
    assert.deepEqual([...problemsOf('bad-date')({ ...input, partnership: elsewhere, silences: [], codes: [] })], []);
  });

  test('runs every rule over an empty file', () => {
    const findings = analyseExample({ text: '' }).findings;
    assert.deepEqual(findings.map(({ code }) => code), ['not-a-mapping']);
  });
});

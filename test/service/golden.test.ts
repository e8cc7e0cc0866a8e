/**
 * Everything that the services say of files that have every kind of thing in them, as pages to read.
 * `ENTENTE_UPDATE_GOLDEN=1 node --test .build/test/service/golden.test.js` writes the pages anew; look at them before
 * they are committed.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { formatDay } from '../../src/base/dates.js';
import { applyEdits } from '../../src/base/edits.js';
import { lineStarts, positionAt, type Place } from '../../src/base/span.js';
import { RULES } from '../../src/rules/registry.js';
import { moneyText } from '../../src/render/money-text.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';
import { codeActions } from '../../src/service/code-actions.js';
import { codeLenses } from '../../src/service/code-lenses.js';
import { commitmentsView } from '../../src/service/commitments.js';
import { explain } from '../../src/service/explain.js';
import { hover } from '../../src/service/hover.js';
import { inlayHints } from '../../src/service/inlay-hints.js';
import { ask, type Line, type Question } from '../../src/service/questions.js';
import type { Reason } from '../../src/service/reason.js';
import { symbols, type DocumentSymbol } from '../../src/service/symbols.js';
import { analyseExample } from '../support/examples.js';
import { day, ROOT } from './support.js';

const FOLDER = join(ROOT, 'test', 'service', 'golden');
const URI = 'file:///golden/';

function analysisOf(name: string): Analysis {
  const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
  const files = readdirSync(FOLDER);
  const named = (end: string): ReadonlyMap<string, string> => new Map(files.filter((file) => file.endsWith(end)).map((file) => [URI + file, read(file)]));
  return analyse({ file: URI + name, texts: named('.entente.yaml'), documents: named('.txt'), workspace: URI, today: day('2026-06-15') });
}

/** The page is what is kept under the name. */
function isGolden(name: string, page: string): void {
  assert.doesNotMatch(page, /undefined|\[object|NaN/);
  const file = join(FOLDER, name);
  if (process.env['ENTENTE_UPDATE_GOLDEN']) writeFileSync(file, page);
  assert.equal(page, readFileSync(file, 'utf8'));
}

const indented = (text: string, by: number): string => text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(by) + line)).join('\n');

/** Findings with what belongs to them, and what their fixes change. */
function findingsOf(analysis: Analysis): readonly string[] {
  const { partnership, findings } = analysis;
  const { file } = partnership;
  const textOf = (uri: string): string => partnership.files.get(uri)?.text ?? '';
  const at = placesIn(analysis);
  return findings.flatMap((finding) => [
    `${at(finding.place)} ${finding.severity} ${finding.code}: ${finding.message}`,
    ...finding.related.map(({ place, message }) => `    ${at(place)} ${message}`),
    ...codeActions({ ...analysis, findings: [finding] }, file, finding.place).flatMap(({ title, safe, edits }) => [
      `    ${safe ? 'safe fix' : 'fix'}: ${title}`,
      ...edits.flatMap(({ file: uri, edits: list }) => {
        const [before, after] = [textOf(uri).split('\n'), applyEdits(textOf(uri), list).split('\n')];
        const same = before.findIndex((line, index) => line !== after[index]);
        let end = 0;
        while (end < Math.min(before.length, after.length) - same && before.at(-1 - end) === after.at(-1 - end)) end += 1;
        return [...before.slice(same, before.length - end).map((line) => `      - ${line}`), ...after.slice(same, after.length - end).map((line) => `      + ${line}`)];
      }),
    ]),
  ]);
}

/** Line and column, from 1; with the file where it is another one. */
const placesIn = ({ partnership: { file, files } }: Analysis) => (place: Place): string => {
  const { line, character } = positionAt(lineStarts(files.get(place.file)?.text ?? ''), place.start);
  return `${place.file === file ? '' : `${place.file.slice(place.file.lastIndexOf('/') + 1)}:`}${line + 1}:${character + 1}`;
};

function pageOf(analysis: Analysis): string {
  const { partnership, matrix } = analysis;
  const { file, files } = partnership;
  const text = files.get(file)?.text ?? '';
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line + 1;
  const at = placesIn(analysis);
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end).split('\n')[0] ?? '';
  const said: string[] = [];
  const section = (title: string, lines: readonly string[]): void => void said.push(`# ${title}`, '', ...lines, '');

  section('Findings', findingsOf(analysis));

  const hovers = new Map<string, string>();
  let hovered = 0;
  for (let offset = 0; offset <= text.length; offset += 1) {
    if (offset < hovered) continue; // of the same word the same is said
    const found = hover(analysis, file, offset);
    hovered = found?.span.end ?? 0;
    if (found && !/^`[^`]+` · (?:required )?key of/.test(found.markdown) && !hovers.has(found.markdown)) hovers.set(found.markdown, `${lineOf(found.span.start)}: ${words(found.span)}`);
  }
  section('Hovers but those of keys, each once', [...hovers].flatMap(([markdown, place]) => [`## ${place}`, '', indented(markdown, 4), '']));

  section('Names and values', partnership.references.filter(({ place }) => place.file === file).map(({ namespace, id, place }) => `${at(place)} ${namespace} ${id}`));

  const outline = (list: readonly DocumentSymbol[], depth: number): readonly string[] =>
    list.flatMap(({ name, detail, kind, span, selection, children }) => [`${' '.repeat(depth * 2)}${lineOf(span.start)}-${lineOf(span.end)} ${kind} ${name} (${words(selection)})${detail === '' ? '' : `: ${detail}`}`, ...outline(children, depth + 1)]);
  section('Outline', outline(symbols(analysis, file), 0));
  section('Lenses', codeLenses(analysis, file).map(({ span, title }) => `${lineOf(span.start)}: ${title}`));
  section('Hints', inlayHints(analysis, file, { start: 0, end: text.length }).map(({ offset, label, tooltip }) => `${lineOf(offset)}: ${label} (${tooltip})`));

  const reasons = (list: readonly Reason[], depth: number): readonly string[] =>
    list.flatMap(({ id, text: words_, place, children }) => [`${' '.repeat(depth * 2)}- ${id}: ${words_}${place ? ` [${at(place)}]` : ''}`, ...reasons(children ?? [], depth + 1)]);
  for (const product of partnership.products.keys()) {
    for (const cloud of partnership.clouds.keys()) {
      const { summary, parts } = explain(analysis, { product, cloud });
      section(`${product} on ${cloud}`, [
        ...matrix.timeline(product, cloud).map(({ from, to, cell: { status, certain, because } }) => `${formatDay(from)} to ${formatDay(to)}: ${status}${certain ? '' : ', depends'} (${because.join(', ')})`),
        '',
        summary,
        ...reasons(parts, 0),
      ]);
    }
  }

  section('Money', [moneyText(commitmentsView(analysis))]);
  const lines = (list: readonly Line[], depth: number): readonly string[] => list.flatMap((line) => [`${' '.repeat(depth * 2)}- ${line.text}`, ...lines(line.children ?? [], depth + 1)]);
  const agreements = [...partnership.agreements.keys()];
  const questions: readonly Question[] = [
    ...[...partnership.parties.keys()].flatMap((party) => [...partnership.products.keys()].map((product): Question => ({ question: 'serve', party, product }))),
    ...agreements.map((agreement): Question => ({ question: 'plan', agreement })), ...agreements.map((agreement): Question => ({ question: 'infringed', agreements: [agreement] })),
    { question: 'exposure' }, { question: 'idle' }, { question: 'unmet' },
  ];
  for (const question of questions) {
    const { summary, lines: list, data } = ask(analysis, question);
    section(Object.values(question).join(' '), [summary, ...lines(list, 0), '', JSON.stringify(data)]);
  }
  return said.join('\n');
}

describe('what is said of', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.entente.yaml') && !file.startsWith('shared'))) {
    test(name, () => {
      isGolden(name.replace('.entente.yaml', '.golden'), pageOf(analysisOf(name)));
    });
  }

  test('the examples of the rules', () => {
    isGolden('rules.golden', RULES.flatMap(({ code, bad }) => [`# ${code}`, '', ...findingsOf(analyseExample(bad)), '']).join('\n'));
  });
});

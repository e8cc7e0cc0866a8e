import { formatDay } from '../base/dates.js';
import { compareText, type Finding } from '../base/findings.js';
import { type Span, span } from '../base/span.js';
import { count, didYouMean, listWords } from '../base/words.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import { checkAssumptions } from '../matrix/assumptions.js';
import type { Expectation } from '../model/types.js';
import { type Expected, runExpectation } from '../rules/expectation.js';
import { RULES } from '../rules/registry.js';
import { within } from '../rules/rule.js';
import type { Tree } from '../syntax/tree.js';
import { type Analysis, unreadErrors } from './analysis.js';
import { draw, type Marker, markerOf, parseMarkers, sameMarker } from './markers.js';

/** A test that a file holds: an entry of `expect`, or a finding that a comment expects. */
export interface Test {
  /** The same after edits elsewhere in the file; unique in it. */
  readonly id: string;
  readonly kind: 'expectation' | 'finding';
  readonly label: string;
  /** In the main file. */
  readonly span: Span;
  /** `errored`: it could not be run as it is written. */
  readonly outcome: 'passed' | 'failed' | 'errored';
  /** Sentences; empty exactly where it passes. */
  readonly messages: readonly string[];
  /** What was to be and what is, line by line; absent unless it failed and both can be shown. */
  readonly expected?: string;
  readonly actual?: string;
}

export interface FileTests {
  readonly tests: readonly Test[];
  /** One sentence where something could not be read and tests may be missing. A file that expects findings is meant to have errors; one without a sign of tests misses none. */
  readonly problem: string | undefined;
}

/** Runs every test of the main file. */
export function testsOf(analysis: Analysis): FileTests {
  const { partnership } = analysis;
  const source = partnership.files.get(partnership.file);
  const text = source?.text ?? '';
  const markers = parseMarkers(text, source?.tree);
  const marked = markers.length === 0 ? [] : spansOf(text, markers);
  // An entry with a marked finding is meant to be wrong: the marker is its test.
  const entries = partnership.expectations.filter(({ place }) => !marked.some((one) => place.start <= one.start && one.start < place.end));
  const { own } = unreadErrors(analysis);
  return {
    tests: numbered([...entries.map((entry) => expectationTest(entry, analysis)), ...(markers.length > 0 ? findingTests(text, markers, marked, analysis) : [])]),
    problem: own > 0 && markers.length === 0 && mayTest(source?.tree) ? `${count(own, 'error')} in the text: expectations may be missing.` : undefined,
  };
}

const KEYS: ReadonlySet<string> = new Set(FILE_SHAPE.fields.map(({ name }) => name).filter((name) => name !== 'expect'));

/** Whether `expect` is there, or may be: misspelt, or in text that is not understood. */
const mayTest = (tree: Tree | undefined): boolean => !tree?.root || tree.problems.length > 0 || tree.root.entries.some(({ key }) => !KEYS.has(key));

/** Numbers ids that occur again. */
function numbered(tests: readonly Test[]): readonly Test[] {
  const seen = new Map<string, number>();
  return tests.map((test) => {
    const times = (seen.get(test.id) ?? 0) + 1;
    seen.set(test.id, times);
    return times === 1 ? test : { ...test, id: `${test.id} #${times}` };
  });
}

function expectationTest(expectation: Expectation, { partnership, matrix }: Analysis): Test {
  // What cannot be read in an entry is not tested, so the entry cannot pass.
  const unreadable = partnership.problems.filter(({ place }) => within(place, expectation.place)).map(({ message }) => message);
  const wrong = [...unreadable, ...checkAssumptions(partnership, expectation.assume)];
  const { pass, actual, expected, differences } = runExpectation(expectation, matrix);
  const label = labelOf(expectation);
  const test = { id: `expect ${label}`, kind: 'expectation', label, span: span(expectation.place.start, expectation.place.end) } as const;
  if (wrong.length > 0 || !actual) return { ...test, outcome: 'errored', messages: [...wrong, ...differences] };
  if (pass) return { ...test, outcome: 'passed', messages: [] };
  const is: Expected = { status: actual.status, certain: actual.certain, possible: actual.possible.map(({ status }) => status), because: actual.because };
  return { ...test, outcome: 'failed', messages: differences, expected: linesOf(expected, expected), actual: linesOf(is, expected) };
}

/** `2026-03-01 · frontier on aws: exclusive (first-means: among-first)`. */
function labelOf({ at, product, cloud, status, certain, possible, because, assume }: Expectation): string {
  const what = status ?? possible?.join(' or ') ?? (certain === undefined ? because && `decided by ${listWords(because) || 'nothing'}` : certain ? 'certain' : 'not certain');
  const assumed = Object.entries(assume).map(([name, value]) => `${name}: ${String(value)}`).join(', ');
  return `${at === undefined ? '?' : formatDay(at)} · ${product ?? '?'} on ${cloud ?? '?'}${what === undefined ? '' : `: ${what}`}${assumed === '' ? '' : ` (${assumed})`}`;
}

/** The keys that `shown` has, one a line, as they are written in an entry; sets in one order. */
function linesOf(values: Expected, shown: Expected): string {
  const list = (items: readonly string[] = []): string => `[${[...items].sort(compareText).join(', ')}]`;
  return [
    ...(shown.status === undefined ? [] : [`status: ${values.status ?? ''}`]),
    ...(shown.certain === undefined ? [] : [`certain: ${String(values.certain)}`]),
    ...(shown.possible === undefined ? [] : [`possible: ${list(values.possible)}`]),
    ...(shown.because === undefined ? [] : [`because: ${list(values.because)}`]),
  ].join('\n');
}

/** One test for each marker, and one that there is nothing else. Equal markers stand for as many findings. */
function findingTests(text: string, markers: readonly Marker[], marked: readonly Span[], { findings, partnership }: Analysis): readonly Test[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const own = findings.filter(({ place }) => place.file === partnership.file).map((finding) => ({ finding, marker: markerOf(text, finding), met: false }));
  const at = ({ line }: Marker, shown: readonly Marker[]): string => [lines[line] ?? '', ...shown.filter((one) => one.line === line).map((one) => draw(lines[line] ?? '', one))].join('\n');
  const all = own.map(({ marker }) => marker);
  const tests = markers.map((marker, index): Test => {
    const test = { id: `finding ${marker.code}: ${(lines[marker.line] ?? '').trim()}`, kind: 'finding', label: `line ${marker.line + 1}: ${marker.code}`, span: marked[index] ?? span(0, 0) } as const;
    if (!CODES.has(marker.code)) return { ...test, outcome: 'errored', messages: [`There is no finding \`${marker.code}\`.${suggestion(marker.code)}`] };
    const found = own.find((one) => !one.met && sameMarker(one.marker, marker));
    if (found) {
      found.met = true;
      return { ...test, outcome: 'passed', messages: [] };
    }
    return { ...test, outcome: 'failed', messages: [`There is no finding \`${marker.code}\` at this place.`], expected: at(marker, markers), actual: at(marker, all) };
  });
  const extra = own.filter(({ met }) => !met);
  const first = extra[0]?.finding.place;
  // One marker for each line that has such findings.
  const places = [...new Map(extra.map(({ marker }) => [marker.line, marker])).values()];
  const nothingElse = { id: 'finding nothing else', kind: 'finding', label: 'nothing else', span: first ? span(first.start, first.end) : span(0, 0) } as const;
  return [...tests, extra.length === 0 ? { ...nothingElse, outcome: 'passed', messages: [] } : {
    ...nothingElse, outcome: 'failed', messages: extra.map(({ finding, marker }) => `Line ${marker.line + 1}: \`${finding.code}\` is not expected. ${finding.message}`),
    expected: places.map((marker) => at(marker, markers)).join('\n'), actual: places.map((marker) => at(marker, all)).join('\n'),
  }];
}

const CODES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));

function suggestion(code: Finding['code']): string {
  const meant = didYouMean(code, [...CODES]);
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}

/** The ranges that markers mark, each within its line. */
function spansOf(text: string, markers: readonly Marker[]): readonly Span[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return markers.map(({ line, column, length }) => {
    const last = (starts[line + 1] ?? text.length + 1) - 1;
    const from = Math.min((starts[line] ?? 0) + column, last);
    return span(from, Math.min(from + length, last));
  });
}

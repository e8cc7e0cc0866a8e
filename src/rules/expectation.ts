import { formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Cell } from '../matrix/types.js';
import type { Expectation } from '../model/types.js';
import { quoted } from './support/names.js';

/** What an `expect` entry says of its cell; keys that it does not have are absent. */
export type Expected = Partial<Pick<Expectation, 'status' | 'certain' | 'possible' | 'because'>>;

export interface ExpectationResult {
  readonly pass: boolean;
  /** Undefined where the entry does not name a day, a product and a cloud. */
  readonly actual: Cell | undefined;
  readonly expected: Expected;
  /** A sentence for each key that differs; empty exactly where it passes. */
  readonly differences: readonly string[];
}

/** Evaluates an `expect` entry (language, section 1). Sets are compared as sets. */
export function runExpectation(expectation: Expectation, matrix: Matrix): ExpectationResult {
  const { at, product, cloud, status, certain, possible, because, assume } = expectation;
  const expected: Expected = {
    ...(status === undefined ? {} : { status }), ...(certain === undefined ? {} : { certain }),
    ...(possible === undefined ? {} : { possible }), ...(because === undefined ? {} : { because }),
  };
  if (Object.keys(expected).length === 0) {
    return { pass: false, actual: undefined, expected, differences: ['The entry tests nothing: it needs `status`, `certain`, `possible` or `because`.'] };
  }
  if (at === undefined || product === undefined || cloud === undefined) {
    return { pass: false, actual: undefined, expected, differences: ['The entry does not say which cell it means: it needs `at`, `product` and `cloud`.'] };
  }
  const unknown = [...(matrix.partnership.products.has(product) ? [] : [`product \`${product}\``]), ...(matrix.partnership.clouds.has(cloud) ? [] : [`cloud \`${cloud}\``])];
  if (unknown.length > 0) return { pass: false, actual: undefined, expected, differences: [`There is no ${listWords(unknown, 'or')}.`] };
  const actual = matrix.cell(product, cloud, at, assume);
  const differences: string[] = [];
  const where = `on ${formatDay(at)}`;
  if (status !== undefined && status !== actual.status) differences.push(`The status ${where} is \`${actual.status}\`, not \`${status}\`.`);
  if (certain !== undefined && certain !== actual.certain) {
    differences.push(actual.certain ? `The status ${where} is certain.` : `The status ${where} is not certain${actual.unknowns.length > 0 ? `: it depends on ${quoted([...actual.unknowns].sort())}` : ''}.`);
  }
  const statuses = actual.possible.map((one) => one.status);
  if (possible !== undefined && !sameSet(possible, statuses)) differences.push(`Possible ${where}: ${named(statuses)}, not ${named(possible)}.`);
  if (because !== undefined && !sameSet(because, actual.because)) differences.push(`The status ${where} is decided by ${named(actual.because)}, not by ${named(because)}.`);
  return { pass: differences.length === 0, actual, expected, differences };
}

const named = (ids: readonly string[]): string => (ids.length === 0 ? 'nothing' : quoted(ids));

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const other = new Set(b);
  return new Set(a).size === other.size && a.every((item) => other.has(item));
}

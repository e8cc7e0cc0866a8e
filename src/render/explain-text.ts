import { formatDay } from '../base/dates.js';
import type { Flip } from '../matrix/matrix.js';
import type { Analysis } from '../service/analysis.js';
import { explain, type ExplainOptions } from '../service/explain.js';
import type { Explanation, Reason } from '../service/reason.js';
import { oneLine } from './symbols.js';

/** Links to documents are for editors. */
export const inWords = ({ children = [] }: Reason): readonly Reason[] => children.filter(({ kind }) => kind !== 'document');

/** The summary, then each heading with what stands below it, one line for each node. */
export const explanationText = ({ summary, parts }: Explanation): string =>
  [summary, ...parts.flatMap((part) => ['', part.text, ...inWords(part).flatMap((reason) => linesOf(reason, 1))])].map((line) => `${oneLine(line)}\n`).join('');

const linesOf = (reason: Reason, level: number): readonly string[] => [`${'  '.repeat(level)}- ${reason.text}`, ...inWords(reason).flatMap((child) => linesOf(child, level + 1))];

/** The object that `entente explain --format json` prints after `version` and `file`. */
export function explanationObject(analysis: Analysis, { product, cloud, at, assume = {} }: ExplainOptions) {
  const { partnership, matrix } = analysis;
  const day = at ?? partnership.asOf;
  const { summary, parts } = explain(analysis, { product, cloud, at, assume });
  const { status, certain, possible, because } = matrix.cell(product, cloud, day, assume);
  return {
    at: formatDay(day), asOf: formatDay(partnership.asOf), assumed: assume, product, cloud, status, certain,
    possible: possible.map((one) => ({ status: one.status, when: one.when })), because,
    summary, parts: parts.map(reasonObject), flips: matrix.flips(product, cloud, day, assume).map(flipObject),
    waysToServe: matrix.waysToServe(product, cloud, day, assume).map(flipObject),
  };
}

/** A node without what only an editor can use. */
export interface ReasonObject extends Pick<Reason, 'kind' | 'text' | 'about' | 'assume'> { readonly children: readonly ReasonObject[] }
const reasonObject = (reason: Reason): ReasonObject => {
  const { kind, text, about, assume } = reason;
  return { kind, text, ...(about === undefined ? {} : { about }), ...(assume ? { assume } : {}), children: inWords(reason).map(reasonObject) };
};

/** Days as they are written. */
const flipObject = ({ assume, edits, status }: Flip) =>
  ({ assume, edits: edits.map(({ until, ...edit }) => ({ ...edit, ...(until === undefined ? {} : { until: formatDay(until) }) })), status });

import { type Day, formatDay } from '../base/dates.js';
import type { CellInterval } from '../matrix/types.js';
import type { Assumptions } from '../model/types.js';
import { marksOf } from '../service/matrix-view.js';
import type { Analysis } from '../service/analysis.js';
import { csvField } from './matrix-text.js';
import { jsonText } from './symbols.js';

const dayOrNull = (day: Day): string | null => (Number.isFinite(day) ? formatDay(day) : null);

/** Every cell by interval: product by product, cloud by cloud, in the order of days. */
function* rows({ partnership, matrix }: Analysis, assume: Assumptions): Generator<CellInterval> {
  for (const product of partnership.products.keys()) for (const cloud of partnership.clouds.keys()) yield* matrix.timeline(product, cloud, assume);
}

/** One JSON object on each line. `from` is the first day and `to` the first day after; null where there is no bound. */
export function* cellsJsonLines(analysis: Analysis, file: string, assume: Assumptions): Generator<string> {
  for (const { from, to, cell } of rows(analysis, assume)) {
    const { product, cloud, status, certain, possible, because } = cell;
    yield `${jsonText({
      file, product, cloud, from: dayOrNull(from), to: dayOrNull(to), status, certain,
      possible: possible.map((one) => ({ status: one.status, when: one.when })), because, marks: marksOf(cell, analysis.partnership),
    })}\n`;
  }
}

/** The same as RFC 4180 lines: lists are separated by spaces, statuses by `|`; text that a spreadsheet would run gets an apostrophe. */
export function* cellsCsv(analysis: Analysis, file: string, assume: Assumptions): Generator<string> {
  yield `${['file', 'product', 'cloud', 'from', 'to', 'status', 'certain', 'possible', 'because', 'marks'].join(',')}\r\n`;
  for (const { from, to, cell } of rows(analysis, assume)) {
    const { product, cloud, status, certain, possible, because } = cell;
    yield `${[
      file, product, cloud, dayOrNull(from) ?? '', dayOrNull(to) ?? '', status, String(certain), possible.map((one) => one.status).join('|'), because.join(' '), marksOf(cell, analysis.partnership).join('; '),
    ].map(csvField).join(',')}\r\n`;
  }
}

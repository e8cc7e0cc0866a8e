/** How the view puts data into words. */
import type { CellView, StatusName } from '../protocol.js';

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-05-01` as “1 May 2026”; text that is no such day comes back as it is. */
export function dayInWords(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : LONG_DAY.format(time);
}

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `2026-05-01` as “1 May 2026”, with a short month. */
export const shortDay = (day: string): string => SHORT_DAY.format(Date.parse(`${day}T00:00:00Z`));

/** For how many cells an unknown can change the status on the day that is shown. */
export const mattersInWords = (cells: number): string =>
  cells === 0 ? 'Does not matter on this day' : `Matters for ${cells === 1 ? '1 cell' : `${cells} cells`}`;

/** What each status means, in the order in which a cell takes the first that fits (language, section 2). */
export const STATUS_MEANINGS: readonly (readonly [StatusName, string])[] = [
  ['conflict', 'Promised here and forbidden here at once'],
  ['barred', 'Somebody may insist that it is not served here'],
  ['exclusive', 'Promised here and on no other cloud'],
  ['first', 'Served here before other clouds'],
  ['after-first', 'Allowed, once another cloud has had its lead'],
  ['available', 'Promised or allowed here'],
  ['unspecified', 'No term speaks about it'],
  ['undecided', 'Too much is unknown to say'],
];

/** All that a cell shows, in the order in which it shows it: “Frontier on Azure: conflict, depends; conflict or barred”, “Frontier on AWS: certainly exclusive”. */
export function cellName(cell: CellView, product: string, cloud: string): string {
  const note = cell.marks.length === 0 ? '' : ', note';
  const depends = `${cell.status}, depends${note}; ${cell.possible.map((each) => each.status).join(' or ')}`;
  return [`${product} on ${cloud}: ${cell.certain ? `certainly ${cell.status}${note}` : depends}`, ...cell.marks].join('; ');
}

export const errorsInWords = (count: number): string =>
  `The text has ${count === 1 ? 'an error' : `${count} errors`}; the matrix leaves out what could not be read.`;

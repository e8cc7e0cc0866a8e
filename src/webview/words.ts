/** How the view puts data into words. */
import type { CellView, StatusName } from '../protocol.js';
import * as l10n from './l10n.js';

const days = (month: 'long' | 'short') => new Intl.DateTimeFormat(l10n.LOCALE, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
const LONG_DAY = days('long');
const SHORT_DAY = days('short');

/** `2026-05-01` as “1 May 2026”; text that is no such day comes back as it is. */
export function dayInWords(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : LONG_DAY.format(time);
}

/** `2026-05-01` as “1 May 2026”, with a short month. */
export const shortDay = (day: string): string => SHORT_DAY.format(Date.parse(`${day}T00:00:00Z`));

/** For how many cells an unknown can change the status on the day that is shown. */
export const mattersInWords = (cells: number): string =>
  cells === 0 ? l10n.t('Does not matter on this day') : cells === 1 ? l10n.t('Matters for 1 cell') : l10n.t('Matters for {0} cells', cells);

/** In the order in which a cell takes the first that fits (language, section 2). */
export const STATUSES: readonly StatusName[] = ['conflict', 'barred', 'exclusive', 'first', 'after-first', 'available', 'unspecified', 'undecided'];

/** “conflict or barred”. */
export const possibleInWords = ({ possible }: CellView): string => possible.map(({ status }) => status).join(` ${l10n.t('or')} `);

/** All that a cell shows, in the order in which it shows it: “Frontier on Azure: conflict, depends; conflict or barred”, “Frontier on AWS: certainly exclusive”. */
export function cellName(cell: CellView, product: string, cloud: string): string {
  const note = cell.marks.length === 0 ? '' : `, ${l10n.t('note')}`;
  const status = cell.certain ? `${l10n.t('certainly {0}', cell.status)}${note}` : `${l10n.t('{0}, depends', cell.status)}${note}; ${possibleInWords(cell)}`;
  return [l10n.t('{0} on {1}: {2}', product, cloud, status), ...cell.marks].join('; ');
}

export const errorsInWords = (count: number): string =>
  count === 1 ? l10n.t('The text has an error; the matrix leaves out what could not be read.') : l10n.t('The text has {0} errors; the matrix leaves out what could not be read.', count);

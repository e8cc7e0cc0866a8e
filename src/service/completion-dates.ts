import { addDuration, type Day, formatDay } from '../base/dates.js';
import type { Scope } from '../grammar/sink.js';
import { dateOf, valueAt } from '../grammar/read.js';
import type { Partnership } from '../model/types.js';
import type { MapNode } from '../syntax/tree.js';
import type { Candidate } from './completion-values.js';

interface Dated {
  readonly partnership: Partnership;
  readonly scope: Scope;
  readonly map: MapNode | undefined;
  readonly key: string | undefined;
}

/** Years that terms often last. */
const YEARS = [1, 3, 5] as const;

/** Days that a date is likely to be: what its neighbours say, the as-of day, and for an end some years after the start. */
export function dates(unstated: boolean, { partnership, scope, map, key }: Dated): readonly Candidate[] {
  const { agreements, asOf } = partnership;
  const agreement = scope.agreement === undefined ? undefined : agreements.get(scope.agreement);
  const found = new Map<string, string>();
  const add = (day: Day | undefined, doc: string): void => {
    if (day !== undefined && Number.isFinite(day) && !found.has(formatDay(day))) found.set(formatDay(day), doc);
  };
  const own = (name: string): Day | undefined => (key === name ? undefined : dateOf(valueAt(map, name))?.first);
  const ends = key === 'until' || key === 'through';
  const start = own('from') ?? own('effective') ?? own('signed') ?? agreement?.start;
  if (ends && start !== undefined && Number.isFinite(start)) {
    for (const years of YEARS) {
      const end = addDuration(start, { text: '', months: years * 12, days: 0 });
      add(key === 'through' ? end - 1 : end, `${years === 1 ? 'One year' : `${years} years`} from ${formatDay(start)} on.`);
    }
    if (agreement?.end.kind === 'day' && scope.clause !== undefined) add(key === 'through' ? agreement.end.day - 1 : agreement.end.day, `The end of \`${agreement.id}\`.`);
  } else {
    add(own('signed'), 'The day of `signed`.');
    add(own('effective'), 'The day of `effective`.');
    if (agreement) add(agreement.start, `The first day of \`${agreement.id}\`.`);
  }
  add(asOf, 'The as-of day of the file.');
  return [
    ...(unstated ? [{ label: 'unstated', kind: 'enum' as const, detail: '', doc: 'The source does not give the day.' }] : []),
    ...[...found].map(([label, doc]): Candidate => ({ label, kind: 'value', detail: '', doc })),
  ];
}

import { BEGINNING, type Day, describeInterval, FOREVER, formatDay, LAST_DAY } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { Agreement, Clause, End, Partnership } from '../model/types.js';
import type { AgreementBar } from '../protocol.js';
import { earliestEnd, eventsOf, latestEnd } from '../rules/support/terms.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { quoted, unknownName } from './phrases.js';
import { resolved } from './term-words.js';

/** One clause's term, cut where another agreement ended it for good. */
interface Term {
  readonly start: Day;
  readonly end: End;
  /** First day on which it may be over, and on which it is over for certain. */
  readonly sure: Day;
  readonly last: Day;
  /** The agreement that ended it before its own end. */
  readonly by: string | undefined;
}

/**
 * Every agreement as a bar over time. It runs from the first day of its first clause to the end of its last one; an
 * agreement without clauses has its own term. Suspensions are not shown.
 */
export function agreementBars({ partnership, matrix }: Analysis): readonly AgreementBar[] {
  return [...partnership.agreements.values()].map((agreement) => {
    const holders: readonly (Clause | Agreement)[] = agreement.clauses.length > 0 ? agreement.clauses : [agreement];
    const terms = holders.map((holder): Term => {
      const cut = (matrix.precedence.endings.get(holder.id) ?? []).filter(({ kind }) => kind !== 'suspend').sort((a, b) => a.from - b.from)[0];
      const end = resolved(holder.end, partnership.events);
      const [sure, last] = [earliestEnd(end, partnership.events, partnership.asOf), latestEnd(end, partnership.events)];
      return cut && cut.from < last ? { start: holder.start, end, sure: Math.min(sure, cut.from), last: cut.from, by: cut.by } : { start: holder.start, end, sure, last, by: undefined };
    });
    return barOf(agreement, terms, partnership);
  });
}

function barOf({ id, name }: Agreement, terms: readonly Term[], partnership: Partnership): AgreementBar {
  const from = Math.min(...terms.map(({ start }) => start));
  const sure = Math.max(...terms.map((term) => term.sure));
  const last = Math.max(...terms.map((term) => term.last));
  const deciding = terms.filter((term) => term.last === last);
  const kind = kindOf(deciding, sure, last);
  const label = labelOf(kind, deciding, last, partnership);
  const bar = { id, name, from: onWire(from), sure: onWire(sure), last: onWire(last), end: kind };
  if (last <= from) return { ...bar, label: 'on no day', words: 'In force on no day: its end is not after its start.' };
  const start = from === BEGINNING ? 'In force before every dated fact' : `In force from ${formatDay(from)}`;
  if (kind === 'day') return { ...bar, label, words: `In force ${describeInterval({ from, to: last })}.` };
  if (kind !== 'ended') return { ...bar, label, words: `${start}${kind === 'event' ? ' ' : ', with '}${kind === 'unstated' ? 'an end that the source does not give' : label}.` };
  const by = [...new Set(deciding.flatMap((term) => term.by ?? []))].map((ending) => quoted(nameOf(partnership.agreements, ending)));
  return { ...bar, label, words: `${start} through ${formatDay(last - 1)}, when ${listWords(by)} ended it.` };
}

function kindOf(deciding: readonly Term[], sure: Day, last: Day): AgreementBar['end'] {
  if (deciding.every(({ by }) => by !== undefined)) return 'ended';
  if (sure < last) return 'event';
  if (last !== FOREVER) return 'day';
  return deciding.every(({ end }) => end.kind === 'open' && end.unstated) ? 'unstated' : 'open';
}

function labelOf(kind: AgreementBar['end'], deciding: readonly Term[], last: Day, partnership: Partnership): string {
  switch (kind) {
    case 'day': return `through ${formatDay(last - 1)}`;
    case 'open': return 'no end';
    case 'unstated': return 'end not stated';
    case 'ended': return last === BEGINNING ? 'ended' : `ended ${formatDay(last)}`;
    case 'event': {
      const events = [...new Set(deciding.flatMap(({ end }) => eventsOf(end)))].map((event) => unknownName(event, partnership));
      return `until ${listWords(events, 'or')}${last === FOREVER ? '' : `, at the latest through ${formatDay(last - 1)}`}`;
    }
  }
}

const onWire = (day: Day): string | null => (day === BEGINNING || day > LAST_DAY ? null : formatDay(day));

import { BEGINNING, type Day, FOREVER, formatDay, formatInterval } from '../base/dates.js';
import type { Clause, End, EventDeclaration, Partnership } from '../model/types.js';
import { latestEnd } from '../rules/support/terms.js';
import type { Analysis } from './analysis.js';
import { endingWords, extremeWords } from './phrases.js';

/** Terms and endings in a few words, for hints and the outline. */

/** A few words, and the sentence behind them. Plain text. */
export interface Words {
  readonly label: string;
  readonly tooltip: string;
}

/** `2026-04-27 → 2032-12-31`, or how it ends where that is no day. */
export function termLabel(start: Day, end: End): string {
  if (end.kind === 'day') return end.day <= start ? 'on no day' : formatInterval({ from: start, to: end.day });
  const from = start === BEGINNING ? '' : `from ${formatDay(start)}`;
  const last = end.kind === 'open' ? `${from === '' ? '' : ', '}${end.unstated ? 'end unstated' : 'no end'}` : `${from === '' ? '' : ' '}until ${endLabel(end)}`;
  return `${from}${last}`;
}

/** Reads after `until`, with ids in place of names. */
function endLabel(end: End): string {
  switch (end.kind) {
    case 'open': return end.unstated ? 'an unstated end' : 'no end';
    case 'day': return `the end of ${formatDay(end.day - 1)}`;
    case 'event': return end.event;
    case 'earliest':
    case 'latest': return extremeWords(end, endLabel);
  }
}

/** The end with what is known of its events put in: one that has occurred is a day, one that will not is no end. */
export function resolved(end: End, events: ReadonlyMap<string, EventDeclaration>): End {
  switch (end.kind) {
    case 'open':
    case 'day': return end;
    case 'event': {
      const event = events.get(end.event);
      if (event?.status === 'occurred' && event.on !== undefined) return { kind: 'day', day: event.on, text: end.event };
      return event?.status === 'pending' ? end : { kind: 'open', unstated: false };
    }
    case 'earliest':
    case 'latest': {
      const parts = end.of.map((part) => resolved(part, events));
      const open = parts.find((part) => part.kind === 'open');
      if (open && end.kind === 'latest') return open;
      const bounding = parts.filter((part) => part.kind !== 'open');
      const days = bounding.flatMap((part) => (part.kind === 'day' ? [part] : []));
      const day = days.reduce<(typeof days)[number] | undefined>((best, part) => (!best || (end.kind === 'earliest' ? part.day < best.day : part.day > best.day) ? part : best), undefined);
      const of = [...bounding.filter((part) => part.kind !== 'day'), ...(day ? [day] : [])];
      return of.length > 1 ? { kind: end.kind, of } : of[0] ?? open ?? end;
    }
  }
}

type Endings = Analysis['matrix']['precedence']['endings'] extends ReadonlyMap<string, infer List> ? List : never;

/** What has taken the clause away by the as-of day: the first that did so for good, else a suspension that lasts. */
export function endedWords({ end }: Pick<Clause, 'end'>, endings: Endings, partnership: Partnership): (Words & { readonly forGood: boolean }) | undefined {
  const { asOf, events } = partnership;
  const over = latestEnd(end, events);
  const acting = endings.filter(({ from, to }) => from <= asOf && to > asOf && (from < over || over === FOREVER)).sort((a, b) => (a.from === b.from ? 0 : a.from - b.from));
  const ending = acting.find(({ kind }) => kind !== 'suspend') ?? acting[0];
  if (!ending) return undefined;
  const forGood = ending.kind !== 'suspend';
  return { label: `${forGood ? 'ended' : 'suspended'} by ${ending.by}`, tooltip: `${endingWords(ending, partnership)}.`, forGood };
}

/** `2026-02-27 → 2032-12-31 · ended by later-deal`: the term, and where it stands on the as-of day. */
export function termAndStatus({ id, start, end }: Pick<Clause, 'id' | 'start' | 'end'>, { partnership, matrix }: Analysis): string {
  const { asOf, events } = partnership;
  const known = resolved(end, events);
  const ended = endedWords({ end }, matrix.precedence.endings.get(id) ?? [], partnership)?.label;
  const status = ended ?? (start > asOf ? 'not yet in force' : known.kind === 'day' && known.day <= asOf ? 'over' : 'in force');
  return `${termLabel(start, known)} · ${status}`;
}

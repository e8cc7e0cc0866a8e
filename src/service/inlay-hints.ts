import { BEGINNING, type Day, FOREVER, formatDay, formatInterval } from '../base/dates.js';
import { addDecimals, formatMoney } from '../base/money.js';
import { contains, type Span } from '../base/span.js';
import { count, listWords } from '../base/words.js';
import { dateOf, itemsOf, valueAt } from '../grammar/read.js';
import { unknownsIn } from '../matrix/unknowns.js';
import type { Clause, End, EventDeclaration, Partnership } from '../model/types.js';
import { clausePath, nodeAt } from '../rules/support/places.js';
import { latestEnd } from '../rules/support/terms.js';
import { entryOf, type MapNode } from '../syntax/tree.js';
import type { Analysis } from './analysis.js';
import { isOpenFor } from './assume.js';
import { endingWords, termWords, unknownName } from './phrases.js';

export const HINT_KINDS = ['term', 'ended', 'depends', 'sum'] as const;
export type HintKind = (typeof HINT_KINDS)[number];
export type HintKinds = Readonly<Record<HintKind, boolean>>;

export const ALL_HINTS: HintKinds = { term: true, ended: true, depends: true, sum: true };

export interface InlayHint {
  readonly offset: number;
  readonly kind: HintKind;
  /** A few words of plain text. */
  readonly label: string;
  /** One sentence of plain text. */
  readonly tooltip: string;
}

/** What each clause in the range comes to: after its id its term, what ended it and what it turns on; at `tranches` their sum. */
export function inlayHints({ partnership, matrix }: Analysis, file: string, range: Span, kinds: HintKinds = ALL_HINTS): readonly InlayHint[] {
  const text = partnership.files.get(file)?.text ?? '';
  const afterColon = (end: number): number => (text[end] === ':' ? end + 1 : end);
  const hints: InlayHint[] = [];
  for (const clause of partnership.clauses.values()) {
    if (clause.place.file !== file || clause.whole.end < range.start || clause.place.start > range.end) continue;
    const map = nodeAt(partnership, file, clausePath(clause));
    if (map?.kind !== 'map') continue;
    const add = (kind: HintKind, offset: number, hint: Words | undefined): void => {
      if (hint && kinds[kind] && contains(range, offset)) hints.push({ offset, kind, ...hint });
    };
    const offset = afterColon(clause.place.end);
    const ended = endedHint(clause, matrix.precedence.endings.get(clause.id) ?? [], partnership);
    // What cannot be read is a finding; a term or a condition without it would be another one.
    if (!clause.unreadable) add('term', offset, termHint(clause, map, partnership));
    add('ended', offset, ended);
    if (!clause.unreadable) add('depends', offset, dependsHint(clause, ended?.forGood === true, partnership));
    const tranches = entryOf(map, 'tranches');
    if (tranches) add('sum', afterColon(tranches.keySpan.end), sumHint(clause, map));
  }
  return hints.sort((a, b) => a.offset - b.offset).map(({ offset, kind, label, tooltip }) => ({ offset, kind, label, tooltip }));
}

interface Words {
  readonly label: string;
  readonly tooltip: string;
}

function termHint({ start, end, by, to }: Clause, map: MapNode, partnership: Partnership): Words | undefined {
  const known = resolved(end, partnership.events);
  if (known.kind === 'day' && shows(map, 'from', start) && shows(map, 'through', known.day - 1)) return undefined;
  const names = [by, to].map((id) => partnership.parties.get(id)?.name ?? id);
  return { label: termLabel(start, known), tooltip: `What ${names[0]} promises ${names[1]} here is in force ${termWords(start, end, partnership)}.` };
}

function termLabel(start: Day, end: End): string {
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
    case 'latest': return `the ${end.kind === 'earliest' ? 'earlier' : 'later'} of ${listWords(end.of.map(endLabel))}`;
  }
}

/** The end with what is known of its events put in: one that has occurred is a day, one that will not is no end. */
function resolved(end: End, events: ReadonlyMap<string, EventDeclaration>): End {
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

/** Whether the clause's own key is written as exactly this day. */
function shows(map: MapNode, key: string, day: Day): boolean {
  const date = dateOf(valueAt(map, key));
  return date?.precision === 'day' && date.first === day;
}

type Endings = Analysis['matrix']['precedence']['endings'] extends ReadonlyMap<string, infer List> ? List : never;

/** What has taken the clause away by the as-of day: the first that did so for good, else a suspension that lasts. */
function endedHint({ end }: Clause, endings: Endings, partnership: Partnership): (Words & { readonly forGood: boolean }) | undefined {
  const { asOf, events } = partnership;
  const over = latestEnd(end, events);
  const acting = endings.filter(({ from, to }) => from <= asOf && to > asOf && (from < over || over === FOREVER)).sort((a, b) => (a.from === b.from ? 0 : a.from - b.from));
  const ending = acting.find(({ kind }) => kind !== 'suspend') ?? acting[0];
  if (!ending) return undefined;
  const forGood = ending.kind !== 'suspend';
  return { label: `${forGood ? 'ended' : 'suspended'} by ${ending.by}`, tooltip: `${endingWords(ending, partnership)}.`, forGood };
}

function dependsHint(clause: Clause, ended: boolean, partnership: Partnership): Words | undefined {
  const { asOf, events } = partnership;
  // What is pending can only happen after the as-of day.
  const over = ended || latestEnd(clause.end, events) <= asOf + 1;
  const open = unknownsIn(clause).filter((name) => isOpenFor(name, clause, partnership) && !(over && events.has(name)));
  if (open.length === 0) return undefined;
  const names = open.map((name) => unknownName(name, partnership));
  return { label: `depends on ${count(open.length, 'unknown')}`, tooltip: `What this clause does depends on ${listWords(names)}.` };
}

/** The exact sum; none where a part is missing, cannot be read or is in another currency, or where there is only one. */
function sumHint({ tranches, amount }: Clause, map: MapNode): Words | undefined {
  const parts = tranches.flatMap((tranche) => tranche.amount ?? []);
  const currency = parts[0]?.currency;
  if (currency === undefined || parts.length < 2 || parts.length < itemsOf(valueAt(map, 'tranches')).length || parts.some((part) => part.currency !== currency)) return undefined;
  const upTo = parts.some(({ ceiling }) => ceiling) ? 'up to ' : '';
  const sum = `${upTo}${formatMoney(parts.map(({ value }) => value).reduce(addDecimals), currency)}`;
  const stated = amount && `; the amount is ${amount.ceiling ? 'up to ' : ''}${formatMoney(amount.value, amount.currency)}`;
  return { label: `= ${sum}`, tooltip: `The ${count(parts.length, 'tranche')} add up to ${sum}${stated ?? ''}.` };
}

import { BEGINNING, type Day } from '../base/dates.js';
import { type Place, placeIn } from '../base/span.js';
import { amountOf, dateOf, itemsOf, leadValueOf, textAt, textOf, valueAt } from '../grammar/read.js';
import type { MapNode, Node } from '../syntax/tree.js';
import type { Condition, End, Lead, LeadValue, StatedDate } from './types.js';

/** Names that conditions and ends may refer to. */
export interface Known {
  has(namespace: 'event' | 'fact' | 'reading', id: string): boolean;
  hasChoice(reading: string, choice: string): boolean;
}

export const OPEN: End = { kind: 'open', unstated: false };

export function statedDate(node: Node | undefined, file: string): StatedDate | undefined {
  if (!node) return undefined;
  const place: Place = placeIn(file, node.span);
  if (textOf(node) === 'unstated') return { kind: 'unstated', place };
  const date = dateOf(node);
  return date && { kind: 'date', date, place };
}

export const startOf = (date: StatedDate | undefined): Day => (date?.kind === 'date' ? date.date.first : BEGINNING);

/** The end that a mapping states, or undefined where it states none. `through` ends with its period, `until` before it. */
export function endOf(map: MapNode | undefined, known: Known): End | undefined {
  const until = untilOf(valueAt(map, 'until'), known);
  const through = valueAt(map, 'through');
  const throughDate = dateOf(through);
  const last: End | undefined = throughDate
    ? { kind: 'day', day: throughDate.next, text: throughDate.text }
    : textOf(through) === 'unstated' ? { kind: 'open', unstated: true } : undefined;
  return until && last ? { kind: 'earliest', of: [until, last] } : until ?? last;
}

function untilOf(node: Node | undefined, known: Known): End | undefined {
  if (!node) return undefined;
  if (node.kind === 'scalar') {
    if (textOf(node) === 'unstated') return { kind: 'open', unstated: true };
    const date = dateOf(node);
    return date && { kind: 'day', day: date.first, text: date.text };
  }
  if (node.kind !== 'map') return undefined;
  const event = textAt(node, 'event');
  if (event !== undefined) return known.has('event', event) ? { kind: 'event', event } : undefined;
  for (const kind of ['earliest', 'latest'] as const) {
    const list = valueAt(node, kind);
    if (list?.kind !== 'seq') continue;
    const ends = list.items.map((item) => untilOf(item, known)).filter((end) => end !== undefined);
    if (ends.length > 0) return { kind, of: ends };
  }
  return undefined;
}

/** A condition; parts that name nothing known are left out, and are reported elsewhere. */
export function conditionOf(node: Node | undefined, known: Known): Condition | undefined {
  if (!node) return undefined;
  if (node.kind === 'scalar') {
    const id = textOf(node);
    if (id === undefined) return undefined;
    return known.has('event', id) ? { kind: 'event', id } : known.has('fact', id) ? { kind: 'fact', id } : undefined;
  }
  if (node.kind !== 'map') return undefined;
  const reading = textAt(node, 'reading');
  const choice = textAt(node, 'is');
  if (reading !== undefined && choice !== undefined) {
    return known.hasChoice(reading, choice) ? { kind: 'reading', id: reading, choice } : undefined;
  }
  for (const kind of ['all', 'any'] as const) {
    const list = valueAt(node, kind);
    if (list?.kind !== 'seq') continue;
    const of = list.items.map((item) => conditionOf(item, known)).filter((condition) => condition !== undefined);
    return of.length > 0 ? { kind, of } : undefined;
  }
  const negated = conditionOf(valueAt(node, 'not'), known);
  return negated && { kind: 'not', of: negated };
}

/** The lead of a first-availability; open-ended where none is given. */
export function leadOf(node: Node | undefined, known: Known): Lead {
  if (node?.kind === 'map') {
    const reading = textAt(node, 'reading');
    if (reading === undefined || !known.has('reading', reading)) return { kind: 'open-ended' };
    const by = new Map<string, LeadValue>();
    for (const entry of node.entries) {
      const value = entry.key === 'reading' ? undefined : leadValueOf(entry.value);
      if (value) by.set(entry.key, value);
    }
    return { kind: 'reading', reading, by };
  }
  return leadValueOf(node) ?? { kind: 'open-ended' };
}

/** Texts of a list, or of a single value. */
export const textsOf = (node: Node | undefined): readonly string[] => itemsOf(node).map(textOf).filter((text) => text !== undefined);

/** Whether every part of a condition can be read. */
function isReadableCondition(node: Node, known: Known): boolean {
  if (node.kind === 'scalar') return node.value !== null && (known.has('event', node.text) || known.has('fact', node.text));
  if (node.kind !== 'map') return false;
  const reading = textAt(node, 'reading');
  const choice = textAt(node, 'is');
  if (reading !== undefined && choice !== undefined) return known.hasChoice(reading, choice);
  const not = valueAt(node, 'not');
  if (not) return isReadableCondition(not, known);
  const list = valueAt(node, 'all') ?? valueAt(node, 'any');
  return list?.kind === 'seq' && list.items.length > 0 && list.items.every((item) => isReadableCondition(item, known));
}

/** Whether every part of an `until` can be read. */
function isReadableEnd(node: Node, known: Known): boolean {
  if (node.kind === 'scalar') return textOf(node) === 'unstated' || dateOf(node) !== undefined;
  if (node.kind !== 'map') return false;
  const event = textAt(node, 'event');
  if (event !== undefined) return known.has('event', event);
  const list = valueAt(node, 'earliest') ?? valueAt(node, 'latest');
  return list?.kind === 'seq' && list.items.length > 0 && list.items.every((item) => isReadableEnd(item, known));
}

function isReadableLead(node: Node, known: Known): boolean {
  if (node.kind !== 'map') return leadValueOf(node) !== undefined;
  const reading = textAt(node, 'reading');
  return reading !== undefined && known.has('reading', reading) &&
    node.entries.every((entry) => entry.key === 'reading' || (known.hasChoice(reading, entry.key) && leadValueOf(entry.value) !== undefined));
}

const isReadableDate = (node: Node): boolean => textOf(node) === 'unstated' || dateOf(node) !== undefined;

/** Whether the start and end that an agreement or a clause gives can be read. */
export function isReadableTerm(map: MapNode | undefined, known: Known): boolean {
  const check = (key: string, readable: (node: Node) => boolean): boolean => {
    const node = valueAt(map, key);
    return !node || readable(node);
  };
  return ['signed', 'effective', 'from', 'through'].every((key) => check(key, isReadableDate)) && check('until', (node) => isReadableEnd(node, known));
}

const TRANCHE_KEYS: readonly string[] = ['amount', 'due', 'when'];

/** Whether the amount and every tranche can be read; a tranche without an amount cannot. */
export function isReadableMoney(map: MapNode, known: Known): boolean {
  const amount = valueAt(map, 'amount');
  const tranches = valueAt(map, 'tranches');
  return (!amount || amountOf(amount) !== undefined) && (!tranches || (tranches.kind === 'seq' && tranches.items.every((item) => {
    if (item.kind !== 'map' || !item.entries.every(({ key }) => TRANCHE_KEYS.includes(key))) return false;
    const when = valueAt(item, 'when');
    return amountOf(valueAt(item, 'amount')) !== undefined && (!when || isReadableCondition(when, known));
  })));
}

/** Whether everything that decides when and where a clause counts can be read: a part left out could turn its meaning round. */
export function isReadableClause(map: MapNode, known: Known): boolean {
  const when = valueAt(map, 'when');
  const unless = valueAt(map, 'unless');
  const lead = valueAt(map, 'lead');
  const strength = valueAt(map, 'strength');
  return isReadableTerm(map, known) && (!when || isReadableCondition(when, known)) && (!unless || isReadableCondition(unless, known)) &&
    (!lead || isReadableLead(lead, known)) && (!strength || ['may', 'must'].includes(textOf(strength) ?? ''));
}

import type { Day } from '../base/dates.js';
import { addDecimals, formatMoney } from '../base/money.js';
import { contains, type Span } from '../base/span.js';
import { inParts, outcomeOf, type Steps } from '../base/steps.js';
import { count, listWords } from '../base/words.js';
import { dateOf, itemsOf, valueAt } from '../grammar/read.js';
import { unknownsIn } from '../matrix/unknowns.js';
import type { Clause, Partnership } from '../model/types.js';
import { clausePath, nodeAt } from '../rules/support/places.js';
import { latestEnd } from '../rules/support/terms.js';
import { entryOf, type MapNode } from '../syntax/tree.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { isOpenFor } from './assume.js';
import { ALL_HINTS, type HintKind, type HintKinds } from './kinds.js';
import { endedWords, resolved, termLabel, type Words } from './term-words.js';
import { termWords, unknownName } from './phrases.js';

export interface InlayHint {
  readonly offset: number;
  readonly kind: HintKind;
  /** A few words of plain text. */
  readonly label: string;
  /** One sentence of plain text. */
  readonly tooltip: string;
}

/** What each clause in the range comes to: after its id its term, what ended it and what it turns on; at `tranches` their sum. */
export const inlayHints = (analysis: Analysis, file: string, range: Span, kinds: HintKinds = ALL_HINTS): readonly InlayHint[] => outcomeOf(inlayHintSteps(analysis, file, range, kinds));

/** Clauses that are looked at in one step. */
const CLAUSES_AT_ONCE = 200;

/** As `inlayHints`, in parts. */
export function* inlayHintSteps({ partnership, matrix }: Analysis, file: string, range: Span, kinds: HintKinds): Steps<readonly InlayHint[]> {
  const text = partnership.files.get(file)?.text ?? '';
  const afterColon = (end: number): number => (text[end] === ':' ? end + 1 : end);
  const hints: InlayHint[] = [];
  for (const clause of inParts(partnership.clauses.values(), CLAUSES_AT_ONCE)) {
    if (!clause) {
      yield;
      continue;
    }
    if (clause.place.file !== file || clause.whole.end < range.start || clause.place.start > range.end) continue;
    const map = nodeAt(partnership, file, clausePath(clause));
    if (map?.kind !== 'map') continue;
    const add = (kind: HintKind, offset: number, hint: Words | undefined): void => {
      if (hint && kinds[kind] && contains(range, offset)) hints.push({ offset, kind, ...hint });
    };
    const offset = afterColon(clause.place.end);
    const ended = endedWords(clause, matrix.precedence.endings.get(clause.id) ?? [], partnership);
    // What cannot be read is a finding; a term or a condition without it would be another one.
    if (!clause.unreadable) add('term', offset, termHint(clause, map, partnership));
    add('ended', offset, ended);
    if (!clause.unreadable) add('depends', offset, dependsHint(clause, ended?.forGood === true, partnership));
    const tranches = entryOf(map, 'tranches');
    if (tranches) add('sum', afterColon(tranches.keySpan.end), sumHint(clause, map));
  }
  return hints.sort((a, b) => a.offset - b.offset).map(({ offset, kind, label, tooltip }) => ({ offset, kind, label, tooltip }));
}

function termHint({ start, end, by, to }: Clause, map: MapNode, partnership: Partnership): Words | undefined {
  const known = resolved(end, partnership.events);
  if (known.kind === 'day' && shows(map, 'from', start) && shows(map, 'through', known.day - 1)) return undefined;
  const names = [by, to].map((id) => nameOf(partnership.parties, id));
  return { label: termLabel(start, known), tooltip: `What ${names[0]} promises ${names[1]} here is in force ${termWords(start, end, partnership)}.` };
}

/** Whether the clause's own key is written as exactly this day. */
function shows(map: MapNode, key: string, day: Day): boolean {
  const date = dateOf(valueAt(map, key));
  return date?.precision === 'day' && date.first === day;
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

import { type Day, dayOrNull, FOREVER, formatDay } from '../base/dates.js';
import { addDecimals, type Amount, compareDecimals, type Decimal, formatDecimal, formatMoney } from '../base/money.js';
import { clauseShape } from '../clauses/registry.js';
import type { Ending } from '../matrix/precedence.js';
import type { Assumptions, Clause, Partnership, Tranche } from '../model/types.js';
import type { CommitmentKind, CommitmentsView, CommitmentView, MoneyPart, Named, Standing, TotalView } from '../protocol.js';
import { clausePath, nodeAt } from '../rules/support/places.js';
import { nameOf } from '../rules/support/names.js';
import { type Analysis, unreadErrors } from './analysis.js';
import { effective } from './assume.js';
import { fileName } from './matrix-view.js';
import { describeClause } from './names.js';
import { conditionWords, endingWords, sourceWords, termWords } from './phrases.js';
import { conditionOn, endOn, type Known } from './settled.js';
import { resolved, termLabel } from './term-words.js';

export interface CommitmentsOptions {
  /** The day; the file's as-of where absent. */
  readonly at?: Day | undefined;
  readonly assume?: Assumptions | undefined;
  /** Version of the text; null where it is not open in an editor. */
  readonly version?: number | null | undefined;
}

const KINDS: ReadonlyMap<string, CommitmentKind> = new Map([
  ['investment', 'investment'], ['purchase-commitment', 'purchase'], ['license', 'licence'], ['revenue-share', 'revenue share'],
]);

interface Counted { readonly part: MoneyPart; readonly value: Decimal }
interface Line { readonly view: CommitmentView; readonly counted: readonly Counted[] }

/**
 * What the parties have promised to pay, buy, license and share, as it stands on one day. A total holds what is in force on
 * that day and can be read; everything else is listed with the reason why it is in no total.
 */
export function commitmentsView(analysis: Analysis, { at, assume = {}, version = null }: CommitmentsOptions = {}): CommitmentsView {
  const { partnership } = analysis;
  const known: Known = { partnership, day: at ?? partnership.asOf, assume: effective(assume, partnership) };
  const lines = [...partnership.clauses.values()].flatMap((clause): Line[] => {
    const kind = KINDS.get(clause.type.name);
    return kind === undefined ? [] : [lineOf(clause, kind, known, analysis)];
  });
  const order = [...partnership.parties.keys()];
  const rank = ({ view }: Line): number => (order.includes(view.by.id) ? order.indexOf(view.by.id) : order.length);
  const sorted = [...lines].sort((a, b) => rank(a) - rank(b));
  const kinds = [...new Set(lines.map(({ view }) => view.kind))];
  const parties = new Map(sorted.map(({ view }) => [view.by.id, view.by]));
  const { own, imported } = unreadErrors(analysis);
  return {
    uri: partnership.file, version, title: partnership.title ?? fileName(partnership.file),
    at: formatDay(known.day), asOf: formatDay(partnership.asOf), assumed: known.assume,
    commitments: sorted.map(({ view }) => view),
    totals: totalsOf(lines, null, null).flatMap((total) => {
      const byKind = kinds.flatMap((kind) => totalsOf(lines.filter(({ view }) => view.kind === kind), null, kind)).filter(({ currency }) => currency === total.currency);
      return byKind.length < 2 ? [total] : [total, ...byKind];
    }),
    byParty: [...parties.values()].flatMap((party) => totalsOf(lines.filter(({ view }) => view.by.id === party.id), party, null)),
    errors: own + imported,
  };
}

function lineOf(clause: Clause, kind: CommitmentKind, known: Known, { partnership, matrix }: Analysis): Line {
  const endings = matrix.precedence.endings.get(clause.id) ?? [];
  const { standing, why } = standingOf(clause, endings, known);
  const end = resolved(clause.end, partnership.events);
  const gone = endings.filter((ending) => ending.kind !== 'suspend').map(({ from }) => from);
  const last = Math.min(end.kind === 'day' ? end.day : FOREVER, ...gone);
  const live = standing === 'in force' || standing === 'conditional';
  const { parts, problem } = standing === 'unreadable' ? { parts: [], problem: why } : partsOf(clause, standing === 'conditional', known);
  const money = kind === 'investment' || kind === 'purchase';
  const left = !money ? null
    : problem ?? (live ? null : `It is ${STANDING_WORDS[standing]} on this day.`);
  const source = clause.source && sourceWords(clause.source);
  return {
    counted: left === null ? parts.filter(({ part }) => part.state !== 'void') : [],
    view: {
      id: clause.id, kind, name: clause.name,
      agreement: { id: clause.agreement, name: nameOf(partnership.agreements, clause.agreement) },
      by: partyOf(clause.by, partnership), to: partyOf(clause.to, partnership),
      says: describeClause(clause, partnership), standing, why,
      term: termLabel(clause.start, end),
      from: dayOrNull(clause.start), last: last > clause.start && Number.isFinite(last) ? formatDay(last - 1) : null,
      end: Number.isFinite(last) ? 'day' : end.kind === 'open' ? (end.unstated ? 'unstated' : 'none') : 'event',
      amount: money && clause.amount ? clause.amount.text : null,
      parts: parts.map(({ part }) => part), left,
      source: source === undefined || source === '' ? null : source,
    },
  };
}

const partyOf = (id: string, { parties }: Partnership): Named => ({ id, name: id === '' ? 'somebody' : nameOf(parties, id) });

/** Reads after `It is`. */
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'in force': 'in force', conditional: 'in force on a condition', 'not yet': 'not yet in force', over: 'over', ended: 'ended by another agreement',
  suspended: 'suspended', 'without effect': 'without effect', unreadable: 'not readable',
};

/** Where the clause stands on the day, and why, in a sentence or none. */
function standingOf(clause: Clause, endings: readonly Ending[], known: Known): { standing: Standing; why: string } {
  const { partnership, day } = known;
  const { when, unless, start, end } = clause;
  if (clause.unreadable || hasUnknownKeys(clause, partnership)) return { standing: 'unreadable', why: 'Something in it cannot be read: see the findings.' };
  const acting = endings.filter(({ from, to }) => from <= day && day < to);
  const ending = acting.find(({ kind }) => kind !== 'suspend') ?? acting[0];
  if (ending) return { standing: ending.kind === 'suspend' ? 'suspended' : 'ended', why: `${endingWords(ending, partnership)}.` };
  if (start > day) return { standing: 'not yet', why: `It starts on ${formatDay(start)}.` };
  const over = endOn(end, known);
  if (over === 'yes') return { standing: 'over', why: `Its term: ${termWords(start, end, partnership)}.` };
  const wanted = when ? conditionOn(when, clause.products, known) : 'yes';
  if (when && wanted === 'no') return { standing: 'without effect', why: `Its condition cannot be met: ${conditionWords(when, partnership)}.` };
  const excepted = unless ? conditionOn(unless, clause.products, known) : 'no';
  if (unless && excepted === 'yes') return { standing: 'without effect', why: `Its exception holds: ${conditionWords(unless, partnership)}.` };
  const conditions = [
    ...(when && wanted === 'open' ? [`only where ${conditionWords(when, partnership)}`] : []),
    ...(unless && excepted === 'open' ? [`unless ${conditionWords(unless, partnership)}`] : []),
    ...(over === 'open' ? [`if it has not ended before: its term runs ${termWords(start, end, partnership)}`] : []),
  ];
  return conditions.length === 0 ? { standing: 'in force', why: '' } : { standing: 'conditional', why: `In force ${conditions.join(', and ')}.` };
}

/** A key that is not known may be a condition with a slip of the pen. */
function hasUnknownKeys(clause: Clause, partnership: Partnership): boolean {
  const node = nodeAt(partnership, clause.place.file, clausePath(clause));
  const names = new Set(clauseShape(clause.type.name).fields.map(({ name }) => name));
  return node?.kind === 'map' && node.entries.some(({ key }) => !names.has(key));
}

/** What is paid as a whole, or why that cannot be said: a sentence. */
function partsOf(clause: Clause, conditional: boolean, known: Known): { parts: readonly Counted[]; problem: string | undefined } {
  const { amount, tranches } = clause;
  if (KINDS.get(clause.type.name) !== 'investment' && KINDS.get(clause.type.name) !== 'purchase') return { parts: [], problem: undefined };
  if (clause.unreadableMoney) return { parts: [], problem: 'An amount, a tranche or its condition cannot be read.' };
  if (tranches.length === 0) {
    return amount ? { parts: [countedPart(amount.value, amount, conditional ? 'conditional' : 'certain')], problem: undefined } : { parts: [], problem: 'No amount is stated.' };
  }
  const parts = tranches.map((tranche) => tranchePart(tranche, clause, conditional, known));
  const { problem, rest } = amount ? against(amount, tranches) : { problem: undefined, rest: undefined };
  return { parts: amount && rest ? [...parts, countedPart(rest, { ...amount, ceiling: true }, conditional ? 'conditional' : 'certain')] : parts, problem };
}

function tranchePart({ amount, due, when }: Tranche, clause: Clause, conditional: boolean, known: Known): Counted {
  const met = when ? conditionOn(when, clause.products, known) : 'yes';
  const state = met === 'no' ? 'void' : met === 'open' || conditional ? 'conditional' : 'certain';
  return countedPart(amount!.value, amount!, state, due, when && conditionWords(when, known.partnership));
}

const countedPart = (value: Decimal, { currency, ceiling }: Amount, state: MoneyPart['state'], due?: string, condition?: string): Counted => ({
  value, part: { words: formatMoney(value, currency), value: formatDecimal(value), currency, ceiling, state, due: due ?? null, condition: condition ?? null },
});

/** The tranches held against the amount: why they do not fit, or what a ceiling leaves beyond them. */
function against(amount: Amount, tranches: readonly Tranche[]): { problem?: string; rest?: Decimal } {
  if (tranches.some((tranche) => tranche.amount?.currency !== amount.currency)) return { problem: 'Its tranches are in another currency than its amount.' };
  const sum = tranches.map((tranche) => tranche.amount!.value).reduce(addDecimals);
  const order = compareDecimals(sum, amount.value);
  const comesTo = `Its tranches come to ${formatMoney(sum, amount.currency)}, its amount is ${amount.ceiling ? 'up to ' : ''}${formatMoney(amount.value, amount.currency)}.`;
  if (amount.ceiling) {
    if (order > 0) return { problem: comesTo };
    return order === 0 ? {} : { rest: addDecimals(amount.value, { units: -sum.units, scale: sum.scale }) };
  }
  if (tranches.some((tranche) => tranche.amount!.ceiling)) return { problem: 'Its amount is fixed and its tranches are ceilings: which part is due when cannot be said.' };
  return order === 0 ? {} : { problem: comesTo };
}

const ZERO: Decimal = { units: 0n, scale: 0 };

/** One total for each currency, in the order of the text. */
function totalsOf(lines: readonly Line[], party: Named | null, kind: CommitmentKind | null): TotalView[] {
  const counted = lines.flatMap((line) => line.counted);
  return [...new Set(counted.map(({ part }) => part.currency))].map((currency) => {
    const sum = (state: MoneyPart['state'], ceiling: boolean) => {
      const value = counted.filter(({ part }) => part.currency === currency && part.state === state && part.ceiling === ceiling).map((one) => one.value).reduce(addDecimals, ZERO);
      return { value: formatDecimal(value), words: formatMoney(value, currency) };
    };
    return {
      party, kind, currency, certain: sum('certain', false), conditional: sum('conditional', false),
      certainUpTo: sum('certain', true), conditionalUpTo: sum('conditional', true),
    };
  });
}

import { addDuration, BEGINNING, type Day, describeInterval, FOREVER, formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { Role } from '../clauses/clause-type.js';
import type { Ending } from '../matrix/precedence.js';
import type { Assumptions, Clause, Condition, End, Lead, LeadValue, Partnership, Source } from '../model/types.js';
import type { StatusName } from '../protocol.js';
import { nameOf } from '../rules/support/names.js';
import { namesOf } from './names.js';

/** Plain-text phrases that hovers, explanations and the matrix share. */

export const quoted = (text: string): string => `“${text}”`;

export const STATUS_WORDS: Readonly<Record<StatusName, string>> = {
  conflict: 'two promises clash: both cannot be kept',
  barred: 'somebody may insist that it is not served here',
  exclusive: 'it is served here under an exclusivity',
  first: 'this cloud has priority',
  'after-first': 'it may be served here, after the cloud that has priority',
  available: 'it may be served here',
  unspecified: 'no term speaks of it, which is not the same as barred',
  undecided: 'too much is unknown to decide',
};

export function unknownName(name: string, partnership: Partnership): string {
  const [base = name, product] = name.split(':');
  const declared = partnership.events.get(base) ?? partnership.facts.get(base) ?? partnership.readings.get(base);
  const words = quoted(declared?.name ?? base);
  return product === undefined ? words : `${words} for ${nameOf(partnership.products, product)}`;
}

/** One assumption as a clause of a sentence: `“AGI is achieved” has happened`. */
export function assumptionWords(name: string, value: string | boolean, partnership: Partnership): string {
  const words = unknownName(name, partnership);
  const [base = name] = name.split(':');
  if (partnership.events.has(base)) return value === 'occurred' ? `${words} has happened` : `${words} does not happen`;
  const reading = partnership.readings.get(base);
  if (reading) return `${words} is read as ${quoted(reading.choices.get(String(value)) ?? String(value))}`;
  return value === true ? `${words} holds` : `${words} does not hold`;
}

/** A set of assumptions, joined with `and`. */
export const assumptionsWords = (set: Assumptions, partnership: Partnership): string =>
  listWords(Object.entries(set).map(([name, value]) => assumptionWords(name, value, partnership)));

/** Reads after `if`: one of several sets of assumptions, already in words where they are texts. */
export const alternatives = (sets: readonly string[]): string => sets.filter((words) => words !== '').join(', or if ') || 'something unknown turns out so';

export const alternativesOf = (sets: readonly Assumptions[], partnership: Partnership): string => alternatives(sets.map((set) => assumptionsWords(set, partnership)));

/** Reads after `when` or `unless`. */
export function conditionWords(condition: Condition, partnership: Partnership): string {
  switch (condition.kind) {
    case 'event': return assumptionWords(condition.id, 'occurred', partnership);
    case 'fact': return assumptionWords(condition.id, true, partnership);
    case 'reading': return assumptionWords(condition.id, condition.choice, partnership);
    case 'not': {
      const { of } = condition;
      if (of.kind === 'event') return `${unknownName(of.id, partnership)} has not happened`;
      if (of.kind === 'fact') return `${unknownName(of.id, partnership)} does not hold`;
      if (of.kind === 'not') return conditionWords(of.of, partnership);
      return `it is not so that ${conditionWords(of, partnership)}`;
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => {
        const words = conditionWords(part, partnership);
        return (part.kind === 'all' || part.kind === 'any') && part.of.length > 1 ? `(${words})` : words;
      });
      return parts.join(condition.kind === 'all' ? ' and ' : ' or ');
    }
  }
}

/** `the earlier of a and b`, `the latest of a, b and c`; what is nested stands in parentheses. */
export const extremeWords = ({ kind, of }: Extract<End, { readonly of: readonly End[] }>, words: (part: End) => string): string => {
  const [only] = of;
  if (only && of.length === 1) return words(only);
  const word = of.length > 2 ? kind : kind === 'earliest' ? 'earlier' : 'later';
  return `the ${word} of ${listWords(of.map((part) => ('of' in part && part.of.length > 1 ? `(${words(part)})` : words(part))))}`;
};

/** Reads after `until`. */
function endWords(end: End, partnership: Partnership): string {
  switch (end.kind) {
    case 'open': return end.unstated ? 'an end that the source does not give' : 'no end';
    case 'day': return `the end of ${formatDay(end.day - 1)}`;
    case 'event': {
      const event = partnership.events.get(end.event);
      const state = event?.status === 'occurred' ? `it happened${event.on === undefined || event.on === BEGINNING ? '' : ` on ${formatDay(event.on)}`}`
        : event?.status === 'never' ? 'it will not happen' : `it has not happened up to ${formatDay(partnership.asOf)}`;
      return `the day on which ${unknownName(end.event, partnership)} happens (${state})`;
    }
    case 'earliest':
    case 'latest': return extremeWords(end, (part) => endWords(part, partnership));
  }
}

/** The term resolved to days: `from 2026-04-27 through 2032-12-31`. */
export function termWords(start: Day, end: End, partnership: Partnership): string {
  if (end.kind === 'day') {
    if (end.day <= start) return 'on no day: its end is not after its start';
    const words = describeInterval({ from: start, to: end.day });
    return start === BEGINNING ? `${words}; the source does not give its start` : words;
  }
  const from = start === BEGINNING ? 'from before every dated fact' : `from ${formatDay(start)}`;
  return end.kind === 'open' ? `${from}, with ${endWords(end, partnership)}` : `${from} until ${endWords(end, partnership)}`;
}

/** The term and the conditions of a clause, one phrase each. */
export const termLines = ({ start, end, when, unless }: Clause, partnership: Partnership): readonly string[] => [
  `In force ${termWords(start, end, partnership)}`,
  ...(when ? [`Only where ${conditionWords(when, partnership)}`] : []),
  ...(unless ? [`Except where ${conditionWords(unless, partnership)}`] : []),
];

function leadValueWords(value: LeadValue, start: Day): string {
  switch (value.kind) {
    case 'none': return 'nobody waits';
    case 'open-ended': return 'other clouds wait for the whole term';
    case 'duration': {
      const end = addDuration(start, value.duration);
      return `other clouds wait ${value.duration.text}${Number.isFinite(end) ? `, through ${formatDay(end - 1)}` : ''}`;
    }
  }
}

export function leadWords(lead: Lead, start: Day, partnership: Partnership): string {
  if (lead.kind !== 'reading') return leadValueWords(lead, start);
  const reading = partnership.readings.get(lead.reading);
  const parts = [...lead.by].map(([choice, value]) => `under ${quoted(reading?.choices.get(choice) ?? choice)} ${leadValueWords(value, start)}`);
  return `how long other clouds wait turns on ${unknownName(lead.reading, partnership)}: ${parts.join('; ')}`;
}

/** What a clause does to cells when it is in force, one phrase for each contribution. */
export function contributionWords(clause: Clause, partnership: Partnership): readonly string[] {
  const names = namesOf(partnership);
  const all = new Set(partnership.clouds.keys());
  return clause.type.contributions(clause, all).filter(({ clouds }) => clouds.size > 0).map(({ role, clouds }) => {
    const where = clouds.size === all.size && all.size > 1 ? 'every cloud' : listWords([...clouds].map(names.cloud));
    return roleWords(role, where, clause, partnership);
  });
}

function roleWords(role: Role, where: string, clause: Clause, partnership: Partnership): string {
  const names = namesOf(partnership);
  switch (role) {
    case 'claim': return `Claim: ${names.party(clause.to)} may insist that it is served on ${where}`;
    case 'bar': return `Bar: ${names.party(clause.to)} may insist that it is not served on ${where}`;
    case 'leave': return `Leave: ${names.party(clause.by)} gives up its own objection on ${where}`;
    case 'priority': return `Priority: ${where} comes before other clouds; ${leadWords(clause.lead, clause.start, partnership)}`;
  }
}

/** `Superseded by “New agreement” from 2026-04-27 on`. */
export function endingWords({ by, kind, from, to, with: replacement }: Ending, partnership: Partnership): string {
  const agreement = quoted(nameOf(partnership.agreements, by));
  const on = from === BEGINNING ? 'from the start' : `from ${formatDay(from)} on`;
  switch (kind) {
    case 'supersedes': return `Superseded by ${agreement} ${on}`;
    case 'end': return `Ended by ${agreement} ${on}`;
    case 'replace': return `Replaced by ${agreement} ${on}${replacement === undefined ? '' : `, with ${clauseName(replacement, partnership)}`}`;
    case 'suspend': return to <= from ? `Suspended by ${agreement} on no day: the suspension ends before it starts` : `Suspended by ${agreement} ${describeInterval({ from, to: to === FOREVER ? FOREVER : to })}`;
  }
}

/** The title where there is one, else the id. */
export function clauseName(id: string, partnership: Partnership): string {
  const clause = partnership.clauses.get(id);
  return clause?.title === undefined ? id : `${quoted(clause.title)} (${id})`;
}

const SOURCE_STATUS = { primary: 'read in the agreement itself', reported: 'reported by somebody else', inferred: 'concluded from other facts', disputed: 'disputed' } as const;

/** `“first on Azure”, ./notes.md, section 2 (reported by somebody else)`. */
export function sourceWords({ document, quote, at, status }: Source): string {
  const parts = [quote === undefined ? undefined : quoted(quote), document, at].filter((part) => part !== undefined);
  const known = status === undefined ? '' : SOURCE_STATUS[status];
  if (parts.length === 0) return known;
  return known === '' ? parts.join(', ') : `${parts.join(', ')} (${known})`;
}

/** `Frontier on Microsoft Azure`. */
export const cellName = (product: string, cloud: string, { products, clouds }: Partnership): string =>
  `${nameOf(products, product)} on ${nameOf(clouds, cloud)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

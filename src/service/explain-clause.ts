import { formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { ClauseTrace } from '../matrix/matrix.js';
import type { Violation } from '../matrix/precedence.js';
import type { Clause, Condition, End, Source } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import { namesOf } from './names.js';
import { capital, clauseName, conditionWords, endingWords, leadWords, quoted, sourceWords, termWords } from './phrases.js';
import { passageOf } from './passage.js';
import type { Asked, Reason } from './reason.js';

/** What stands behind a clause on a cell: its term, conditions, endings, overrides, agreement and source, each with its place. */
export function clauseDetails(clause: Clause, traces: readonly ClauseTrace[], asked: Asked): readonly Reason[] {
  const { partnership, matrix: { precedence } } = asked;
  const { place } = clause;
  const condition = (id: 'when' | 'unless', words: string): readonly Reason[] => {
    const of = clause[id];
    return of ? [{ id, kind: 'detail', text: `${words} ${conditionWords(of, partnership)}${truthWords(of, asked)}.`, about: clause.id, place, children: atomsOf(of, asked) }] : [];
  };
  const agreement = partnership.agreements.get(clause.agreement);
  const names = namesOf(partnership);
  return [
    { id: 'term', kind: 'detail', text: `In force ${termWords(clause.start, clause.end, partnership)}.`, about: clause.id, place, children: eventsOf(clause.end, asked) },
    ...condition('when', 'Only where'),
    ...condition('unless', 'Not where'),
    ...leadOf(clause, asked),
    ...(precedence.endings.get(clause.id) ?? []).map((ending): Reason => ({
      id: `ended ${ending.by} ${ending.kind} ${String(ending.from)}`, kind: 'detail', text: `${endingWords(ending, partnership)}.`, about: ending.by, place: ending.place,
    })),
    ...precedence.violations.filter((violation) => violation.clause === clause.id).map((violation, index): Reason => ({
      id: `without-effect ${index}`, kind: 'detail', text: powerless(violation, clause, asked), about: violation.agreement, place: violation.place,
    })),
    ...overridesOf(clause, traces, asked),
    ...(agreement ? [{
      id: 'agreement', kind: 'detail', about: agreement.id, place: agreement.place,
      text: `Part of ${quoted(agreement.name)}, between ${listWords([...agreement.parties].map(names.party)) || 'nobody'}.`,
    } satisfies Reason] : []),
    ...(clause.source ? sourceOf(clause.source, 'Source', asked) : agreement?.source ? sourceOf(agreement.source, 'Source of the agreement', asked) : []),
  ];
}

/** Whether a condition holds, after the condition in words. */
function truthWords(condition: Condition, { matrix, product, cloud, day, assumed }: Asked): string {
  const truth = matrix.truth(condition, product, cloud, day, assumed);
  switch (truth?.worlds) {
    case undefined: return '';
    case 'all': return ' (this is so)';
    case 'none': return ' (this is not so)';
    case 'some': return ` (not known; taken to be ${truth?.baseline === true ? 'so' : 'not so'})`;
  }
}

/** Each event, fact and reading that a condition asks about, once. */
function atomsOf(condition: Condition, asked: Asked): readonly Reason[] {
  const found = new Map<string, Reason>();
  const visit = (of: Condition): void => {
    switch (of.kind) {
      case 'all':
      case 'any': return of.of.forEach(visit);
      case 'not': return visit(of.of);
      case 'event': return void found.set(`event ${of.id}`, eventNode(of.id, asked));
      case 'fact': return void found.set(`fact ${of.id}`, factNode(of.id, asked));
      case 'reading': return void found.set(`reading ${of.id}`, readingNode(of.id, asked));
    }
  };
  visit(condition);
  return [...found.values()];
}

function eventsOf(end: End, asked: Asked): readonly Reason[] {
  const ids = new Set<string>();
  const visit = (of: End): void => {
    if (of.kind === 'event') ids.add(of.event);
    else if (of.kind === 'earliest' || of.kind === 'latest') of.of.forEach(visit);
  };
  visit(end);
  return [...ids].map((id) => eventNode(id, asked));
}

const named = (kind: string, id: string, text: string, { partnership }: Asked): Reason => ({
  id: `${kind} ${id}`, kind: 'detail', text, about: id,
  place: (partnership.events.get(id) ?? partnership.facts.get(id) ?? partnership.readings.get(id))?.place,
});

function eventNode(id: string, asked: Asked): Reason {
  const { partnership: { events, asOf }, day, assumed } = asked;
  const event = events.get(id);
  const name = `Event ${quoted(event?.name ?? id)}`;
  const value = day > asOf && event?.status === 'pending' ? assumed[id] : undefined;
  const words = !event ? 'is not declared'
    : event.status === 'never' ? 'will not happen'
      : event.status === 'occurred' ? (event.on === undefined ? 'has no day on which it happened' : Number.isFinite(event.on) ? `happened on ${formatDay(event.on)}` : 'happened before every date')
        : day <= asOf ? `has not happened up to ${formatDay(asOf)}`
          : value === 'occurred' ? 'is assumed to have happened' : value === 'never' ? 'is assumed not to happen' : 'may have happened by this day or not; taken not to have happened';
  return named('event', id, `${name} ${words}.`, asked);
}

function factNode(id: string, asked: Asked): Reason {
  const { partnership: { facts, products }, product, assumed } = asked;
  const fact = facts.get(id);
  const known = fact?.per.get(product) ?? fact?.value;
  const value = assumed[`${id}:${product}`] ?? assumed[id];
  const where = fact?.per.has(product) === true ? ` for ${nameOf(products, product)}` : '';
  const words = known === undefined ? 'is not declared'
    : known !== 'unknown' ? `${known ? 'holds' : 'does not hold'}${where}`
      : value === undefined ? `is not known${where}; taken not to hold` : `is assumed ${value === true ? 'to hold' : 'not to hold'}${where}`;
  return named('fact', id, `Fact ${quoted(fact?.name ?? id)} ${words}.`, asked);
}

function readingNode(id: string, asked: Asked): Reason {
  const { partnership, assumed } = asked;
  const reading = partnership.readings.get(id);
  const choice = (value: string | boolean): string => quoted(reading?.choices.get(String(value)) ?? String(value));
  const by = reading?.by === undefined ? '' : ` by ${reading.by}`;
  const [first] = reading?.choices.keys() ?? [];
  const words = !reading ? 'is not declared'
    : reading.adopted !== undefined ? `is read as ${choice(reading.adopted)}; adopted${by}${reading.because === undefined ? '' : `: ${reading.because.replace(/\.$/, '')}`}`
      : assumed[id] !== undefined ? `is assumed to be read as ${choice(assumed[id])}` : `is open; taken to be read as ${first === undefined ? 'nothing' : choice(first)} until somebody adopts a choice`;
  return named('reading', id, `Reading ${quoted(reading?.name ?? id)} ${words}.`, asked);
}

function leadOf(clause: Clause, asked: Asked): readonly Reason[] {
  const { partnership } = asked;
  const all = new Set(partnership.clouds.keys());
  if (!clause.type.contributions(clause, all).some(({ role }) => role === 'priority')) return [];
  const { lead } = clause;
  return [{
    id: 'lead', kind: 'detail', text: `${capital(leadWords(lead, clause.start, partnership))}.`, about: clause.id, place: clause.place,
    ...(lead.kind === 'reading' ? { children: [readingNode(lead.reading, asked)] } : {}),
  }];
}

/** What the clause yields to, and what yields to it on this cell. */
function overridesOf(clause: Clause, traces: readonly ClauseTrace[], { partnership, matrix: { precedence } }: Asked): readonly Reason[] {
  const { clauses } = partnership;
  const writtenAt = (yields: Clause, to: Clause | undefined) =>
    yields.subjectTo.find((entry) => entry.clause === to?.id)?.place ?? to?.notwithstanding.find((entry) => entry.clause === yields.id)?.place;
  const contributes = (id: string): boolean => traces.some((trace) => trace.clause === id && !trace.waits && trace.state.kind === 'contributes');
  const yields = [...precedence.yieldsTo.get(clause.id) ?? []].map((id): Reason => ({
    id: `yields ${id}`, kind: 'detail', about: id, place: writtenAt(clause, clauses.get(id)),
    text: `Yields to ${clauseName(id, partnership)}, which ${contributes(id) ? 'counts here' : 'does not count here'}.`,
  }));
  const overridden = traces.flatMap(({ clause: id, state }): Reason[] => {
    const loser = clauses.get(id);
    return loser && state.kind === 'yields' && state.to.includes(clause.id)
      ? [{ id: `overrides ${id}`, kind: 'detail', text: `Makes ${clauseName(id, partnership)} yield here.`, about: id, place: writtenAt(loser, clause) }] : [];
  });
  return [...yields, ...overridden];
}

function powerless({ kind, agreement }: Violation, clause: Clause, { partnership }: Asked): string {
  const name = quoted(nameOf(partnership.agreements, agreement));
  const does = { supersedes: 'supersedes', amends: 'amends', 'subject-to': 'makes yield', notwithstanding: 'overrides' }[kind];
  return `${name} ${does} this clause without effect: ${namesOf(partnership).party(clause.to)}, to whom it is owed, is not a party of it.`;
}

function sourceOf(source: Source, title: string, { analysis }: Asked): readonly Reason[] {
  const words = sourceWords(source);
  if (words === '') return [];
  const passage = passageOf(source, analysis);
  return [{
    id: 'source', kind: 'detail', text: `${title}: ${words}.`, place: source.place,
    ...(passage ? { children: [{ id: 'document', kind: 'document', text: `Open ${source.document ?? ''}${passage.isQuoted ? ` at the quoted words, line ${passage.line}` : ''}`, place: passage.place }] } : {}),
  }];
}

import { BEGINNING, formatDay } from '../base/dates.js';
import { didYouMean } from '../base/words.js';
import { clausesWithUnknowns, unknownsIn } from '../matrix/unknowns.js';
import type { Assumptions, Clause, Partnership } from '../model/types.js';
import type { KnownView, UnknownView } from '../protocol.js';
import { nameOf } from '../rules/support/names.js';

/** Reads `NAME=VALUE`; undefined for a text of another form. */
export function assumptionOf(text: string): [name: string, value: string | boolean] | undefined {
  const at = text.indexOf('=');
  if (at < 1) return undefined;
  const value = text.slice(at + 1);
  return [text.slice(0, at), value === 'true' ? true : value === 'false' ? false : value];
}

/** What is wrong with an assumption, in one sentence; undefined where it can be made. */
export function assumptionProblem(name: string, value: unknown, { events, facts, readings, products }: Partnership): string | undefined {
  const [base = '', product, more] = name.split(':');
  const fact = facts.get(base);
  if (product !== undefined && !events.has(base) && !readings.has(base) && fact) {
    if (more !== undefined || !products.has(product)) return `There is no product \`${name.slice(base.length + 1)}\`.`;
  } else if (product !== undefined) {
    return fact ? undefined : `\`${name}\` names no fact with a product.`;
  }
  if (events.has(base)) return value === 'occurred' || value === 'never' ? undefined : `The event \`${base}\` is \`occurred\` or \`never\`.`;
  if (fact) return typeof value === 'boolean' ? undefined : `The fact \`${name}\` is \`true\` or \`false\`.`;
  const reading = readings.get(base);
  if (reading) return typeof value === 'string' && reading.choices.has(value) ? undefined : `The reading \`${base}\` has no such choice; it has ${[...reading.choices.keys()].map((choice) => `\`${choice}\``).join(', ')}.`;
  const suggestion = didYouMean(base, [...events.keys(), ...facts.keys(), ...readings.keys()]);
  return `There is no event, fact or reading \`${base}\`.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`;
}

/** What some clause turns on; without `money`, only that on which cells may turn: the condition of a tranche is none. */
const usedIn = (partnership: Partnership, money: boolean): ReadonlySet<string> => new Set([
  ...clausesWithUnknowns(partnership).flatMap(unknownsIn),
  ...(money ? [...partnership.clauses.values()].flatMap((clause) => clause.tranches.flatMap(({ when }) => unknownsIn({ ...clause, when }))) : []),
]);

/** Everything open that some clause turns on, in file order; the first option is the baseline's (language, section 3). */
export function unknownsOf(partnership: Partnership, { money = true }: { readonly money?: boolean } = {}): readonly UnknownView[] {
  const used = usedIn(partnership, money);
  const unknowns: UnknownView[] = [];
  for (const event of partnership.events.values()) {
    if (event.status !== 'pending' || !used.has(event.id)) continue;
    unknowns.push({
      name: event.id, label: event.name, kind: 'event',
      options: [{ value: 'never', label: 'does not happen' }, { value: 'occurred', label: 'happens after the as-of day' }],
    });
  }
  const truths: UnknownView['options'] = [{ value: false, label: 'does not hold' }, { value: true, label: 'holds' }];
  for (const fact of partnership.facts.values()) {
    if (!used.has(fact.id)) continue;
    if (fact.value === 'unknown') unknowns.push({ name: fact.id, label: fact.name, kind: 'fact', options: truths });
    for (const [product, value] of fact.per) {
      const known = partnership.products.get(product);
      if (value === 'unknown' && known) unknowns.push({ name: `${fact.id}:${product}`, label: `${fact.name} (${known.name})`, kind: 'fact', options: truths });
    }
  }
  for (const reading of partnership.readings.values()) {
    if (reading.adopted !== undefined || !used.has(reading.id) || reading.choices.size === 0) continue;
    unknowns.push({ name: reading.id, label: reading.question, kind: 'reading', options: [...reading.choices].map(([value, label]) => ({ value, label })) });
  }
  return unknowns;
}

/** What the text settles among that on which some clause turns, in the order of `unknownsOf`: assumptions do not reach it (language, section 12). */
export function knownIn(partnership: Partnership): readonly KnownView[] {
  const { events, facts, readings, products } = partnership;
  const used = usedIn(partnership, true);
  const truth = (value: boolean): string => (value ? 'holds' : 'does not hold');
  const known: KnownView[] = [];
  for (const { id, name, status, on } of events.values()) {
    if (status === 'pending' || !used.has(id)) continue;
    known.push({ id, label: name, kind: 'event', value: status === 'never' ? 'does not happen' : on === undefined || on === BEGINNING ? 'has happened' : `happened on ${formatDay(on)}` });
  }
  for (const { id, name, value, per } of facts.values()) {
    if (!used.has(id)) continue;
    if (value !== 'unknown') known.push({ id, label: name, kind: 'fact', value: truth(value) });
    for (const [product, one] of per) {
      if (one !== 'unknown') known.push({ id, label: `${name} (${nameOf(products, product)})`, kind: 'fact', value: truth(one) });
    }
  }
  for (const { id, question, choices, adopted } of readings.values()) {
    if (adopted !== undefined && used.has(id)) known.push({ id, label: question, kind: 'reading', value: choices.get(adopted) ?? adopted });
  }
  return known;
}

/** Whether an event, fact or reading is still open for a clause: a fact, for some product of the clause. */
export function isOpenFor(name: string, { products }: Clause, { events, facts, readings }: Partnership): boolean {
  const event = events.get(name);
  if (event) return event.status === 'pending';
  const fact = facts.get(name);
  if (fact) return products.size === 0 ? fact.value === 'unknown' : [...products].some((product) => (fact.per.get(product) ?? fact.value) === 'unknown');
  const reading = readings.get(name);
  return reading !== undefined && reading.adopted === undefined;
}

/** The assumptions that set something that is open: the others have no effect. */
export function effective(assume: Assumptions, { events, facts, readings }: Partnership): Assumptions {
  return Object.fromEntries(Object.entries(assume).filter(([name]) => {
    const [base = '', product] = name.split(':');
    const fact = facts.get(base);
    if (events.has(base)) return events.get(base)?.status === 'pending';
    if (fact) return product === undefined ? fact.value === 'unknown' || [...fact.per.values()].includes('unknown') : (fact.per.get(product) ?? fact.value) === 'unknown';
    return readings.has(base) && readings.get(base)?.adopted === undefined;
  }));
}

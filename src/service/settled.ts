import type { Day } from '../base/dates.js';
import type { Assumptions, Condition, End, Partnership } from '../model/types.js';

/** What is known on a day, under assumptions that have an effect. */
export interface Known {
  readonly partnership: Partnership;
  readonly day: Day;
  readonly assume: Assumptions;
}

export type Settled = 'yes' | 'no' | 'open';

const not = (value: Settled): Settled => (value === 'open' ? 'open' : value === 'yes' ? 'no' : 'yes');
const all = (values: readonly Settled[]): Settled => (values.includes('no') ? 'no' : values.includes('open') ? 'open' : 'yes');
const any = (values: readonly Settled[]): Settled => not(all(values.map(not)));

/**
 * Whether a condition on money is met. An event that has not happened by the day may still happen, so it is open, where a
 * cell of the matrix would take it as not having happened. A fact that is not the same for all products is open. Parts are
 * settled one by one: `any: [a, { not: a }]` is open while `a` is.
 */
export function conditionOn(condition: Condition, products: ReadonlySet<string>, known: Known): Settled {
  const { partnership: { events, facts, readings }, day, assume } = known;
  switch (condition.kind) {
    case 'event': {
      const event = events.get(condition.id);
      if (event?.status === 'never') return 'no';
      if (event?.status === 'occurred') return event.on !== undefined && event.on <= day ? 'yes' : 'open';
      return assumedEvent(condition.id, assume) ?? 'open';
    }
    case 'fact': {
      const fact = facts.get(condition.id);
      if (!fact) return 'open';
      const values = new Set([...(products.size === 0 ? [''] : products)].map((product) => {
        const value = fact.per.get(product) ?? fact.value;
        return value === 'unknown' ? assumed(`${condition.id}:${product}`, assume) ?? assumed(condition.id, assume) : value;
      }));
      const [value] = values;
      return values.size > 1 || typeof value !== 'boolean' ? 'open' : value ? 'yes' : 'no';
    }
    case 'reading': {
      const choice = readings.get(condition.id)?.adopted ?? assumed(condition.id, assume);
      return choice === undefined ? 'open' : choice === condition.choice ? 'yes' : 'no';
    }
    case 'all': return all(condition.of.map((part) => conditionOn(part, products, known)));
    case 'any': return any(condition.of.map((part) => conditionOn(part, products, known)));
    case 'not': return not(conditionOn(condition.of, products, known));
  }
}

/** Whether a term is over on the day. A pending event can have ended it after the as-of day only. */
export function endOn(end: End, known: Known): Settled {
  const { partnership: { events, asOf }, day, assume } = known;
  switch (end.kind) {
    case 'open': return 'no';
    case 'day': return day >= end.day ? 'yes' : 'no';
    case 'event': {
      const event = events.get(end.event);
      if (event?.status === 'occurred') return event.on !== undefined && event.on <= day ? 'yes' : 'no';
      if (!event || event.status === 'never' || day <= asOf) return 'no';
      return assumedEvent(end.event, assume) ?? 'open';
    }
    case 'earliest': return any(end.of.map((part) => endOn(part, known)));
    case 'latest': return all(end.of.map((part) => endOn(part, known)));
  }
}

const assumed = (name: string, assume: Assumptions): string | boolean | undefined => (Object.hasOwn(assume, name) ? assume[name] : undefined);

function assumedEvent(id: string, assume: Assumptions): Settled | undefined {
  const value = assumed(id, assume);
  return value === 'occurred' ? 'yes' : value === 'never' ? 'no' : undefined;
}

import type { Day } from '../base/dates.js';
import { dayIn, runsBetween } from './days.js';
import { FALSE } from './diagram.js';
import type { Evaluator } from './evaluate.js';
import { type EventChange, STATUSES } from './types.js';

/**
 * The days that have no date yet: for each pending event what changes on the day on which it occurs, by cell and by the
 * dates between which that day must lie. The event is compared with itself, as not yet and as having happened; all else
 * that is open stays open, and what it turns on is given as smallest sets. Nothing of cells that are undecided.
 */
export function eventChanges(evaluator: Evaluator, daysOf: (product: string) => readonly Day[]): readonly EventChange[] {
  const { partnership, worlds } = evaluator;
  const changes: EventChange[] = [];
  for (const product of partnership.products.keys()) {
    const runs = runsBetween(daysOf(product)).filter(({ from }) => from > partnership.asOf);
    for (const cloud of partnership.clouds.keys()) {
      const open = new Map<string, { change: EventChange; text: string }>();
      for (const run of runs) {
        for (const [event, cases] of casesOn(evaluator, product, cloud, dayIn(run, partnership.asOf))) {
          const text = JSON.stringify(cases);
          const last = open.get(event);
          const same = last?.text === text && last.change.days.to === run.from;
          if (same) changes.splice(changes.indexOf(last.change), 1);
          const change: EventChange = { event, product, cloud, cases, days: { from: same ? last.change.days.from : run.from, to: run.to } };
          changes.push(change);
          open.set(event, { change, text });
        }
      }
    }
  }
  const order = [...partnership.events.keys()];
  return changes.sort((a, b) => order.indexOf(a.event) - order.indexOf(b.event) || a.days.from - b.days.from || a.days.to - b.days.to);

  function casesOn(of: Evaluator, product: string, cloud: string, day: Day): readonly (readonly [string, EventChange['cases']])[] {
    return of.on<readonly (readonly [string, EventChange['cases']])[]>(product, cloud, day, () => {
      const { diagrams } = worlds;
      const { status } = of.terms(product, cloud, day);
      return diagrams.support(status).flatMap((variable) => {
        const [event = ''] = worlds.names([variable]);
        if (!partnership.events.has(event)) return [];
        const [without, occurred] = [0, 1].map((value) => diagrams.given(status, [[variable, value]])) as [number, number];
        const cases = diagrams.terminals(without).flatMap((before) => diagrams.terminals(occurred).filter((after) => after !== before).flatMap((after) => {
          const both = diagrams.and(diagrams.is(without, before), diagrams.is(occurred, after));
          return both === FALSE ? [] : [{ before: STATUSES[before]!, after: STATUSES[after]!, ...of.smallestSets(() => both) }];
        }));
        return cases.length === 0 ? [] : [[event, cases] as const];
      });
    }, []);
  }
}

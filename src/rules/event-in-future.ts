import { formatDay } from '../base/dates.js';
import type { Rule } from './rule.js';
import { inMain, nodeAt, placeOf } from './support/places.js';

export const eventInFuture: Rule = {
  code: 'event-in-future',
  severity: 'error',
  title: 'Event that occurred in the future',
  rationale:
    'The event is said to have occurred on a day after `as-of`, the day on which the author\'s knowledge ends. What is only expected is `pending`. If it did happen, move `as-of`.',
  bad: { text: `entente: 1
as-of: 2026-06-01
events:
  approval:
    name: The regulator approves
    status: occurred
    on: 2026-09-15
    #   ^^^^^^^^^^ event-in-future
` },
  good: { text: `entente: 1
as-of: 2026-06-01
events:
  approval:
    name: The regulator approves
    status: occurred
    on: 2026-05-15
` },
  *check({ partnership }) {
    for (const event of partnership.events.values()) {
      if (event.on === undefined || event.on <= partnership.asOf || !inMain(partnership, event)) continue;
      const on = nodeAt(partnership, event.place.file, ['events', event.id, 'on']);
      yield {
        place: on ? placeOf(event.place.file, on) : event.place,
        message: `\`${event.id}\` occurred on ${formatDay(event.on)}, but knowledge ends on ${formatDay(partnership.asOf)}.`,
        related: [],
      };
    }
  },
};

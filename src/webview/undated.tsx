import type { TimelineView } from '../protocol.js';
import * as l10n from './l10n.js';

/** Days that have no date yet: what changes on the day on which an event occurs. */
export function Undated({ days }: { readonly days: TimelineView['undated'] }) {
  return (
    <section class="timeline-undated" aria-labelledby="undated-title">
      <h2 id="undated-title" class="small-title">{l10n.t('Days without a date')}</h2>
      {days.map(({ event, bounds, changes }) => (
        <details key={event + bounds}>
          <summary>{l10n.t('The day of')} <b>{event}</b>, {bounds}: {changes.length === 1 ? l10n.t('1 change') : l10n.t('{0} changes', changes.length)}</summary>
          <ul>{changes.map((change) => <li key={change}>{change}</li>)}</ul>
        </details>
      ))}
    </section>
  );
}

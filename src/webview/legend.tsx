import type { StatusName } from '../protocol.js';
import * as l10n from './l10n.js';
import { StatusIcon } from './status.js';
import { STATUSES } from './words.js';

const MEANINGS: Readonly<Record<StatusName, string>> = {
  conflict: l10n.t('Promised here and forbidden here at once'),
  barred: l10n.t('Somebody may insist that it is not served here'),
  exclusive: l10n.t('Promised here and on no other cloud'),
  first: l10n.t('Served here before other clouds'),
  'after-first': l10n.t('Allowed, once another cloud has had its lead'),
  available: l10n.t('Promised or allowed here'),
  unspecified: l10n.t('No term speaks about it'),
  undecided: l10n.t('Too much is unknown to say'),
};

export const Legend = () => (
  <section class="legend" aria-labelledby="legend-title">
    <h2 id="legend-title" class="small-title">{l10n.t('Legend')}</h2>
    <dl>
      {STATUSES.map((status) => (
        <div key={status} class="legend-entry" data-tone={status}>
          <dt><StatusIcon status={status} /><span class="status-word">{status}</span></dt>
          <dd>{MEANINGS[status]}</dd>
        </div>
      ))}
      <div class="legend-entry">
        <dt><span class="tag">{l10n.t('depends')}</span></dt>
        <dd>{l10n.t('Another status is possible; the first one listed holds while nothing more is known')}</dd>
      </div>
    </dl>
  </section>
);

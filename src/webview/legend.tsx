import * as l10n from './l10n.js';
import { StatusIcon } from './status.js';
import { STATUS_MEANINGS } from './words.js';

export const Legend = () => (
  <section class="legend" aria-labelledby="legend-title">
    <h2 id="legend-title" class="small-title">{l10n.t('Legend')}</h2>
    <dl>
      {STATUS_MEANINGS.map(([status, meaning]) => (
        <div key={status} class="legend-entry" data-tone={status}>
          <dt><StatusIcon status={status} /><span class="status-word">{status}</span></dt>
          <dd>{meaning}</dd>
        </div>
      ))}
      <div class="legend-entry">
        <dt><span class="tag">{l10n.t('depends')}</span></dt>
        <dd>{l10n.t('Another status is possible; the first one listed holds while nothing more is known')}</dd>
      </div>
    </dl>
  </section>
);

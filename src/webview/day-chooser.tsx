import { useEffect, useRef } from 'preact/hooks';
import * as l10n from './l10n.js';
import { dayInWords } from './words.js';

interface Props {
  readonly at: string;
  readonly asOf: string;
  /** Sorted. */
  readonly changes: readonly string[];
  readonly onDay: (at: string) => void;
}

/** While somebody types a year, the field passes through years such as 0002: those are not meant. */
const isMeant = (day: string): boolean => /^[1-9]\d{3}-\d{2}-\d{2}$/.test(day);

export function DayChooser({ at, asOf, changes, onDay }: Props) {
  const input = useRef<HTMLInputElement>(null);
  // Not `value={at}`: a redraw must not take half a date out of the hands of somebody who types.
  useEffect(() => {
    if (input.current !== null) input.current.value = at;
  }, [at]);
  return (
    <div class="day-chooser" role="group" aria-label={l10n.t('Day')}>
      <label class="field-label" for="day">{l10n.t('Day')}</label>
      <div class="day-row">
        <StepButton label={l10n.t('Previous change')} to={changes.findLast((day) => day < at)} drawing="M10 3.5 5.5 8l4.5 4.5" onDay={onDay} />
        <input
          id="day" ref={input} type="date" min="1000-01-01" max="9999-12-31" defaultValue={at}
          onChange={({ currentTarget: { value } }) => { if (isMeant(value) && value !== at) onDay(value); }}
        />
        <StepButton label={l10n.t('Next change')} to={changes.find((day) => day > at)} drawing="M6 3.5 10.5 8 6 12.5" onDay={onDay} />
        <button type="button" class="button" disabled={at === asOf} title={l10n.t('Show the day on which knowledge ends, {0}', dayInWords(asOf))} onClick={() => onDay(asOf)}>{l10n.t('As of {0}', dayInWords(asOf))}</button>
      </div>
    </div>
  );
}

/** A button to the nearest day on which a cell changes; without such a day it stays in its place, switched off. */
function StepButton({ label, to, drawing, onDay }: { readonly label: string; readonly to: string | undefined; readonly drawing: string; readonly onDay: (at: string) => void }) {
  return (
    <button
      type="button" class="button button-icon" disabled={to === undefined} aria-label={label}
      title={to === undefined ? l10n.t('{0}: none', label) : `${label}: ${dayInWords(to)}`} onClick={() => { if (to !== undefined) onDay(to); }}
    >
      <svg class="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d={drawing} /></svg>
    </button>
  );
}

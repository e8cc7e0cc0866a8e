import { useMemo, useRef } from 'preact/hooks';
import type { AgreementBar, MatrixView, TimelineView } from '../protocol.js';
import { dayNumber, dayText, monthsLater } from './days.js';
import * as l10n from './l10n.js';
import { apart, dayAt, placeOn, type Scale, scaleOf, ticksOf } from './timeline-scale.js';
import { usePlay } from './use-play.js';
import { dayInWords, shortDay } from './words.js';

interface Props {
  readonly view: MatrixView;
  readonly timeline: TimelineView;
  /** The day that was picked last; the matrix may still be on its way to it. */
  readonly at: string;
  /** The day moves; more may follow at once. */
  readonly onMove: (at: string) => void;
  readonly onReveal: (agreement: string) => void;
}

/** Pixels around a change within which the handle takes its day. */
const SNAP = 5;

const KEYS = l10n.t('Arrows move by a day, with Shift by a month. Page Up and Page Down go to the next and the previous change, Home and End to the ends.');

/** Every agreement as a bar, the days on which cells change, and a handle for the day that the matrix shows. */
export function Timeline({ view, timeline, at, onMove, onReveal }: Props) {
  const scale = useMemo(() => scaleOf(view, timeline), [view.asOf, view.changes, timeline]);
  const changes = useMemo(() => view.changes.map(dayNumber).filter((day) => day >= scale.first && day <= scale.last), [view.changes, scale]);
  const day = dayNumber(at);
  const show = (to: number) => {
    const text = dayText(Math.max(scale.first, Math.min(scale.last, to)));
    if (text !== at) onMove(text);
  };
  const { playing, toggle, stop } = usePlay({ at: day, first: scale.first, last: scale.last, changes, steps: timeline.cells === null, onDay: show });
  const place = placeOn(scale, day);
  // Drawn once for a timeline, however often the day changes.
  const marks = useMemo(() => <Marks view={view} timeline={timeline} scale={scale} changes={changes} />, [view.asOf, timeline, scale, changes]);
  const bars = useMemo(() => <Bars agreements={timeline.agreements} scale={scale} onReveal={onReveal} />, [timeline, scale]);
  return (
    <section class="timeline" aria-labelledby="timeline-title" style={{ '--count': timeline.agreements.length }}>
      <div class="timeline-head">
        <h2 id="timeline-title" class="small-title">{l10n.t('Timeline')}</h2>
        <button type="button" class="button timeline-play" onClick={toggle} data-playing={String(playing)}>
          <svg class="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d={playing ? 'M5.5 3.5v9M10.5 3.5v9' : 'M5 3.2 12.6 8 5 12.8Z'} /></svg>
          {playing ? l10n.t('Pause') : l10n.t('Play')}
        </button>
        <span class="timeline-day" aria-hidden="true">{dayInWords(at)}</span>
        {timeline.cells === null ? <span class="timeline-note">{l10n.t('This matrix is too large to hold every day at once. Each day is looked up when the handle rests.')}</span> : null}
      </div>
      <div class="timeline-body">
        {marks}
        <Track scale={scale} at={at} day={day} changes={changes} onDay={(to) => { stop(); show(to); }} />
        {bars}
        <div class="timeline-overlay" aria-hidden="true"><div class="timeline-needle" style={{ insetInlineStart: `${place}%` }} /></div>
      </div>
    </section>
  );
}

interface TrackProps {
  readonly scale: Scale;
  readonly at: string;
  readonly day: number;
  readonly changes: readonly number[];
  readonly onDay: (day: number) => void;
}

/** The handle, and the line that it runs along. */
function Track({ scale, at, day, changes, onDay }: TrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  const move = (event: PointerEvent) => {
    const { left, width } = track.current!.getBoundingClientRect();
    if (wanted.current === undefined) requestAnimationFrame(() => {
      const x = wanted.current!;
      wanted.current = undefined;
      onDay(snapped(dayAt(scale, (x / width) * 100), changes, (SNAP / width) * (scale.last - scale.first)));
    });
    wanted.current = event.clientX - left;
  };
  return (
    <div
      class="timeline-track" ref={track}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        handle.current?.focus();
        move(event);
      }}
      onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event); }}
    >
      <div
        class="timeline-handle" ref={handle} role="slider" tabIndex={0} aria-label={l10n.t('Day on the timeline')} aria-orientation="horizontal"
        aria-valuemin={scale.first} aria-valuemax={scale.last} aria-valuenow={Math.max(scale.first, Math.min(scale.last, day))} aria-valuetext={dayInWords(at)}
        aria-describedby="timeline-keys" title={KEYS}
        style={{ insetInlineStart: `${placeOn(scale, day)}%` }}
        onKeyDown={(event) => {
          const to = dayByKey(event, day, scale, changes);
          if (to === undefined) return;
          event.preventDefault();
          onDay(to);
        }}
      />
      <span id="timeline-keys" hidden>{KEYS}</span>
    </div>
  );
}

/** The nearest change where it is no further than `reach` days. */
function snapped(day: number, changes: readonly number[], reach: number): number {
  const nearest = changes.reduce((best, change) => (Math.abs(change - day) < Math.abs(best - day) ? change : best), Infinity);
  return Math.abs(nearest - day) <= reach ? nearest : day;
}

/** Where a key leads; undefined for a key that does not move. */
export function dayByKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>, day: number, scale: Scale, changes: readonly number[]): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown': return shiftKey ? monthsLater(day, -1) : day - 1;
    case 'ArrowRight':
    case 'ArrowUp': return shiftKey ? monthsLater(day, 1) : day + 1;
    case 'PageUp': return changes.find((change) => change > day) ?? day;
    case 'PageDown': return changes.findLast((change) => change < day) ?? day;
    case 'Home': return scale.first;
    case 'End': return scale.last;
    default: return undefined;
  }
}

/** The scale, the days on which cells change, as-of and today. */
function Marks({ view: { asOf }, timeline: { today }, scale, changes }: Pick<Props, 'view' | 'timeline'> & { readonly scale: Scale; readonly changes: readonly number[] }) {
  return (
    <div class="timeline-marks" aria-hidden="true">
      {ticksOf(scale).map(({ at, label }) => (
        <svg key={label + at} class="timeline-tick" x="0" width="100%" height="100%">
          <line x1={`${at}%`} x2={`${at}%`} y1="12" y2="100%" />
          <text x={`${at}%`} y="12" dx="4">{label}</text>
        </svg>
      ))}
      <Flag kind="as-of" day={asOf} word={l10n.t('as of')} scale={scale} before={today > asOf} />
      {today === asOf ? null : <Flag kind="today" day={today} word={l10n.t('today')} scale={scale} before={today < asOf} />}
      <svg class="timeline-changes" width="100%" height="40">
        <line class="timeline-rail" x1="0" x2="100%" y1="28" y2="28" />
        {apart(scale, changes).map((change) => (
          <svg key={change} x={`${placeOn(scale, change)}%`} y="28" overflow="visible"><path d="M0-5 5 0 0 5-5 0Z"><title>{l10n.t('Cells change on {0}', dayInWords(dayText(change)))}</title></path></svg>
        ))}
      </svg>
    </div>
  );
}

interface FlagProps {
  readonly kind: 'as-of' | 'today';
  readonly day: string;
  readonly word: string;
  readonly scale: Scale;
  /** The word stands before the line, where there is room. */
  readonly before: boolean;
}

/** A day with a name; nothing where it is off the scale. */
function Flag({ kind, day, word, scale, before }: FlagProps) {
  const number = dayNumber(day);
  if (number < scale.first || number > scale.last) return null;
  const place = placeOn(scale, number);
  return (
    <div class={`timeline-flag timeline-${kind}`} data-side={place > 85 || (before && place > 15) ? 'before' : 'after'} style={{ insetInlineStart: `${place}%` }}>
      <span>{word} {shortDay(day)}</span>
    </div>
  );
}

function Bars({ agreements, scale, onReveal }: { readonly agreements: readonly AgreementBar[]; readonly scale: Scale; readonly onReveal: (agreement: string) => void }) {
  return (
    <ul class="timeline-bars" aria-label={l10n.t('Agreements')}>
      {agreements.map((bar) => (
        <li key={bar.id}>
          <button type="button" class="timeline-bar" data-agreement={bar.id} data-end={bar.end} title={`${bar.words} ${l10n.t('Show {0} in the text', bar.id)}`} onClick={() => onReveal(bar.id)}>
            <span class="timeline-name">{bar.name}</span>
            <Bar bar={bar} scale={scale} />
            <span class="timeline-end">{bar.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Solid while it is surely in force, dashed while it may be. An arrow leads on beyond the scale; a question mark closes an end that nobody states. */
function Bar({ bar: { from, sure, last, end }, scale }: { readonly bar: AgreementBar; readonly scale: Scale }) {
  const place = (day: string | null, open: number): number => (day === null ? open : placeOn(scale, dayNumber(day)));
  const [start, middle, finish] = [place(from, 0), place(sure, 100), place(last, 100)];
  const solid = Math.max(0, Math.min(middle, finish) - start);
  return (
    <svg class="timeline-line" width="100%" height="16" aria-hidden="true" focusable="false">
      <rect class="timeline-solid" x={`${start}%`} y="3" width={`${solid}%`} height="10" rx="2" />
      {finish > Math.max(start, middle) ? <rect class="timeline-maybe" x={`${Math.max(start, middle)}%`} y="3.5" width={`${finish - Math.max(start, middle)}%`} height="9" /> : null}
      {from === null ? <svg x="0" overflow="visible"><path class="timeline-cut" d="M0 0H7L0 8 7 16H0Z" /></svg> : null}
      {last !== null ? null : end === 'unstated'
        ? <svg x="100%" overflow="visible"><path class="timeline-cut" d="M0 0H-18V16H0Z" /><text class="timeline-question" x="-9" y="13">?</text></svg>
        : <svg x="100%" overflow="visible"><path class="timeline-cut" d="M0 0H-7L0 8-7 16H0Z" /></svg>}
      {last !== null && finish <= start ? <line class="timeline-never" x1={`${start}%`} x2={`${start}%`} y1="1" y2="15" /> : null}
    </svg>
  );
}

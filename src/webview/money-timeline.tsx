import type { CommitmentsView, CommitmentView } from '../protocol.js';
import * as l10n from './l10n.js';
import { STANDINGS } from './money-words.js';
import { dayInWords } from './words.js';

const DAY = 86_400_000;
/** Room at both sides for what has no known start or end, as a share of the whole. */
const MARGIN = 0.08;

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

interface Scale { readonly at: (day: string) => number; readonly years: readonly number[] }

/** Places days between 0 and 100 percent. */
function scaleOf({ commitments, at, asOf }: CommitmentsView): Scale {
  const days = [at, asOf, ...commitments.flatMap(({ from, last }) => [from, last])].flatMap((day) => (day === null ? [] : [time(day)]));
  const low = Math.min(...days);
  const span = Math.max(365, Math.max(...days) - low);
  const place = (day: number): number => 100 * (MARGIN + (1 - 2 * MARGIN) * ((day - low) / span));
  const [first, final] = [new Date(low * DAY).getUTCFullYear(), new Date((low + span) * DAY).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((final - first) / 8));
  const years = Array.from({ length: Math.floor((final - first) / step) + 1 }, (_, index) => first + index * step).filter((year) => place(time(`${String(year).padStart(4, '0')}-01-01`)) >= 1);
  return { at: (day) => place(time(day)), years };
}

const percent = (share: number): string => `${share.toFixed(2)}%`;

/** One bar for each commitment. The words beside it say the same: term and standing. */
export function MoneyTimeline({ money, onReveal }: { readonly money: CommitmentsView; readonly onReveal: (clause: string) => void }) {
  const scale = scaleOf(money);
  return (
    <section class="terms" aria-labelledby="terms-title">
      <h2 id="terms-title">{l10n.t('Terms')}</h2>
      <div class="terms-rows">
        <div class="terms-row terms-axis" aria-hidden="true">
          <span />
          <svg width="100%" height="30" focusable="false">
            {scale.years.map((year) => <text key={year} x={percent(scale.at(`${String(year).padStart(4, '0')}-01-01`))} y="12" class="year">{year}</text>)}
            <text x={percent(scale.at(money.at))} y="27" class="marker-name">{money.at === money.asOf ? l10n.t('as of') : l10n.t('day')}</text>
          </svg>
        </div>
        {money.commitments.map((one) => (
          <div key={one.id} class="terms-row" data-standing={one.standing}>
            <button type="button" class="terms-name" data-clause={one.id} title={l10n.t('Show {0} in the text', one.id)} onClick={() => onReveal(one.id)}>
              <span class="terms-title">{one.name}</span>
              <span class="terms-term">{l10n.t('{0} to {1}', one.by.name, one.to.name)} · {one.term} · {STANDINGS[one.standing]}</span>
            </button>
            <Track one={one} scale={scale} money={money} />
          </div>
        ))}
      </div>
      <p class="terms-key">{l10n.t('An open side of a bar is a start or an end that no date gives. A dot is a due date. The line is {0}.', dayInWords(money.at))}</p>
    </section>
  );
}

function Track({ one, scale, money }: { readonly one: CommitmentView; readonly scale: Scale; readonly money: CommitmentsView }) {
  const from = one.from === null ? 0 : scale.at(one.from);
  const to = one.last === null ? 100 : scale.at(one.last);
  // The border goes round the sides that are known.
  const [left, right] = [one.from !== null, one.last !== null];
  const dues = one.parts.flatMap(({ due, words }) => {
    const day = due === 'signing' ? one.from : due !== null && /^\d{4}(-\d{2}){0,2}$/.test(due) ? `${due}-01-01`.slice(0, 10) : null;
    return day === null ? [] : [{ day, words }];
  });
  return (
    <svg class="track" width="100%" height="28" role="img" aria-label={`${one.name}: ${one.term}, ${STANDINGS[one.standing]}`}>
      {scale.years.map((year) => <line key={year} class="gridline" x1={percent(scale.at(`${String(year).padStart(4, '0')}-01-01`))} x2={percent(scale.at(`${String(year).padStart(4, '0')}-01-01`))} y1="0" y2="28" />)}
      <rect class="bar" x={percent(from)} width={percent(Math.max(0.4, to - from))} y="8" height="12" />
      <line class="edge" x1={percent(from)} x2={percent(to)} y1="8" y2="8" />
      <line class="edge" x1={percent(from)} x2={percent(to)} y1="20" y2="20" />
      {left ? <line class="edge" x1={percent(from)} x2={percent(from)} y1="8" y2="20" /> : null}
      {right ? <line class="edge" x1={percent(to)} x2={percent(to)} y1="8" y2="20" /> : null}
      {dues.map(({ day, words }, index) => <circle key={index} class="due" cx={percent(scale.at(day))} cy="14" r="3.5"><title>{l10n.t('{0}, due {1}', words, day)}</title></circle>)}
      <line class="marker" x1={percent(scale.at(money.at))} x2={percent(scale.at(money.at))} y1="0" y2="28" />
    </svg>
  );
}

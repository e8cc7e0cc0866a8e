import type { CommitmentsView, CommitmentView, MatrixView, MoneyPart, Sum, TotalView } from '../protocol.js';
import * as l10n from './l10n.js';
import { MoneyTimeline } from './money-timeline.js';
import { KINDS, STANDINGS, STATES } from './money-words.js';
import { dayInWords } from './words.js';

interface Props {
  /** What the rest of the page shows. */
  readonly view: MatrixView;
  readonly money: CommitmentsView | undefined;
  readonly onReveal: (clause: string) => void;
}

/** Investments, purchases, licences and revenue shares, with totals that never mix what is certain with what is not. */
export function Money({ view, money, onReveal }: Props) {
  if (money === undefined) return <p class="empty" role="status">{l10n.t('Reading the commitments…')}</p>;
  const current = money.at === view.at && money.version === view.version && JSON.stringify(money.assumed) === JSON.stringify(view.assumed);
  if (money.commitments.length === 0) return <p class="empty">{l10n.t('No investment, purchase, licence or revenue share is written down here.')}</p>;
  const parties = [...new Map(money.commitments.map(({ by }) => [by.id, by])).values()];
  return (
    <div class={current ? 'money' : 'money money-old'} aria-busy={!current}>
      <Totals money={money} />
      <MoneyTimeline money={money} onReveal={onReveal} />
      {parties.map((party) => (
        <section key={party.id} class="giver" aria-label={l10n.t('{0} promises', party.name)}>
          <h2>{l10n.t('{0} promises', party.name)}</h2>
          <p class="subtotals">{money.byParty.filter((total) => total.party?.id === party.id).map((total) => totalWords(total)).join(' · ')}</p>
          <ul class="promises">
            {money.commitments.filter(({ by }) => by.id === party.id).map((one) => <Commitment key={one.id} one={one} onReveal={onReveal} />)}
          </ul>
        </section>
      ))}
    </div>
  );
}

const COLUMNS: readonly (readonly ['certain' | 'conditional' | 'certainUpTo' | 'conditionalUpTo', string])[] = [
  ['certain', l10n.t('Certain')], ['conditional', l10n.t('Conditional')], ['certainUpTo', l10n.t('Certain, up to')], ['conditionalUpTo', l10n.t('Conditional, up to')],
];
const isZero = ({ value }: Sum): boolean => value === '0';

function Totals({ money: { at, totals, byParty, commitments } }: { readonly money: CommitmentsView }) {
  if (totals.length === 0) return <p class="no-totals">{l10n.t('No amount of money is in force on {0}.', dayInWords(at))}</p>;
  const columns = COLUMNS.filter(([key], index) => index < 2 || totals.some((total) => !isZero(total[key])));
  const left = commitments.filter((one) => one.left !== null).length;
  const row = (total: TotalView, name: string, kind: string) => (
    <tr key={`${name} ${total.currency}`} class={kind}>
      <th scope="row">{name}</th>
      {columns.map(([key]) => <td key={key} data-sum={key} class={isZero(total[key]) ? 'zero' : key.startsWith('conditional') ? 'conditional' : ''}>{isZero(total[key]) ? '–' : total[key].words}</td>)}
    </tr>
  );
  return (
    <section class="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{l10n.t('In force on {0}', dayInWords(at))}</h2>
      <div class="totals-scroller" role="region" aria-label={l10n.t('Totals')} tabIndex={0}>
        <table>
          <thead><tr><td />{columns.map(([key, label]) => <th key={key} scope="col">{label}</th>)}</tr></thead>
          <tbody>
            {totals.map((total) => row(total, total.kind === null ? l10n.t('All in {0}', total.currency) : KINDS[total.kind][1], total.kind === null ? 'all' : 'part'))}
            {byParty.map((total) => row(total, l10n.t('{0} promises', total.party?.name ?? ''), 'party'))}
          </tbody>
        </table>
      </div>
      <p class="totals-note">
        {l10n.t('Columns are never added to each other.')}
        {left === 0 ? null : ` ${left === 1 ? l10n.t('One commitment is in no total; each says why.') : l10n.t('{0} commitments are in no total; each says why.', left)}`}
      </p>
    </section>
  );
}

function totalWords(total: TotalView): string {
  return COLUMNS.filter(([key]) => !isZero(total[key])).map(([key, label]) => `${label.toLowerCase().replace(',', '')} ${total[key].words}`).join('; ');
}

function Commitment({ one, onReveal }: { readonly one: CommitmentView; readonly onReveal: (clause: string) => void }) {
  return (
    <li class="promise" data-commitment={one.id} data-standing={one.standing}>
      <div class="promise-head">
        <span class="tag">{KINDS[one.kind][0]}</span>
        <span class="tag tag-standing">{STANDINGS[one.standing]}</span>
        <span class="promise-term">{one.term}</span>
      </div>
      <button type="button" class="clause" data-clause={one.id} title={l10n.t('Show {0} in the text', one.id)} onClick={() => onReveal(one.id)}>
        {one.says} <span class="clause-id">{one.id}</span>
      </button>
      {one.parts.length === 0 ? null : <ul class="parts">{one.parts.map((part, index) => <Part key={index} part={part} counted={one.left === null} />)}</ul>}
      {one.why === '' ? null : <p class="promise-note">{one.why}</p>}
      {one.left === null ? null : <p class="promise-note"><strong>{l10n.t('In no total.')}</strong> {one.left === one.why ? '' : one.left}</p>}
      {one.source === null ? null : <p class="promise-note promise-source">{l10n.t('Source: {0}', one.source)}</p>}
    </li>
  );
}

/** What is paid as a whole. Where the commitment is in no total, nothing is said of its certainty. */
function Part({ part: { words, ceiling, state, due, condition }, counted }: { readonly part: MoneyPart; readonly counted: boolean }) {
  const when = due === null ? '' : due === 'signing' ? l10n.t('at signing') : due === 'unstated' ? l10n.t('no due date stated') : l10n.t('due {0}', due);
  return (
    <li data-state={counted ? state : undefined}>
      <span class="part-amount">{ceiling ? l10n.t('up to {0}', words) : words}</span>
      {counted ? <span class="tag">{STATES[state]}</span> : null}
      <span class="part-when">{[when, condition === null ? '' : l10n.t('where {0}', condition)].filter((part) => part !== '').join(', ')}</span>
    </li>
  );
}

import type { CommitmentsView, CommitmentView, MatrixView, MoneyPart, Sum, TotalView } from '../protocol.js';
import { MoneyTimeline } from './money-timeline.js';
import { dayInWords } from './words.js';

interface Props {
  /** What the rest of the page shows. */
  readonly view: MatrixView;
  readonly money: CommitmentsView | undefined;
  readonly onReveal: (clause: string) => void;
}

/** Investments, purchases, licences and revenue shares, with totals that never mix what is certain with what is not. */
export function Money({ view, money, onReveal }: Props) {
  if (money === undefined) return <p class="empty" role="status">Reading the commitments…</p>;
  const current = money.at === view.at && money.version === view.version && JSON.stringify(money.assumed) === JSON.stringify(view.assumed);
  if (money.commitments.length === 0) return <p class="empty">No investment, purchase, licence or revenue share is written down here.</p>;
  const parties = [...new Map(money.commitments.map(({ by }) => [by.id, by])).values()];
  return (
    <div class={current ? 'money' : 'money money-old'} aria-busy={!current}>
      <Totals money={money} />
      <MoneyTimeline money={money} onReveal={onReveal} />
      {parties.map((party) => (
        <section key={party.id} class="giver" aria-label={`${party.name} promises`}>
          <h2>{party.name} promises</h2>
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
  ['certain', 'Certain'], ['conditional', 'Conditional'], ['certainUpTo', 'Certain, up to'], ['conditionalUpTo', 'Conditional, up to'],
];
const isZero = ({ value }: Sum): boolean => value === '0';

function Totals({ money: { at, totals, byParty, commitments } }: { readonly money: CommitmentsView }) {
  if (totals.length === 0) return <p class="no-totals">No amount of money is in force on {dayInWords(at)}.</p>;
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
      <h2 id="totals-title">In force on {dayInWords(at)}</h2>
      <div class="totals-scroller" role="region" aria-label="Totals" tabIndex={0}>
        <table>
          <thead><tr><td />{columns.map(([key, label]) => <th key={key} scope="col">{label}</th>)}</tr></thead>
          <tbody>
            {totals.map((total) => row(total, total.kind === null ? `All in ${total.currency}` : KIND_NAMES[total.kind], total.kind === null ? 'all' : 'part'))}
            {byParty.map((total) => row(total, `${total.party?.name ?? ''} promises`, 'party'))}
          </tbody>
        </table>
      </div>
      <p class="totals-note">
        Columns are never added to each other.
        {left === 0 ? null : ` ${left === 1 ? 'One commitment is' : `${left} commitments are`} in no total; each says why.`}
      </p>
    </section>
  );
}

const KIND_NAMES: Readonly<Record<CommitmentView['kind'], string>> = { investment: 'Investments', purchase: 'Purchases', licence: 'Licences', 'revenue share': 'Revenue shares' };

function totalWords(total: TotalView): string {
  return COLUMNS.filter(([key]) => !isZero(total[key])).map(([key, label]) => `${label.toLowerCase().replace(',', '')} ${total[key].words}`).join('; ');
}

function Commitment({ one, onReveal }: { readonly one: CommitmentView; readonly onReveal: (clause: string) => void }) {
  return (
    <li class="promise" data-commitment={one.id} data-standing={one.standing}>
      <div class="promise-head">
        <span class="tag">{one.kind}</span>
        <span class="tag tag-standing">{one.standing}</span>
        <span class="promise-term">{one.term}</span>
      </div>
      <button type="button" class="clause" data-clause={one.id} title={`Show ${one.id} in the text`} onClick={() => onReveal(one.id)}>
        {one.says} <span class="clause-id">{one.id}</span>
      </button>
      {one.parts.length === 0 ? null : <ul class="parts">{one.parts.map((part, index) => <Part key={index} part={part} counted={one.left === null} />)}</ul>}
      {one.why === '' ? null : <p class="promise-note">{one.why}</p>}
      {one.left === null ? null : <p class="promise-note"><strong>In no total.</strong> {one.left === one.why ? '' : one.left}</p>}
      {one.source === null ? null : <p class="promise-note promise-source">Source: {one.source}</p>}
    </li>
  );
}

/** What is paid as a whole. Where the commitment is in no total, nothing is said of its certainty. */
function Part({ part: { words, ceiling, state, due, condition }, counted }: { readonly part: MoneyPart; readonly counted: boolean }) {
  const when = due === null ? '' : due === 'signing' ? 'at signing' : due === 'unstated' ? 'no due date stated' : `due ${due}`;
  return (
    <li data-state={counted ? state : undefined}>
      <span class="part-amount">{ceiling ? 'up to ' : ''}{words}</span>
      {counted ? <span class="tag">{state === 'void' ? 'not counted' : state}</span> : null}
      <span class="part-when">{[when, condition === null ? '' : `where ${condition}`].filter((part) => part !== '').join(', ')}</span>
    </li>
  );
}

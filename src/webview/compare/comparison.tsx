import type { ComparedCell, ComparedConflictView, CompareSide, CompareState, CompareView, ShownCell, SideView } from '../../protocol.js';
import * as l10n from '../l10n.js';
import { StatusIcon } from '../status.js';
import { Unknowns } from '../unknowns.js';
import { dayInWords, errorsInWords } from '../words.js';

export type Shown =
  | { readonly kind: 'waiting' | 'current' }
  | { readonly kind: 'stale'; readonly reason: string }
  | { readonly kind: 'error'; readonly message: string };

interface Props {
  readonly view: CompareView | undefined;
  readonly shown: Shown;
  readonly state: CompareState;
  readonly onSides: (before: CompareSide, after: CompareSide) => void;
  readonly onCopy: () => void;
  readonly onReveal: (clause: string) => void;
}

/** Two matrices as a plan: what changes cell by cell, which conflicts come, go and stay. */
export function Comparison({ view, shown, state: { before, after }, onSides, onCopy, onReveal }: Props) {
  const changed = view?.cells.filter(({ change }) => change !== 'none').length ?? 0;
  return (
    <main class="page" data-state={shown.kind}>
      <header class="header">
        <p class="eyebrow">{l10n.t('Comparison')}</p>
        <h1>{view?.title ?? l10n.t('Comparing…')}</h1>
      </header>
      <div class="banners">
        <div role="alert">{shown.kind === 'error' ? <p class="banner banner-error">{shown.message}</p> : null}</div>
        <div role="status">{view && view.errors > 0 ? <p class="banner banner-warning">{errorsInWords(view.errors)}</p> : null}</div>
      </div>
      {view === undefined ? null : (
        <>
          <section class="sides" aria-label={l10n.t('What is compared')}>
            <SideCard title={l10n.t('Before')} id="before" side={view.before} chosen={before} onChange={(next) => onSides(next, after)} />
            <SideCard title={l10n.t('After')} id="after" side={view.after} chosen={after} onChange={(next) => onSides(before, next)} />
          </section>
          <p class="plan-summary" role="status">
            <span>
              <strong>{changed === 0 ? l10n.t('No cell changes') : l10n.t('{0} of {1} cells change', changed, view.cells.length)}</strong>
              {l10n.t('; conflicts: {0} introduced, {1} resolved, {2} remaining.', view.introduced.length, view.resolved.length, view.remaining.length)}
            </span>
            <button type="button" class="button" onClick={onCopy}>{l10n.t('Copy as Markdown')}</button>
          </p>
          <Difference view={view} />
          <Conflicts title={l10n.t('Conflicts introduced')} sign="+" list={view.introduced} view={view} onReveal={onReveal} />
          <Conflicts title={l10n.t('Conflicts resolved')} sign="−" list={view.resolved} view={view} onReveal={onReveal} />
          <Conflicts title={l10n.t('Conflicts remaining')} sign="=" list={view.remaining} view={view} onReveal={onReveal} />
          {view.withoutEffect.length === 0 ? null : (
            <section class="plan-list">
              <h2>{l10n.t('Clauses without effect')}</h2>
              <ul>{view.withoutEffect.map((id) => <li key={id}><ClauseLink id={id} onReveal={onReveal} /> {l10n.t('changes no cell on any day.')}</li>)}</ul>
            </section>
          )}
        </>
      )}
    </main>
  );
}

function SideCard({ title, id, side, chosen, onChange }: { readonly title: string; readonly id: string; readonly side: SideView; readonly chosen: CompareSide; readonly onChange: (side: CompareSide) => void }) {
  return (
    <div class="side" role="group" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}><span class="eyebrow">{title}</span> {side.label}</h2>
      <label class="field-label" for={`${id}-day`}>{l10n.t('Day')}</label>
      <div class="day-row">
        <input
          id={`${id}-day`} type="date" min="1000-01-01" max="9999-12-31" value={side.at}
          onChange={({ currentTarget: { value } }) => { if (/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value) && value !== side.at) onChange({ ...chosen, at: value }); }}
        />
        <span class="as-of-note">{side.at === side.asOf ? l10n.t('{0}, as of which all is known', dayInWords(side.at)) : dayInWords(side.at)}</span>
      </div>
      <Unknowns view={side} assume={side.assumed} onAssume={(assume) => onChange({ ...chosen, assume })} />
    </div>
  );
}

const CHANGES: Readonly<Record<ComparedCell['change'], string>> = {
  none: l10n.t('no change'), status: l10n.t('changes'), reasons: l10n.t('same status, for other reasons'), added: l10n.t('new'), removed: l10n.t('no longer there'),
};

const statusesOf = (cell: ShownCell): string => (cell.possible.length > 1 ? cell.possible.join(` ${l10n.t('or')} `) : cell.status);

function Difference({ view }: { readonly view: CompareView }) {
  const cells = new Map(view.cells.map((cell) => [`${cell.product}/${cell.cloud}`, cell]));
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={l10n.t('Difference matrix')}>
      <table class="matrix">
        <caption class="visually-hidden">{l10n.t('Each product on each cloud, before and after')}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">{l10n.t('Product')}</th>
            {view.clouds.map((cloud) => <th key={cloud.id} scope="col">{cloud.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {view.products.map((product) => (
            <tr key={product.id}>
              <th scope="row">{product.name}</th>
              {view.clouds.map((cloud) => <DifferenceCell key={cloud.id} cell={cells.get(`${product.id}/${cloud.id}`)} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceCell({ cell }: { readonly cell: ComparedCell | undefined }) {
  if (cell === undefined) return <td />;
  const { change, before, after, product, cloud } = cell;
  return (
    <td class="cell compared" data-change={change} data-product={product} data-cloud={cloud} data-certain={String(after?.certain ?? true)}>
      <div class="tile" data-tone={after?.status ?? 'unspecified'}>
        {after ? <StatusIcon status={after.status} /> : <span class="tile-gap" />}
        <span class="tile-line">
          {change === 'status' && before ? <><s class="was">{statusesOf(before)}</s><span aria-hidden="true">→</span></> : null}
          <span class="status-word">{after ? statusesOf(after) : statusesOf(before ?? { status: 'unspecified', certain: true, possible: [], because: [] })}</span>
        </span>
        <span class={change === 'none' || change === 'status' ? 'visually-hidden' : 'tile-possible'}>{CHANGES[change]}</span>
      </div>
    </td>
  );
}

interface ConflictsProps {
  readonly title: string;
  readonly sign: string;
  readonly list: readonly ComparedConflictView[];
  readonly view: CompareView;
  readonly onReveal: (clause: string) => void;
}

function Conflicts({ title, sign, list, view, onReveal }: ConflictsProps) {
  if (list.length === 0) return null;
  const named = (all: readonly { readonly id: string; readonly name: string }[], id: string): string => all.find((one) => one.id === id)?.name ?? id;
  return (
    <section class="plan-list">
      <h2>{title} <span class="count">{list.length}</span></h2>
      <ul>
        {list.map(({ product, cloud, clauses, before, after }) => (
          <li key={`${product}/${cloud}/${clauses.join()}`} data-sign={sign}>
            <strong>{l10n.t('{0} on {1}', named(view.products, product), named(view.clouds, cloud))}</strong>
            {' '}{before === after || after === '' ? before : before === '' ? after : l10n.t('{0}, now {1}', before, after)}
            <span class="plan-clauses">{clauses.map((id) => <ClauseLink key={id} id={id} onReveal={onReveal} />)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ClauseLink = ({ id, onReveal }: { readonly id: string; readonly onReveal: (clause: string) => void }) => (
  <button type="button" class="clause-link" data-clause={id} onClick={() => onReveal(id)}>{id}</button>
);

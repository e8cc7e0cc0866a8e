import type { Assume, CellName, MatrixView, NodePath, PanelTab } from '../protocol.js';
import { conflictsOnDay } from '../protocol-words.js';
import { Banners } from './banners.js';
import { Board, type BoardActions } from './board.js';
import { DayChooser } from './day-chooser.js';
import * as l10n from './l10n.js';
import { lazy } from './lazy.js';
import { selectedCell, type ViewState } from './state.js';
import { TabPanel, Tabs } from './tabs.js';
import { Timeline } from './timeline.js';
import { Unknowns } from './unknowns.js';
import { dayInWords } from './words.js';

const Explanation = lazy(async () => (await import('./explanation.js')).Explanation);
const Undated = lazy(async () => (await import('./undated.js')).Undated);
const Legend = lazy(async () => (await import('./legend.js')).Legend);
const Money = lazy(async () => (await import('./money.js')).Money);

interface Props extends BoardActions {
  readonly state: ViewState;
  readonly onDay: (at: string) => void;
  readonly onMove: (at: string) => void;
  readonly onAssume: (assume: Assume) => void;
  readonly onReveal: (clause: string) => void;
  readonly onToggle: (nodes: readonly NodePath[]) => void;
  readonly onShow: (node: NodePath) => void;
  readonly onSettle: (title: string) => void;
  readonly onExpect: (cell: CellName) => void;
  readonly onTab: (tab: PanelTab) => void;
  readonly onTake: (how: 'export' | 'copy') => void;
}

export function App({ state, onDay, onMove, onAssume, onReveal, onToggle, onShow, onSettle, onExpect, onTab, onTake, ...board }: Props) {
  const { view, currency } = state;
  if (view === undefined) {
    return (
      <main class="page" data-state={currency.kind}>
        <Banners currency={currency} errors={0} />
        {currency.kind === 'error' ? null : <p class="empty">{l10n.t('Reading the agreement…')}</p>}
      </main>
    );
  }
  const cell = selectedCell(state);
  if (view.products.length === 0 || view.clouds.length === 0) {
    return (
      <main class="page" data-state={currency.kind} data-at={view.at}>
        <Header view={view} />
        <Banners currency={currency} errors={view.errors} />
        <NothingToShow view={view} />
      </main>
    );
  }
  return (
    <main class="page" data-state={currency.kind} data-at={view.at} data-scroll={state.scroll && `${state.scroll.page} ${state.scroll.top} ${state.scroll.left}`}>
      <Header view={view} />
      <Banners currency={currency} errors={view.errors} />
      <section class="controls" aria-label={l10n.t('Day and assumptions')}>
        <DayChooser at={view.at} asOf={view.asOf} changes={view.changes} onDay={onDay} />
        <Unknowns view={state.tab === 'money' ? { ...view, timeline: undefined } : view} assume={state.assume} onAssume={onAssume} onReveal={onReveal} />
      </section>
      <Tabs tab={state.tab} onTab={onTab} onTake={onTake} />
      <TabPanel tab={state.tab}>
        {state.tab === 'money' ? <Money view={view} money={state.money} onReveal={onReveal} /> : (
          <div class="layout">
            <div class="stage">
              <Board view={view} state={state} {...board} />
              {view.timeline === undefined ? null : <Timeline view={view} timeline={view.timeline} at={state.picked ?? view.at} onMove={onMove} onReveal={onReveal} />}
              {view.timeline?.undated.length ? <Undated days={view.timeline.undated} /> : null}
            </div>
            {cell === undefined ? <section class="explanation explanation-empty" aria-label={l10n.t('Explanation')}><p>{l10n.t('Select a cell to see why it has its status, and what would change it.')}</p></section> : (
              <Explanation view={view} cell={cell} explanation={state.explanation} explained={state.explained} current={currency.kind === 'current'} assume={state.assume} onAssume={onAssume}
                settlement={state.settlement} toggled={state.toggled} onToggle={onToggle} onShow={onShow} onSettle={onSettle} onExpect={onExpect} />
            )}
            <Legend />
          </div>
        )}
      </TabPanel>
    </main>
  );
}

function Header({ view }: { readonly view: MatrixView }) {
  const day = dayInWords(view.at);
  return (
    <header class="header">
      <p class="eyebrow">{l10n.t('Availability matrix')}</p>
      <h1>{view.title}</h1>
      <p class="subtitle">
        <time class="day" dateTime={view.at}>{day}</time>
        {' '}
        <span class="as-of">
          {view.at === view.asOf ? l10n.t('the day on which knowledge ends') : l10n.t('knowledge ends on {0}', dayInWords(view.asOf))}
        </span>
      </p>
      <p class="covered">{conflictsOnDay(view, { t: l10n.t })}</p>
    </header>
  );
}

function NothingToShow({ view }: { readonly view: MatrixView }) {
  const missing = view.products.length > 0 ? l10n.t('This agreement names no clouds yet.') : view.clouds.length > 0 ? l10n.t('This agreement names no products yet.')
    : l10n.t('This agreement names no products and no clouds yet.');
  return <p class="empty">{missing} {l10n.t('Add them to the text, and the matrix appears here.')}</p>;
}

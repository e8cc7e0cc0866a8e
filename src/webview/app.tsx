import type { Assume, CellName, MatrixView, NodePath } from '../protocol.js';
import { Banners } from './banners.js';
import { DayChooser } from './day-chooser.js';
import { Explanation } from './explanation.js';
import { Legend } from './legend.js';
import { MatrixGrid } from './matrix-grid.js';
import { selectedCell, type ViewState } from './state.js';
import type { TreeNode } from './tree-model.js';
import { Unknowns } from './unknowns.js';
import { dayInWords } from './words.js';

interface Props {
  readonly state: ViewState;
  readonly onDay: (at: string) => void;
  readonly onAssume: (assume: Assume) => void;
  readonly onSelect: (cell: CellName) => void;
  readonly onToggle: (nodes: readonly NodePath[]) => void;
  readonly onShow: (node: NodePath) => void;
  readonly onAct: (node: TreeNode) => void;
  readonly onExpect: (cell: CellName) => void;
}

export function App({ state, onDay, onAssume, onSelect, onToggle, onShow, onAct, onExpect }: Props) {
  const { view, currency } = state;
  if (view === undefined) {
    return (
      <main class="page" data-state={currency.kind}>
        <Banners currency={currency} errors={0} />
        {currency.kind === 'error' ? null : <p class="empty">Reading the agreement…</p>}
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
    <main class="page" data-state={currency.kind} data-at={view.at}>
      <Header view={view} />
      <Banners currency={currency} errors={view.errors} />
      <section class="controls" aria-label="Day and assumptions">
        <DayChooser at={view.at} asOf={view.asOf} changes={view.changes} onDay={onDay} />
        <Unknowns unknowns={view.unknowns} assume={state.assume} onAssume={onAssume} />
      </section>
      <div class="layout">
        <MatrixGrid view={view} selection={state.selection} onSelect={onSelect} />
        <Explanation view={view} cell={cell} explanation={state.explanation} explained={state.explained} current={currency.kind === 'current'}
          settlement={state.settlement} toggled={state.toggled} onToggle={onToggle} onShow={onShow} onAct={onAct} onExpect={onExpect} />
        <Legend />
      </div>
    </main>
  );
}

function Header({ view }: { readonly view: MatrixView }) {
  const day = dayInWords(view.at);
  return (
    <header class="header">
      <p class="eyebrow">Availability matrix</p>
      <h1>{view.title}</h1>
      <p class="subtitle">
        <time class="day" dateTime={view.at}>{day}</time>
        {' '}
        <span class="as-of">
          {view.at === view.asOf ? 'the day on which knowledge ends' : `knowledge ends on ${dayInWords(view.asOf)}`}
        </span>
      </p>
    </header>
  );
}

function NothingToShow({ view }: { readonly view: MatrixView }) {
  const missing = view.products.length === 0 ? (view.clouds.length === 0 ? 'products and no clouds' : 'products') : 'clouds';
  return <p class="empty">This agreement names no {missing} yet. Add them to the text, and the matrix appears here.</p>;
}

/** What the view shows, as a value; every message and every choice makes a new one. */
import type { Assume, CellName, CellView, CommitmentsView, ExplainView, GridChoice, MarkSettings, MatrixView, NodePath, PanelState, PanelTab, PanelView, ScrollPlace, Settlement, ToView } from '../protocol.js';
import { FILE_ORDER, layoutOf, placeOf } from './grid-model.js';
import { viewOn, withCells } from './over-time.js';
import * as l10n from './l10n.js';

/** Whether what is drawn matches the text. */
export type Currency =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'current' }
  | { readonly kind: 'stale'; readonly reason: string }
  | { readonly kind: 'error'; readonly message: string };

export interface ViewState {
  readonly uri: string;
  readonly currency: Currency;
  readonly view: MatrixView | undefined;
  readonly explanation: ExplainView | undefined;
  /** False from the moment that something the explanation depends on has changed until the next one arrives. */
  readonly explained: boolean;
  /** The day the user picked; undefined while nobody has, or where it is `home`. */
  readonly picked: string | undefined;
  /** The day to draw while nobody has picked one. */
  readonly home: string | undefined;
  readonly assume: Assume;
  readonly selection: CellName | undefined;
  readonly pinned: boolean;
  readonly grid: GridChoice;
  readonly scroll: ScrollPlace | undefined;
  readonly marks: MarkSettings;
  /** Clauses at the cursor in the text. */
  readonly atCursor: readonly string[];
  /** How often the selected cell was asked for from outside: each time it is brought into sight. */
  readonly arrivals: number;
  readonly tab: PanelTab;
  readonly money: CommitmentsView | undefined;
  /** Of the explanation; undefined while it is looked for. */
  readonly settlement: Settlement | undefined;
  /** Nodes of the explanation that are not as they are at first, the last one last. */
  readonly toggled: readonly NodePath[];
}

/** Nodes beyond this many are as they were at first again, the oldest ones first. */
const TOGGLED = 200;

/** What the user does. */
export type Choice =
  | { readonly type: 'pick-day'; readonly at: string }
  | { readonly type: 'set-assume'; readonly assume: Assume }
  | { readonly type: 'select-cell'; readonly cell: CellName }
  | { readonly type: 'toggle'; readonly nodes: readonly NodePath[] }
  | { readonly type: 'choose-tab'; readonly tab: PanelTab }
  | { readonly type: 'arrange'; readonly grid: GridChoice }
  | { readonly type: 'scroll'; readonly scroll: ScrollPlace };

export const initialState = (saved: PanelState): ViewState => ({
  uri: saved.uri, currency: { kind: 'waiting' }, view: undefined, explanation: undefined, explained: false,
  picked: saved.at, home: undefined, assume: saved.assume ?? {}, selection: saved.selection,
  tab: saved.tab ?? 'matrix', money: undefined, settlement: undefined, toggled: saved.toggled ?? [],
  pinned: saved.pinned ?? false, grid: saved.grid ?? FILE_ORDER, scroll: saved.scroll, marks: { cells: true, text: true }, atCursor: [], arrivals: 0,
});

export const persisted = ({ uri, picked, assume, selection, tab, toggled, pinned, grid, scroll }: ViewState): PanelState => ({
  uri, at: picked, assume, selection, ...(tab === 'matrix' ? {} : { tab }), ...(toggled.length === 0 ? {} : { toggled }), ...(pinned ? { pinned } : {}), ...(grid === FILE_ORDER ? {} : { grid }), ...(scroll ? { scroll } : {}),
});

export function step(state: ViewState, event: ToView | Choice): ViewState {
  switch (event.type) {
    case 'matrix': {
      // The user may have picked another day since the extension asked for this one.
      const view = viewOn(event.view, state.picked ?? event.home ?? event.view.at);
      return { ...state, view, home: event.home, assume: event.view.assumed, currency: { kind: 'current' }, explained: false };
    }
    case 'cells':
      return { ...state, view: state.view && withCells(state.view, event.view) };
    case 'stale':
      return { ...state, currency: { kind: 'stale', reason: event.reason } };
    case 'error':
      return { ...state, currency: { kind: 'error', message: event.message } };
    case 'explanation':
      return { ...state, explanation: event.explanation, explained: event.explanation.at === state.view?.at, settlement: undefined };
    case 'settlement':
      return sameCell(event.settlement, state.explanation) ? { ...state, settlement: event.settlement } : state;
    case 'money':
      return { ...state, money: event.view };
    case 'choose-tab':
      return { ...state, tab: event.tab };
    case 'draw':
      return state;
    case 'pick-day': {
      const view = state.view && viewOn(state.view, event.at);
      return { ...state, view, picked: event.at === state.home ? undefined : event.at, explained: state.explained && view === state.view };
    }
    case 'set-assume':
      return { ...state, assume: event.assume };
    case 'select-cell':
      return { ...state, selection: event.cell, explained: false };
    case 'toggle':
      return { ...state, toggled: event.nodes.reduce(toggledWith, state.toggled).slice(-TOGGLED) };
    case 'arrange':
      return { ...state, grid: event.grid };
    case 'scroll':
      return { ...state, scroll: event.scroll };
    case 'panel':
      return panelStep(state, event.panel);
    case 'cursor':
      return { ...state, atCursor: event.clauses };
  }
}

/** Another file starts afresh; what was drawn stays until its matrix comes, marked as old. How the grid is arranged stays, what was filtered does not. */
function panelStep(state: ViewState, { state: panel, marks, show }: PanelView): ViewState {
  const pinned = panel.pinned ?? false;
  if (panel.uri !== state.uri) {
    const { view, arrivals, grid } = state;
    return {
      ...initialState(panel), view, marks, grid: { ...grid, filter: '', statuses: [] }, arrivals: show ? arrivals + 1 : arrivals,
      currency: view === undefined ? { kind: 'waiting' } : { kind: 'stale', reason: l10n.t('Reading another file…') },
    };
  }
  if (!show) return { ...state, pinned, marks };
  const view = state.view && viewOn(state.view, panel.at ?? state.home ?? state.view.at);
  const shown = { ...state, view, pinned, marks, picked: panel.at, selection: panel.selection, explained: false, arrivals: state.arrivals + 1 };
  const hidden = panel.selection !== undefined && state.view !== undefined && placeOf(layoutOf(state.view, state.grid), panel.selection) === undefined;
  return hidden ? { ...shown, grid: { ...state.grid, filter: '', statuses: [], hideSame: false } } : shown;
}

const samePath = (a: NodePath, b: NodePath): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/** A node that was toggled twice is as it was at first. */
const toggledWith = (toggled: readonly NodePath[], node: NodePath): readonly NodePath[] =>
  (toggled.some((path) => samePath(path, node)) ? toggled.filter((path) => !samePath(path, node)) : [...toggled, node]);

export const sameCell = (a: CellName | undefined, b: CellName | undefined): boolean =>
  a !== undefined && b !== undefined && a.product === b.product && a.cloud === b.cloud;

/** The cell that is selected, if the matrix still has it. */
export const selectedCell = ({ view, selection }: ViewState): CellView | undefined =>
  view?.cells.find((cell) => sameCell(cell, selection));

/** What the view shows, as a value; every message and every choice makes a new one. */
import type { Assume, CellName, CellView, CommitmentsView, ExplainView, MatrixView, PanelState, PanelTab, ToView } from '../protocol.js';

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
  /** The day the user picked; undefined while nobody has. */
  readonly picked: string | undefined;
  readonly assume: Assume;
  readonly selection: CellName | undefined;
  readonly tab: PanelTab;
  readonly money: CommitmentsView | undefined;
}

/** What the user does. */
export type Choice =
  | { readonly type: 'pick-day'; readonly at: string }
  | { readonly type: 'set-assume'; readonly assume: Assume }
  | { readonly type: 'select-cell'; readonly cell: CellName }
  | { readonly type: 'choose-tab'; readonly tab: PanelTab };

export const initialState = (saved: PanelState): ViewState => ({
  uri: saved.uri, currency: { kind: 'waiting' }, view: undefined, explanation: undefined, explained: false,
  picked: saved.at, assume: saved.assume ?? {}, selection: saved.selection, tab: saved.tab ?? 'matrix', money: undefined,
});

export const persisted = ({ uri, picked, assume, selection, tab }: ViewState): PanelState =>
  ({ uri, at: picked, assume, selection, ...(tab === 'matrix' ? {} : { tab }) });

export function step(state: ViewState, event: ToView | Choice): ViewState {
  switch (event.type) {
    case 'matrix':
      return { ...state, view: event.view, assume: event.view.assumed, currency: { kind: 'current' }, explained: false };
    case 'stale':
      return { ...state, currency: { kind: 'stale', reason: event.reason } };
    case 'error':
      return { ...state, currency: { kind: 'error', message: event.message } };
    case 'explanation':
      return { ...state, explanation: event.explanation, explained: true };
    case 'money':
      return { ...state, money: event.view };
    case 'choose-tab':
      return { ...state, tab: event.tab };
    case 'draw':
      return state;
    case 'pick-day':
      return { ...state, picked: event.at };
    case 'set-assume':
      return { ...state, assume: event.assume };
    case 'select-cell':
      return { ...state, selection: event.cell, explained: false };
  }
}

export const sameCell = (a: CellName | undefined, b: CellName | undefined): boolean =>
  a !== undefined && b !== undefined && a.product === b.product && a.cloud === b.cloud;

/** The cell that is selected, if the matrix still has it. */
export const selectedCell = ({ view, selection }: ViewState): CellView | undefined =>
  view?.cells.find((cell) => sameCell(cell, selection));

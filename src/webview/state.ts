/** What the view shows, as a value; every message and every choice makes a new one. */
import type { Assume, CellName, CellView, ExplainView, MatrixView, NodePath, PanelState, Settlement, ToView } from '../protocol.js';

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
  | { readonly type: 'toggle'; readonly nodes: readonly NodePath[] };

export const initialState = (saved: PanelState): ViewState => ({
  uri: saved.uri, currency: { kind: 'waiting' }, view: undefined, explanation: undefined, explained: false,
  picked: saved.at, assume: saved.assume ?? {}, selection: saved.selection,
  settlement: undefined, toggled: saved.toggled ?? [],
});

export const persisted = ({ uri, picked, assume, selection, toggled }: ViewState): PanelState =>
  ({ uri, at: picked, assume, selection, ...(toggled.length === 0 ? {} : { toggled }) });

export function step(state: ViewState, event: ToView | Choice): ViewState {
  switch (event.type) {
    case 'matrix':
      return { ...state, view: event.view, assume: event.view.assumed, currency: { kind: 'current' }, explained: false };
    case 'stale':
      return { ...state, currency: { kind: 'stale', reason: event.reason } };
    case 'error':
      return { ...state, currency: { kind: 'error', message: event.message } };
    case 'explanation':
      return { ...state, explanation: event.explanation, explained: true, settlement: undefined };
    case 'settlement':
      return sameCell(event.settlement, state.explanation) ? { ...state, settlement: event.settlement } : state;
    case 'pick-day':
      return { ...state, picked: event.at };
    case 'set-assume':
      return { ...state, assume: event.assume };
    case 'select-cell':
      return { ...state, selection: event.cell, explained: false };
    case 'toggle':
      return { ...state, toggled: event.nodes.reduce(toggledWith, state.toggled).slice(-TOGGLED) };
  }
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

/** Starts the comparison view: draws what the extension sends, and tells it what the user chooses. */
import { render } from 'preact';
import type { CompareState, CompareView, FromCompareView } from '../../protocol.js';
import { isCompareState, isToCompareView } from '../../protocol-guards.js';
import { Comparison, type Shown } from './comparison.js';

interface HostApi {
  postMessage(message: FromCompareView): void;
  getState(): unknown;
  setState(state: CompareState): void;
}
declare function acquireVsCodeApi(): HostApi;

const root = document.getElementById('app');
if (root !== null) start(root);

function start(root: HTMLElement): void {
  const api = acquireVsCodeApi();
  const given: unknown = JSON.parse(root.dataset['state'] ?? 'null');
  const saved = api.getState();
  const initial = isCompareState(saved) ? saved : isCompareState(given) ? given : undefined;
  if (initial === undefined) return;
  let state = initial;
  let shown: Shown = { kind: 'waiting' };
  let view: CompareView | undefined;
  const draw = () => render(
    <Comparison
      view={view} shown={shown} state={state}
      onSides={(before, after) => {
        state = { ...state, before, after };
        api.setState(state);
        api.postMessage({ type: 'sides', before, after });
        draw();
      }}
      onCopy={() => api.postMessage({ type: 'copy' })}
      onReveal={(clause) => api.postMessage({ type: 'reveal', clause })}
    />, root);
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToCompareView(data)) return;
    if (data.type === 'comparison') {
      view = data.view;
      shown = { kind: 'current' };
    } else shown = data.type === 'stale' ? { kind: 'stale', reason: data.reason } : { kind: 'error', message: data.message };
    draw();
  });
  api.setState(state);
  draw();
  api.postMessage({ type: 'sides', before: state.before, after: state.after });
}

/** Starts the view: connects it to the extension and draws every state that messages and choices lead to. */
import { render } from 'preact';
import type { ToView } from '../protocol.js';
import { isToView } from '../protocol-guards.js';
import { App } from './app.js';
import { type Choice, initialState, persisted, step } from './state.js';
import { connectHost } from './vscode-api.js';

/** A day that has not moved for this long rests, in milliseconds. */
const REST = 120;

const root = document.getElementById('app');
if (root !== null) start(root);

function start(root: HTMLElement): void {
  const host = connectHost(root.dataset['uri'] ?? '');
  let state = initialState(host.saved);

  const handle = (event: ToView | Choice) => {
    state = step(state, event);
    host.save(persisted(state));
    draw();
  };
  /** A day that moves is drawn at once; the extension hears of it when it rests. */
  let resting: ReturnType<typeof setTimeout> | undefined;
  const move = (at: string) => {
    state = step(state, { type: 'pick-day', at });
    draw();
    clearTimeout(resting);
    resting = setTimeout(() => {
      host.save(persisted(state));
      host.post({ type: 'day', at });
    }, REST);
  };
  const draw = () => render(
    <App
      state={state}
      onDay={(at) => { clearTimeout(resting); handle({ type: 'pick-day', at }); host.post({ type: 'day', at }); }}
      onMove={move}
      onAssume={(assume) => { handle({ type: 'set-assume', assume }); host.post({ type: 'assume', assume }); }}
      onSelect={(cell) => { handle({ type: 'select-cell', cell }); host.post({ type: 'select', ...cell }); }}
      onReveal={(clause) => host.post({ type: 'reveal', clause })}
      onExpect={({ product, cloud }) => host.post({ type: 'expect', product, cloud })}
    />, root);

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToView(data)) handle(data);
  });
  host.save(persisted(state));
  draw();
  host.post({ type: 'ready' });
}

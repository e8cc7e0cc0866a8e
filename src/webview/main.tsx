/** Starts the view: connects it to the extension and draws every state that messages and choices lead to. */
import { render } from 'preact';
import type { ToView } from '../protocol.js';
import { isToView } from '../protocol-guards.js';
import { App } from './app.js';
import { nameCells } from './context-menu.js';
import { pngOf } from './draw.js';
import { type Choice, initialState, persisted, step } from './state.js';
import { connectHost } from './vscode-api.js';

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
  const draw = () => render(
    <App
      state={state}
      onDay={(at) => { handle({ type: 'pick-day', at }); host.post({ type: 'day', at }); }}
      onAssume={(assume) => { handle({ type: 'set-assume', assume }); host.post({ type: 'assume', assume }); }}
      onSelect={(cell) => { handle({ type: 'select-cell', cell }); host.post({ type: 'select', ...cell }); }}
      onReveal={(clause) => host.post({ type: 'reveal', clause })}
      onTab={(tab) => { handle({ type: 'choose-tab', tab }); host.post({ type: 'tab', tab }); }}
      onTake={(how) => host.post({ type: 'take', how })}
      onExpect={({ product, cloud }) => host.post({ type: 'expect', product, cloud })}
    />, root);

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToView(data)) return;
    if (data.type === 'draw') void pngOf(data.svg).then((drawing) => host.post({ type: 'drawn', id: data.id, ...drawing }));
    else handle(data);
  });
  nameCells(state.uri);
  host.save(persisted(state));
  draw();
  host.post({ type: 'ready' });
}

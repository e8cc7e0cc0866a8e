/** Starts the view: connects it to the extension and draws every state that messages and choices lead to. */
import { render } from 'preact';
import type { Assume, ToView } from '../protocol.js';
import { isToView } from '../protocol-guards.js';
import { App } from './app.js';
import { type Choice, initialState, persisted, step } from './state.js';
import { titleOf, type TreeNode } from './tree-model.js';
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
  const assume = (assume: Assume) => { handle({ type: 'set-assume', assume }); host.post({ type: 'assume', assume }); };
  /** What a node proposes is assumed beside what is assumed already, or written into the text. */
  const act = ({ kind, id, assume: more }: TreeNode) => {
    if (more !== undefined) assume({ ...state.assume, ...more });
    else if (kind === 'fix') host.post({ type: 'settle', title: titleOf(id) });
  };
  const draw = () => render(
    <App
      state={state}
      onDay={(at) => { handle({ type: 'pick-day', at }); host.post({ type: 'day', at }); }}
      onAssume={assume}
      onSelect={(cell) => { handle({ type: 'select-cell', cell }); host.post({ type: 'select', ...cell }); }}
      onToggle={(nodes) => handle({ type: 'toggle', nodes })}
      onShow={(node) => host.post({ type: 'show', node })}
      onAct={act}
      onExpect={({ product, cloud }) => host.post({ type: 'expect', product, cloud })}
    />, root);

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToView(data)) handle(data);
  });
  host.save(persisted(state));
  draw();
  host.post({ type: 'ready' });
}

/** Starts the view: connects it to the extension and draws every state that messages and choices lead to. */
import { type ComponentProps, render } from 'preact';
import type { Drawing, ScrollPlace, ToView } from '../protocol.js';
import { isToView } from '../protocol-guards.js';
import { App } from './app.js';
import { nameCells } from './context-menu.js';
import { type Choice, initialState, persisted, step } from './state.js';
import { connectHost } from './vscode-api.js';

/** Scrolling has come to rest after this many milliseconds without any. */
const SETTLED = 150;
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
  /** The same for every drawing: what depends on nothing else is drawn once. */
  const actions: Omit<ComponentProps<typeof App>, 'state'> = {
    onDay: (at) => { clearTimeout(resting); handle({ type: 'pick-day', at }); host.post({ type: 'day', at }); },
    onMove: move,
    onAssume: (assume) => { handle({ type: 'set-assume', assume }); host.post({ type: 'assume', assume }); },
    onSelect: (cell) => { handle({ type: 'select-cell', cell }); host.post({ type: 'select', ...cell }); },
    onReveal: (clause) => host.post({ type: 'reveal', clause }),
    onFocusCell: (cell) => mark(cell?.because ?? []),
    onArrange: (grid) => handle({ type: 'arrange', grid }),
    onMarks: (marks) => host.post({ type: 'set-marks', marks }),
    onScroll: (grid) => scrolled(grid),
    onTab: (tab) => { handle({ type: 'choose-tab', tab }); host.post({ type: 'tab', tab }); },
    onTake: (how) => host.post({ type: 'take', how }),
    onToggle: (nodes) => handle({ type: 'toggle', nodes }),
    onShow: (node) => host.post({ type: 'show', node }),
    onSettle: (title) => host.post({ type: 'settle', title }),
    onExpect: ({ product, cloud }) => host.post({ type: 'expect', product, cloud }),
  };
  const draw = () => render(<App state={state} {...actions} />, root);

  let marked = '';
  const mark = (clauses: readonly string[]) => {
    if (clauses.join('\n') === marked) return;
    marked = clauses.join('\n');
    host.post({ type: 'mark', clauses });
  };
  /** Kept once the scrolling has come to rest, that of the page and that of the grid together. */
  let rest: ReturnType<typeof setTimeout> | undefined;
  let latest: Omit<ScrollPlace, 'page'> | undefined;
  const scrolled = (grid = latest) => {
    latest = grid;
    clearTimeout(rest);
    rest = setTimeout(() => {
      handle({ type: 'scroll', scroll: { top: 0, left: 0, ...state.scroll, ...latest, page: window.scrollY } });
    }, SETTLED);
  };

  window.addEventListener('scroll', () => scrolled(), { passive: true });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToView(data)) return;
    if (data.type === 'panel') clearTimeout(resting); // the day that moved may have been that of another file
    if (data.type === 'draw') void drawn(data.svg).then((drawing) => host.post({ type: 'drawn', id: data.id, ...drawing }));
    else handle(data);
  });
  nameCells(state.uri);
  host.save(persisted(state));
  draw();
  host.post({ type: 'ready' });
}

/** Never rejects. */
async function drawn(svg: string): Promise<Drawing> {
  try {
    return await (await import('./draw.js')).pngOf(svg);
  } catch (error) {
    return { png: null, problem: String(error) };
  }
}

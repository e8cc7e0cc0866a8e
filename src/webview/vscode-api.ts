import type { FromView, PanelState } from '../protocol.js';
import { isPanelState } from '../protocol-guards.js';

interface HostApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): HostApi;

/** The extension, as the view knows it. */
export interface Host {
  readonly post: (message: FromView) => void;
  readonly save: (state: PanelState) => void;
  /** What was saved before the view was last hidden or reloaded; it may be about another file than the panel began with. */
  readonly saved: PanelState;
}

/** May be called once in the life of a page: VS Code hands out its API only once. `uri` names the file that the panel began with. */
export function connectHost(uri: string): Host {
  const api = acquireVsCodeApi();
  const before = api.getState();
  return {
    post: (message) => api.postMessage(message),
    save: (state) => api.setState(state),
    saved: isPanelState(before) ? before : { uri },
  };
}

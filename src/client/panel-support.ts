import { type CancellationToken, ConfigurationTarget, type Uri, workspace } from 'vscode';
import type { MarkSettings } from '../protocol.js';

/** What a matrix panel needs beside its own state. */

/** The language server as a panel needs it. */
export interface ServerLink {
  /** True also while it starts: requests wait until it has started. */
  readonly running: () => boolean;
  readonly request: (method: string, params: unknown, token: CancellationToken) => Promise<unknown>;
}

export const CELLS = 'matrix.markCells';
export const TEXT = 'matrix.markClauses';

/** Writes what differs into the user's settings. */
export async function setMarks(wanted: MarkSettings, now: MarkSettings): Promise<void> {
  const settings = workspace.getConfiguration('entente');
  if (wanted.cells !== now.cells) await settings.update(CELLS, wanted.cells, ConfigurationTarget.Global);
  if (wanted.text !== now.text) await settings.update(TEXT, wanted.text, ConfigurationTarget.Global);
}

/** Text of an agreement in a notification, where `[…](…)` would be a link. */
export const plain = (text: string): string => text.replaceAll('](', '] (');

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The last part of a path. */
export const fileName = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** The present day of the user's clock and time zone. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Entry in a browser. */
import type { ExtensionContext } from 'vscode';
import { type Api, startExtension } from './extension.js';

export const activate = (context: ExtensionContext): Api =>
  startExtension(context, async (output) => (await import('./web-client.js')).webClient(context, output));

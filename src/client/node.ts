/** Entry on desktop and remote hosts. */
import type { ExtensionContext } from 'vscode';
import { type Api, startExtension } from './extension.js';
import { ententeTasks } from './tasks.js';

export function activate(context: ExtensionContext): Api {
  context.subscriptions.push(ententeTasks(context.extensionUri));
  return startExtension(context, async (output) => (await import('./node-client.js')).nodeClient(context, output));
}

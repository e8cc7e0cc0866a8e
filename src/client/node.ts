/** Entry on desktop and remote hosts: the server is a Node process of its own, spoken to over Node's IPC. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, startExtension } from './extension.js';
import { ententeTasks } from './tasks.js';

export function activate(context: ExtensionContext): Promise<Api> {
  context.subscriptions.push(ententeTasks(context.extensionUri));
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  return startExtension(context, (id, name, options) => new LanguageClient(id, name, {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  }, options));
}

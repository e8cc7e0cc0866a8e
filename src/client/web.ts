/** Entry in a browser: the server is a web worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './extension.js';

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'web.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  // Reader and writer are made here because the client's own check (`instanceof Worker`) fails in hosts that wrap Worker.
  const startWorker = () => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Entente' });
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return startExtension(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
}

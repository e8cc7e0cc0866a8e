import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.js';
import { ENTENTE } from './language.js';

/** The server is a web worker. */
export function webClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'web.js');
  let stop = () => {};
  context.subscriptions.push({ dispose: () => stop() });
  const startWorker = async () => {
    stop();
    const url = await workerUrl(script);
    const worker = new Worker(url, { name: 'Entente' });
    stop = () => {
      worker.terminate();
      URL.revokeObjectURL(url); // Not earlier: the worker loads it some time after its start. Other addresses are left alone.
    };
    // Made here because the client's own check, `instanceof Worker`, fails: the host has put something else in its place.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(ENTENTE, 'Entente', startWorker, clientOptions(context, output));
}

/** The host starts no worker from the address of an extension on a remote machine; there, its text is brought over. */
async function workerUrl(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
}

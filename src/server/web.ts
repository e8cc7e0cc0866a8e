import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { Connection } from './connection.js';
import { serve } from './server.js';

/** The server as a web worker: it reads every file through the client. */
const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = new Connection((logger) => createMessageConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), logger));
serve(connection);
connection.listen();

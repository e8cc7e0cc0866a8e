import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { leadsOut, listOnDisk, readFromDisk } from './disk.js';
import { serve, type ServerEnvironment } from './server.js';

/** The pages about findings beside the bundle: `dist/server/node.js` and `dist/cli/entente.js` are both two folders deep. */
function environment(): ServerEnvironment {
  const docs = typeof __dirname === 'string' ? `${pathToFileURL(path.join(__dirname, '..', '..', 'docs', 'findings')).href}/` : undefined;
  return { disk: readFromDisk, leadsOut, list: listOnDisk, docs };
}

/** Serves on standard input and output until the client says goodbye or the input ends; ends the process then. */
export function startStdio(): void {
  const connection = createConnection(process.stdin, process.stdout);
  serve(connection, environment());
  connection.listen();
}

/** Serves the process that forked this one. */
export function startIpc(): void {
  const connection = createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  serve(connection, environment());
  connection.listen();
}

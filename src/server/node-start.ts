import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter, type MessageReader, type MessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { Connection } from './connection.js';
import { leadsOut, listOnDisk, readFromDisk } from './disk.js';
import { serve } from './server.js';

/** How often the server looks whether its client is still there, in milliseconds. */
const WATCH = 3000;

/** The pages about findings, for a bundle of the command line: it is two folders deep. */
const besideBundle = (): string | undefined => (typeof __dirname === 'string' ? `${pathToFileURL(path.join(__dirname, '..', '..', 'docs', 'findings')).href}/` : undefined);

const exit = (code: number): never => process.exit(code);

/** A client that died without a word may have left its end of the pipe open in another process. */
function watch(client: number): void {
  setInterval(() => {
    try {
      process.kill(client, 0);
    } catch {
      exit(1);
    }
  }, WATCH).unref();
}

/** The heap may grow by half of what is alive until the garbage of former texts is collected, and the space for what is new keeps its size. */
const HEAP = ['--heap-growing-percent=50', '--semi-space-growth-factor=1'];

function start(reader: MessageReader, writer: MessageWriter, docs: string | undefined): Connection {
  HEAP.forEach((flag) => setFlagsFromString(flag));
  const connection = new Connection((logger) => createMessageConnection(reader, writer, logger), { watch, exit });
  serve(connection, { disk: readFromDisk, leadsOut, list: listOnDisk, docs });
  connection.listen();
  return connection;
}

/** Serves on standard input and output until the client says goodbye or the input ends; ends the process then. `docs`: the pages about findings, with a closing slash. */
export function startStdio(docs = besideBundle()): void {
  const connection = start(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout), docs);
  process.stdin.once('end', () => connection.end());
}

/** Serves the process that forked this one, as long as that is there. */
export function startIpc(docs = besideBundle()): void {
  const connection = start(new IPCMessageReader(process), new IPCMessageWriter(process), docs);
  process.once('disconnect', () => connection.end());
}

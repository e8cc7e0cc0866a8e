import { startIpc, startStdio } from './node-start.js';

/** The pages about findings: the bundle is two folders deep. */
const docs = new URL('../../docs/findings/', import.meta.url).href;

/** The server as a process: `--stdio` for any editor, Node IPC for the VS Code extension. */
if (process.argv.includes('--stdio')) {
  startStdio(docs);
} else if (process.argv.includes('--node-ipc') || process.send !== undefined) {
  startIpc(docs);
} else {
  process.stderr.write('The Entente language server speaks the Language Server Protocol; start it with --stdio.\n');
  process.exitCode = 2;
}

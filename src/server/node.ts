import { startIpc, startStdio } from './node-start.js';

/** The server as a process: `--stdio` for any editor, Node IPC for the VS Code extension. */
if (process.argv.includes('--stdio')) {
  startStdio();
} else if (process.argv.includes('--node-ipc') || process.send !== undefined) {
  startIpc();
} else {
  process.stderr.write('The Entente language server speaks the Language Server Protocol; start it with --stdio.\n');
  process.exitCode = 2;
}

/** A bundle of its own, as that of `entente mcp`: no other command loads the language server. */
export { startStdio } from '../server/node-start.js';

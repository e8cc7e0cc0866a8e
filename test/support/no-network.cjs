// Preloaded into a process: whatever would leave it is refused, and named on standard error.
'use strict';
const refuse = (what) => function refused() {
  process.stderr.write(`REACHED OUT: ${what}\n`);
  throw new Error(`${what} is refused`);
};
for (const [module, names] of Object.entries({
  net: ['connect', 'createConnection', 'createServer'], tls: ['connect'], http: ['request', 'get'], https: ['request', 'get'], http2: ['connect'], dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6'], child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'], worker_threads: ['Worker'], vm: ['runInThisContext', 'runInNewContext', 'Script'],
})) for (const name of names) require(`node:${module}`)[name] = refuse(`${module}.${name}`);
require('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
require('node:dns').promises.lookup = refuse('dns.promises.lookup');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);

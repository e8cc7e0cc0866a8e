/** A language server as a process, spoken to over stdio as an editor does. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const URI = 'file:///deals/bench.entente.yaml';
const SCHEMA = pathToFileURL(path.join(ROOT, 'schema', 'entente.schema.json')).href;
const YAML_SETTINGS = { schemas: { [SCHEMA]: '*.entente.yaml' }, schemaStore: { enable: false }, validate: true, completion: true, hover: true };

/** What there is to start: our server, the peer, and two floors. */
export const SERVERS = {
  ours: path.join(ROOT, 'dist', 'server', 'node.js'),
  yaml: path.join(path.dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin', 'yaml-language-server'),
  idle: path.join(ROOT, 'bench', 'peers', 'idle.mjs'),
  parsing: path.join(ROOT, 'bench', 'peers', 'parsing.mjs'),
};

export class Server {
  /** Resolves once the server has answered `initialize`; `spawned` is the time that took. */
  static async start(name) {
    const server = new Server(name);
    const start = performance.now();
    server.begin(SERVERS[name]);
    await server.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, initializationOptions: {},
      capabilities: {
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true }, hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } }, definition: { linkSupport: true },
        },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
    });
    server.spawned = performance.now() - start;
    server.started = start;
    await server.connection.sendNotification('initialized', {});
    if (name === 'yaml') await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: YAML_SETTINGS } });
    return server;
  }

  constructor(name) {
    this.name = name;
    this.version = 0;
    /** Versions in the order in which findings of them came; null where the server does not say. */
    this.published = [];
    this.waiting = [];
  }

  begin(script) {
    this.process = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ version = null }) => {
      this.published.push(version);
      const done = this.waiting.filter((waiting) => version === null || version >= waiting.version);
      this.waiting = this.waiting.filter((waiting) => !done.includes(waiting));
      for (const each of done) each.done();
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => (section === 'yaml' ? YAML_SETTINGS : null)));
    this.connection.listen();
  }

  /** Resolves with the next findings of the version or of a newer one; with the next ones, where a server does not say which version they are of. */
  diagnostics(version) {
    return new Promise((done) => this.waiting.push({ version, done }));
  }

  open(text) {
    const arrived = this.diagnostics(this.version += 1);
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: this.name === 'yaml' ? 'yaml' : 'entente', version: this.version, text } });
    return arrived;
  }

  /** Sends an edit; resolves with its findings. */
  change(range, text) {
    const arrived = this.diagnostics(this.version += 1);
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: this.version }, contentChanges: [{ range, text }] });
    return arrived;
  }

  request(method, position) {
    return this.connection.sendRequest(method, { textDocument: { uri: URI }, position });
  }

  /** Resident memory in bytes. */
  memory() {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.process.pid)], { encoding: 'utf8' })) * 1024;
  }

  async stop() {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }
}

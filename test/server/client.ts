import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const SERVER = join(ROOT, 'dist/server/node.js');

export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly tags?: readonly number[];
  readonly codeDescription?: { readonly href: string };
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string }; readonly message: string }[];
}
export interface Position { readonly line: number; readonly character: number }
export interface Published { readonly uri: string; readonly version?: number; readonly diagnostics: readonly Diagnostic[] }

const CAPABILITIES = {
  general: { positionEncodings: ['utf-8', 'utf-16'] },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] }, codeDescriptionSupport: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** The built server as a child process, spoken to as an editor does. */
export class Client {
  readonly connection: MessageConnection;
  readonly published: Published[] = [];
  readonly analysed: { uri: string; version: number | null; summary?: object }[] = [];
  /** Everything on standard output that is no message, and standard error. */
  errors = '';
  private readonly waiting: (() => void)[] = [];
  private readonly process: ChildProcess;

  constructor(env: NodeJS.ProcessEnv = {}, server = SERVER) {
    if (!existsSync(server)) throw new Error(`${server} is missing: run \`node esbuild.mjs\` first.`);
    this.process = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe', env: { ...process.env, ...env } });
    this.process.stderr!.on('data', (data: Buffer) => (this.errors += data.toString()));
    const reader = new StreamMessageReader(this.process.stdout!);
    reader.partialMessageTimeout = 0; // of a server that is killed, half a message may be all that comes
    this.connection = createMessageConnection(reader, new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      this.wake();
    });
    this.connection.onNotification('entente/analysed', (params: { uri: string; version: number | null }) => {
      this.analysed.push(params);
      this.wake();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void (this.errors += message));
    this.connection.listen();
  }

  async initialize(more: { capabilities?: object; initializationOptions?: object; folder?: string } = {}): Promise<{ capabilities: Record<string, unknown> }> {
    const { capabilities = {}, initializationOptions, folder } = more;
    const result = await this.request<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: process.pid, rootUri: null, capabilities: { ...CAPABILITIES, ...capabilities }, initializationOptions,
      ...(folder === undefined ? {} : { workspaceFolders: [{ uri: folder, name: 'test' }] }),
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'entente', version, text } });
  }

  change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The newest diagnostics of a version, as soon as there are some. */
  async diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return this.until(() => this.published.findLast((published) => published.uri === uri && published.version === version)?.diagnostics);
  }

  async until<T>(ready: () => T | undefined): Promise<T> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const value = ready();
      if (value !== undefined) return value;
      if (Date.now() > deadline) throw new Error(`Nothing arrived in time. ${this.errors}`);
      await new Promise<void>((done) => {
        this.waiting.push(done);
        setTimeout(done, 200).unref();
      });
    }
  }

  /** Says goodbye, politely or not, and returns the exit code. */
  async exit(shutdown = true): Promise<number | null> {
    const ended = once(this.process, 'exit') as Promise<[number | null]>;
    if (shutdown) await this.request('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await ended;
    this.connection.dispose();
    return code;
  }

  kill(): void {
    this.connection.dispose();
    this.process.kill();
  }

  private wake(): void {
    for (const done of this.waiting.splice(0)) done();
  }
}

/** The position of a text inside another, in UTF-16 units. */
export function positionOf(text: string, needle: string, inside = 0): Position {
  const offset = text.indexOf(needle);
  if (offset < 0) throw new Error(`${needle} is not in the text.`);
  const before = text.slice(0, offset + inside).split('\n');
  return { line: before.length - 1, character: before[before.length - 1]!.length };
}

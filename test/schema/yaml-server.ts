import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const SCHEMA = join(ROOT, 'schema/entente.schema.json');
const SERVER = join(dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');

export interface Complaint { readonly message: string; readonly range: { readonly start: { readonly line: number; readonly character: number } } }
export interface Item {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
}

/** `yaml-language-server`, the engine of the generic YAML extensions, with our schema for our files and no other source of schemas. */
export class YamlServer {
  private readonly process: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly waiting = new Map<string, (complaints: readonly Complaint[]) => void>();
  private opened = 0;

  constructor() {
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: readonly Complaint[] }) => {
      this.waiting.get(uri)?.(diagnostics);
      this.waiting.delete(uri);
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) => items.map(({ section }) => (section === 'yaml' ? this.settings : null)));
    this.connection.listen();
  }

  private get settings(): object {
    return { schemas: { [pathToFileURL(SCHEMA).href]: '*.entente.yaml' }, schemaStore: { enable: false }, validate: true, completion: true, hover: true };
  }

  async start(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null,
      capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] } },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
    });
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: this.settings } });
  }

  /** What it says about a text; the text stays open under the address that is returned. */
  async complaints(text: string): Promise<{ readonly uri: string; readonly complaints: readonly Complaint[] }> {
    const uri = `file:///deals/${++this.opened}.entente.yaml`;
    const complaints = new Promise<readonly Complaint[]>((done) => this.waiting.set(uri, done));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return { uri, complaints: await complaints };
  }

  /** What it offers where `|` stands in a text. */
  async completion(marked: string): Promise<readonly Item[]> {
    const { uri, position } = await this.at(marked);
    const answer = await this.connection.sendRequest<{ items: readonly Item[] } | readonly Item[]>('textDocument/completion', { textDocument: { uri }, position });
    return 'items' in answer ? answer.items : answer;
  }

  /** What it says about the word at `|`. */
  async hover(marked: string): Promise<string> {
    const { uri, position } = await this.at(marked);
    const answer = await this.connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri }, position });
    return answer?.contents.value ?? '';
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  private async at(marked: string): Promise<{ uri: string; position: { line: number; character: number } }> {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const { uri } = await this.complaints(marked.replace('|', ''));
    return { uri, position: { line: before.length - 1, character: before.at(-1)!.length } };
  }
}

import type { CancellationToken, Logger, MessageConnection } from 'vscode-jsonrpc';
import type { Diagnostic, InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver-protocol';
import { MessageType } from './lsp.js';

/** The process that serves; a web worker has none to watch or to end. */
export interface ServingProcess {
  /** Called once with the process of the client. The server must not outlive it. */
  readonly watch: (client: number) => void;
  readonly exit: (code: number) => void;
}

export interface Progress {
  /** Per cent, and a message beside it. */
  readonly report: (percentage: number, message: string) => void;
  readonly done: () => void;
}

/**
 * What the server needs of the Language Server Protocol, over a connection for JSON-RPC: methods by their names, start and
 * end as the protocol has them. The protocol's own library for servers brings every method there is, at three times the size.
 */
export class Connection {
  private readonly messages: MessageConnection;
  private registrations = 0;
  private shutDown = false;

  constructor(connect: (logger: Logger) => MessageConnection, private readonly serving?: ServingProcess) {
    const info = (): void => undefined;
    this.messages = connect({ error: (message) => this.error(message), warn: (message) => this.warn(message), info, log: info });
    this.onNotification('exit', () => this.end());
    this.messages.onClose(() => this.end());
  }

  /** Ends the process; as a failure, unless the client has said goodbye. */
  end(): void {
    this.serving?.exit(this.shutDown ? 0 : 1);
  }

  listen(): void {
    this.messages.listen();
  }

  onInitialize(answer: (params: InitializeParams) => InitializeResult): void {
    this.onRequest('initialize', (params: InitializeParams) => {
      if (typeof params.processId === 'number') this.serving?.watch(params.processId);
      return answer(params);
    });
  }

  onShutdown(notice: () => void): void {
    this.onRequest('shutdown', () => {
      this.shutDown = true;
      notice();
      return null;
    });
  }

  /** The parameters are undefined where the message has none; they come from outside and have no type but what the client says. */
  onRequest<P, R>(method: string, answer: (params: P, token: CancellationToken) => R | Promise<R>): void {
    this.messages.onRequest<unknown, void>(method, (...args: unknown[]) => answer((args.length > 1 ? args[0] : undefined) as P, args.at(-1) as CancellationToken));
  }

  onNotification<P>(method: string, notice: (params: P) => void): void {
    this.messages.onNotification(method, (params: P) => notice(params));
  }

  sendRequest<R = unknown>(method: string, params?: object): Promise<R> {
    return params === undefined ? this.messages.sendRequest(method) : this.messages.sendRequest(method, params);
  }

  /** Never fails: nothing can be said to a client that has gone. */
  notify(method: string, params: object): void {
    this.messages.sendNotification(method, params).catch(() => undefined);
  }

  error(message: string): void {
    this.notify('window/logMessage', { type: MessageType.Error, message });
  }

  warn(message: string): void {
    this.notify('window/logMessage', { type: MessageType.Warning, message });
  }

  publish(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    this.notify('textDocument/publishDiagnostics', { uri, ...(version === undefined ? {} : { version }), diagnostics });
  }

  /** Asks the client to send a notification from now on. */
  async register(method: string, registerOptions: object): Promise<void> {
    await this.sendRequest('client/registerCapability', { registrations: [{ id: `entente-${this.registrations += 1}`, method, registerOptions }] });
  }

  async folders(): Promise<readonly WorkspaceFolder[]> {
    return await this.sendRequest<WorkspaceFolder[] | null>('workspace/workspaceFolders') ?? [];
  }

  /** One section of the client's settings, for a file or for the window. */
  async configuration(section: string, scopeUri?: string): Promise<unknown> {
    const [value] = await this.sendRequest<unknown[]>('workspace/configuration', { items: [{ section, ...(scopeUri === undefined ? {} : { scopeUri }) }] });
    return value;
  }

  /** Shows progress from 0 per cent on. Only for clients that can show it. */
  async progress(title: string): Promise<Progress> {
    const token = `entente-${this.registrations += 1}`;
    await this.sendRequest('window/workDoneProgress/create', { token });
    const send = (value: object): void => this.notify('$/progress', { token, value });
    send({ kind: 'begin', title, percentage: 0, cancellable: false });
    return { report: (percentage, message) => send({ kind: 'report', percentage, message }), done: () => send({ kind: 'end' }) };
  }
}

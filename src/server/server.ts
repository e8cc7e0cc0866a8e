import {
  CodeLensRefreshRequest, type Connection, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, ErrorCodes, type InitializeResult, ResponseError, TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Day, parseDate } from '../base/dates.js';
import { type AnalysedParams, NOTIFICATIONS, REQUESTS } from '../protocol.js';
import { LENS_KINDS, type LensKind } from '../service/code-lenses.js';
import { ALL_HINTS, HINT_KINDS, type HintKinds } from '../service/inlay-hints.js';
import { summaryOf } from '../service/summary.js';
import { Converters } from './convert.js';
import { diagnosticOf, Places } from './diagnostics.js';
import { applyChanges } from './documents.js';
import { Features, FIX_ALL } from './features.js';
import { type ClientOptions, isRecord, optionsOf } from './options.js';
import { expectationRequest, explainRequest, locateRequest, matrixRequest, testsRequest } from './requests.js';
import { type Analysed, Workspace } from './workspace.js';

export interface ServerEnvironment {
  /** Reads files without the client; absent where there is no disk. */
  readonly disk?: ((uri: string, folder: string) => Promise<string | null>) | undefined;
  /** Where the pages about findings are, unless the client says otherwise; with a closing slash. */
  readonly docs?: string | undefined;
  readonly version?: string | undefined;
}

const WATCHED = '**/*.{entente.yaml,entente.yml,txt,md}';

/** Serves one client over a connection that is not listening yet. Knows no transport. */
export function serve(connection: Connection, environment: ServerEnvironment = {}): void {
  let session: Session | undefined;
  const started = (): Session => {
    if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    return session;
  };
  const failed = (what: string, error: unknown): void => connection.console.error(`${what} failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);

  /** An error is logged and answered; it never ends the server. */
  const answering = <P, R>(what: string, answer: (session: Session, params: P) => Promise<R>) => async (params: P): Promise<R> => {
    try {
      return await answer(started(), params);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      failed(what, error);
      throw new ResponseError(ErrorCodes.InternalError, `${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const noticing = <P>(what: string, notice: (session: Session, params: P) => void) => (params: P): void => {
    try {
      if (session) notice(session, params);
    } catch (error) {
      failed(what, error);
    }
  };

  connection.onInitialize((params): InitializeResult => {
    session = new Session(connection, environment, optionsOf(params, environment.docs), failed);
    return session.result();
  });
  connection.onInitialized(() => void session?.register());
  connection.onDidOpenTextDocument(noticing('Opening', ({ workspace }, { textDocument: { uri, version, text } }) => workspace.put({ uri, version, text })));
  connection.onDidChangeTextDocument(noticing('A change', ({ workspace, options }, { textDocument: { uri, version }, contentChanges }) => {
    const document = workspace.document(uri);
    if (document) workspace.put({ uri: document.uri, version, text: applyChanges(document.text, contentChanges, options.encoding) });
  }));
  connection.onDidCloseTextDocument(noticing('Closing', (current, { textDocument: { uri } }) => current.close(uri)));
  connection.onDidChangeWatchedFiles(noticing('A change of files', ({ workspace }, { changes }) => workspace.changed(changes.map(({ uri }) => uri).filter((uri) => !workspace.document(uri)))));
  connection.onDidChangeConfiguration(noticing('A change of settings', (current) => current.settingsChanged()));

  connection.onHover(answering('Hover', ({ features }, params) => features.hover(params)));
  connection.onCompletion(answering('Completion', ({ features }, params) => features.completion(params)));
  connection.onDocumentSymbol(answering('Outline', ({ features }, params) => features.documentSymbols(params)));
  connection.onDefinition(answering('Definition', ({ features }, params) => features.definition(params)));
  connection.onReferences(answering('References', ({ features }, params) => features.references(params)));
  connection.onCodeLens(answering('Code lenses', async (current, params) => current.features.codeLenses(params, await current.lensKinds(params.textDocument.uri))));
  connection.languages.inlayHint.on(answering('Inlay hints', async (current, params) => current.features.inlayHints(params, await current.hintKinds(params.textDocument.uri))));
  connection.onCodeAction(answering('Code actions', ({ features }, params) => features.codeActions(params)));
  connection.onRequest(REQUESTS.matrix, answering('The matrix', ({ workspace }, params: unknown) => matrixRequest(workspace, params)));
  connection.onRequest(REQUESTS.explain, answering('The explanation', ({ workspace }, params: unknown) => explainRequest(workspace, params)));
  connection.onRequest(REQUESTS.locate, answering('Locating', ({ workspace }, params: unknown) => locateRequest(workspace, params)));
  connection.onRequest(REQUESTS.tests, answering('Running the tests', ({ workspace }, params: unknown) => testsRequest(workspace, params)));
  connection.onRequest(REQUESTS.expectation, answering('Saving the expectation', ({ workspace }, params: unknown) => expectationRequest(workspace, params)));
  connection.onShutdown(() => session?.stop());
}

/** From the client's `initialize` on: its options, its texts and what is served from them. */
class Session {
  readonly workspace: Workspace;
  readonly features: Features;
  private readonly converters: Converters;
  private readonly asOf = new Map<string, Promise<Day | undefined>>();
  private readonly hints = new Map<string, Promise<HintKinds>>();
  private readonly lenses = new Map<string, Promise<readonly LensKind[]>>();
  private stopped = false;

  constructor(
    private readonly connection: Connection, private readonly environment: ServerEnvironment, readonly options: ClientOptions,
    private readonly failed: (what: string, error: unknown) => void,
  ) {
    this.converters = new Converters(options.encoding);
    this.workspace = new Workspace({
      read: (uri, folder) => this.read(uri, folder), asOf: (uri) => this.asOfSetting(uri), analysed: (result) => this.publish(result), failed,
    });
    this.workspace.setFolders(options.folders);
    this.features = new Features(this.workspace, options, this.converters);
  }

  result(): InitializeResult {
    const { version } = this.environment;
    return {
      serverInfo: { name: 'entente', ...(version === undefined ? {} : { version }) },
      capabilities: {
        positionEncoding: this.options.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':', ' ', '[', '{', ',', '/'] },
        documentSymbolProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        codeLensProvider: {},
        inlayHintProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  /** Asks for news of files, settings and folders, as far as the client can be asked. */
  async register(): Promise<void> {
    const { options, connection } = this;
    try {
      if (options.folderChanges) {
        connection.workspace.onDidChangeWorkspaceFolders(() => {
          void connection.workspace.getWorkspaceFolders().then((folders) => this.workspace.setFolders((folders ?? []).map(({ uri }) => uri)));
        });
      }
      if (options.watchConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'entente' });
      if (options.watchFiles) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] });
        this.workspace.watched = true;
      }
    } catch (error) {
      this.failed('Registration', error);
    }
  }

  close(uri: string): void {
    this.workspace.close(uri);
    this.hints.delete(uri);
    this.lenses.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  settingsChanged(): void {
    this.asOf.clear();
    this.hints.clear();
    this.lenses.clear();
    this.workspace.refreshAll();
    if (this.options.refreshHints) this.connection.languages.inlayHint.refresh().catch((error: unknown) => this.failed('Refreshing the inlay hints', error));
    if (this.options.refreshLenses) this.connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => this.failed('Refreshing the code lenses', error));
  }

  stop(): void {
    this.stopped = true;
  }

  private publish({ uri, file, version, analysis }: Analysed): void {
    if (this.stopped) return;
    if (version !== null) {
      const places = new Places(analysis, this.converters, (other) => this.workspace.clientUri(other));
      const diagnostics = analysis.findings.filter(({ place }) => place.file === file).map((finding) => diagnosticOf(finding, places, this.options.diagnostics));
      void this.connection.sendDiagnostics({ uri, version, diagnostics });
    }
    void this.connection.sendNotification(NOTIFICATIONS.analysed, { uri, version, summary: summaryOf(analysis) } satisfies AnalysedParams);
  }

  private async read(uri: string, folder: string): Promise<string | null> {
    const { disk } = this.environment;
    if (disk && !this.options.clientFiles) return disk(uri, folder);
    try {
      const answer: unknown = await this.connection.sendRequest(REQUESTS.readFile, { uri });
      return isRecord(answer) && typeof answer['text'] === 'string' ? answer['text'] : null;
    } catch (error) {
      this.failed(`Reading ${uri}`, error);
      return null;
    }
  }

  /** The settings `entente.inlayHints.*` for a file, asked once until settings change; what is not false is on. */
  hintKinds(uri: string): Promise<HintKinds> {
    if (!this.options.configuration) return Promise.resolve(ALL_HINTS);
    const known = this.hints.get(uri);
    if (known) return known;
    const asked = this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'entente.inlayHints' }).then((value: unknown): HintKinds => {
      const off = HINT_KINDS.filter((kind) => isRecord(value) && value[kind] === false);
      return { ...ALL_HINTS, ...Object.fromEntries(off.map((kind) => [kind, false])) };
    }, (error: unknown) => {
      this.failed('Reading the settings', error);
      return ALL_HINTS;
    });
    this.hints.set(uri, asked);
    return asked;
  }

  /** The settings `entente.codeLens.*` for a file, asked once until settings change; what is not false is on. */
  lensKinds(uri: string): Promise<readonly LensKind[]> {
    if (!this.options.configuration) return Promise.resolve(LENS_KINDS);
    const known = this.lenses.get(uri);
    if (known) return known;
    const asked = this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'entente.codeLens' }).then(
      (value: unknown) => LENS_KINDS.filter((kind) => !isRecord(value) || value[kind] !== false),
      (error: unknown) => {
        this.failed('Reading the settings', error);
        return LENS_KINDS;
      });
    this.lenses.set(uri, asked);
    return asked;
  }

  /** The setting `entente.asOf` for a file, asked once until settings change. */
  private asOfSetting(uri: string): Promise<Day | undefined> {
    if (!this.options.configuration) return Promise.resolve(undefined);
    const known = this.asOf.get(uri);
    if (known) return known;
    const asked = this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'entente.asOf' }).then((value: unknown) => {
      if (typeof value !== 'string' || value.trim() === '') return undefined;
      const date = parseDate(value.trim());
      if (!date) this.connection.console.warn(`The setting entente.asOf is not a day: ${value.slice(0, 40)}`);
      return date?.first;
    }, (error: unknown) => {
      this.failed('Reading the settings', error);
      return undefined;
    });
    this.asOf.set(uri, asked);
    return asked;
  }
}

import {
  type CancellationToken, CodeLensRefreshRequest, type Connection, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type DocumentDiagnosticParams, type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind, ErrorCodes, type FileOperationRegistrationOptions, type InitializeResult, ResponseError,
  TextDocumentSyncKind, type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { type AnalysedParams, type ListFilesParams, NOTIFICATIONS, REQUESTS, type ToolText } from '../protocol.js';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../service/semantic-tokens.js';
import { summaryOf } from '../service/summary.js';
import { ToolProblem } from '../service/tool-input.js';
import { LIMITS } from '../syntax/limits.js';
import { askableRequest, askRequest } from './ask-requests.js';
import { compareRequest, compareTextRequest } from './compare-requests.js';
import { Converters } from './convert.js';
import { MOVE } from './deferred-actions.js';
import { applyChanges } from './documents.js';
import { explainRequest, settleRequest } from './explain-requests.js';
import { Features, FIX_ALL, REWRITE } from './features.js';
import { Navigation } from './navigation.js';
import { agreementTypesRequest, newFileRequest } from './new-requests.js';
import { type ClientOptions, isRecord, optionsOf } from './options.js';
import { commitmentsRequest, exportMoneyRequest, exportRequest, reportRequest } from './export-requests.js';
import { expectationRequest, invalid, locateRequest, matrixRequest, testsRequest } from './requests.js';
import { clausePlacesRequest, clausesAtRequest, openQuestionsRequest } from './place-requests.js';
import { Settings } from './settings.js';
import { Texts } from './texts.js';
import { toolRequest } from './tool-requests.js';
import { UnopenedFiles } from './unopened.js';
import { type Analysed, Workspace } from './workspace.js';

export interface ServerEnvironment {
  /** Reads files without the client; absent where there is no disk. */
  readonly disk?: ((uri: string, folder: string) => Promise<string | null>) | undefined;
  /** Whether links lead from a file out of its folder; absent where there is no disk. */
  readonly leadsOut?: ((uri: string, folder: string) => Promise<boolean>) | undefined;
  /** Lists the agreement files below folders without the client; absent where there is no disk. */
  readonly list?: ((folders: readonly string[]) => Promise<readonly string[]>) | undefined;
  /** Where the pages about findings are, unless the client says otherwise; with a closing slash. */
  readonly docs?: string | undefined;
  readonly version?: string | undefined;
}

const WATCHED = '**/*.{entente.yaml,entente.yml,txt,md}';
/** What may be moved so that paths in agreements change. */
const MOVED: FileOperationRegistrationOptions['filters'] = [{ pattern: { glob: WATCHED, matches: 'file' } }, { pattern: { glob: '**/*', matches: 'folder' } }];
/** Fewer files than this are read before anybody could read about it. */
const WORTH_PROGRESS = 200;

/** Serves one client over a connection that is not listening yet. Knows no transport. */
export function serve(connection: Connection, environment: ServerEnvironment = {}): void {
  let session: Session | undefined;
  const started = (): Session => {
    if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    return session;
  };
  const failed = (what: string, error: unknown): void => connection.console.error(`${what} failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);

  /** An error is logged and answered; it never ends the server. */
  const answering = <P, R>(what: string, answer: (session: Session, params: P, token: CancellationToken) => Promise<R>) => async (params: P, token: CancellationToken): Promise<R> => {
    const { workspace } = started();
    const { moves } = workspace;
    const isStale = (): boolean => workspace.moves !== moves && !token.isCancellationRequested;
    try {
      const answered = await answer(started(), params, token);
      // The places that it was made of have moved on the way: once more, with the newest text.
      return isStale() ? await answering(what, answer)(params, token) : answered;
    } catch (error) {
      if (isStale()) return answering(what, answer)(params, token);
      if (error instanceof ResponseError) throw error;
      if (error instanceof ToolProblem) throw invalid(error.message);
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
  connection.onDidChangeTextDocument(noticing('A change', ({ workspace, converters }, { textDocument: { uri, version }, contentChanges }) => {
    const document = workspace.document(uri);
    if (document) workspace.put({ uri: document.uri, version, text: applyChanges(document.text, contentChanges, converters) });
  }));
  connection.onDidCloseTextDocument(noticing('Closing', (current, { textDocument: { uri } }) => current.close(uri)));
  connection.onDidChangeWatchedFiles(noticing('A change of files', ({ workspace }, { changes }) => workspace.changed(changes.map(({ uri }) => uri).filter((uri) => !workspace.document(uri)))));
  connection.onDidChangeConfiguration(noticing('A change of settings', (current) => current.settingsChanged()));

  connection.languages.diagnostics.on(answering('Diagnostics', (current, params) => current.pulled(params)));
  connection.onHover(answering('Hover', ({ features }, params) => features.hover(params)));
  connection.onCompletion(answering('Completion', ({ features }, params) => features.completion(params)));
  connection.onDocumentSymbol(answering('Outline', ({ features }, params) => features.documentSymbols(params)));
  connection.onDefinition(answering('Definition', ({ navigation }, params) => navigation.definition(params)));
  connection.onReferences(answering('References', ({ navigation }, params) => navigation.references(params)));
  connection.onDocumentHighlight(answering('Highlights', ({ navigation }, params) => navigation.highlights(params)));
  connection.onPrepareRename(answering('Rename', ({ navigation }, params) => navigation.prepareRename(params)));
  connection.onRenameRequest(answering('Rename', ({ navigation }, params) => navigation.rename(params)));
  connection.onDocumentLinks(answering('Links', ({ navigation }, params) => navigation.links(params)));
  connection.onFoldingRanges(answering('Folding', ({ navigation }, params) => navigation.folding(params)));
  connection.onSelectionRanges(answering('Selection ranges', ({ navigation }, params) => navigation.selections(params)));
  connection.languages.semanticTokens.on(answering('Semantic tokens', ({ navigation }, params) => navigation.tokens(params)));
  connection.languages.semanticTokens.onRange(answering('Semantic tokens', ({ navigation }, params) => navigation.tokens(params)));
  connection.languages.callHierarchy.onPrepare(answering('Supersession', ({ navigation }, params) => navigation.prepareSupersession(params)));
  connection.languages.callHierarchy.onIncomingCalls(answering('Supersession', ({ navigation }, { item }) => navigation.endedBy(item)));
  connection.languages.callHierarchy.onOutgoingCalls(answering('Supersession', ({ navigation }, { item }) => navigation.ends(item)));
  connection.onWorkspaceSymbol(answering('Symbols', ({ navigation }, params) => navigation.symbols(params)));
  connection.workspace.onWillRenameFiles(answering('Moving files', ({ navigation }, params) => navigation.moved(params)));
  connection.onCodeLens(answering('Code lenses', async (current, params) => current.features.codeLenses(params, (await current.settings.of(params.textDocument.uri)).lenses)));
  connection.languages.inlayHint.on(answering('Inlay hints', async (current, params) => current.features.inlayHints(params, (await current.settings.of(params.textDocument.uri)).hints)));
  connection.onCodeAction(answering('Code actions', ({ features }, params) => features.codeActions(params)));
  connection.onCodeActionResolve(answering('A code action', ({ features }, action) => features.resolveAction(action)));
  connection.onDocumentFormatting(answering('Formatting', async (current, params) => current.features.format(params, (await current.settings.of(params.textDocument.uri)).keyOrder)));
  connection.onDocumentRangeFormatting(answering('Formatting', async (current, params) => current.features.format(params, (await current.settings.of(params.textDocument.uri)).keyOrder)));
  connection.onRequest(REQUESTS.matrix, answering('The matrix', ({ workspace }, params: unknown) => matrixRequest(workspace, params)));
  connection.onRequest(REQUESTS.explain, answering('The explanation', ({ workspace }, params: unknown) => explainRequest(workspace, params)));
  connection.onRequest(REQUESTS.compare, answering('The comparison', ({ workspace }, params: unknown) => compareRequest(workspace, params)));
  connection.onRequest(REQUESTS.compareText, answering('The comparison', ({ workspace }, params: unknown) => compareTextRequest(workspace, params)));
  connection.onRequest(REQUESTS.settle, answering('Settling the conflict', ({ workspace }, params: unknown, token) => settleRequest(workspace, params, token)));
  connection.onRequest(REQUESTS.locate, answering('Locating', ({ workspace }, params: unknown) => locateRequest(workspace, params)));
  connection.onRequest(REQUESTS.tests, answering('Running the tests', ({ workspace }, params: unknown) => testsRequest(workspace, params)));
  connection.onRequest(REQUESTS.expectation, answering('Saving the expectation', ({ workspace }, params: unknown) => expectationRequest(workspace, params)));
  connection.onRequest(REQUESTS.clausesAt, answering('Looking for the clause', ({ workspace }, params: unknown) => clausesAtRequest(workspace, params)));
  connection.onRequest(REQUESTS.clausePlaces, answering('Locating clauses', ({ workspace }, params: unknown) => clausePlacesRequest(workspace, params)));
  connection.onRequest(REQUESTS.openQuestions, answering('Listing conflicts', ({ workspace }, params: unknown) => openQuestionsRequest(workspace, params)));
  connection.onRequest(REQUESTS.export, answering('The export', ({ workspace }, params: unknown) => exportRequest(workspace, params)));
  connection.onRequest(REQUESTS.ask, answering('The answer', ({ workspace }, params: unknown) => askRequest(workspace, params)));
  connection.onRequest(REQUESTS.askable, answering('The list', ({ workspace }, params: unknown) => askableRequest(workspace, params)));
  connection.onRequest(REQUESTS.report, answering('The report', ({ workspace }, params: unknown) => reportRequest(workspace, params)));
  connection.onRequest(REQUESTS.exportMoney, answering('The export', ({ workspace }, params: unknown) => exportMoneyRequest(workspace, params)));
  connection.onRequest(REQUESTS.commitments, answering('Money and terms', ({ workspace }, params: unknown) => commitmentsRequest(workspace, params)));
  connection.onRequest(REQUESTS.newFile, answering('The new file', (_, params: unknown) => newFileRequest(params)));
  connection.onRequest(REQUESTS.agreementTypes, answering('The list', () => agreementTypesRequest()));
  connection.onRequest(REQUESTS.tool, answering('The tool', async ({ workspace }, params: unknown, token): Promise<ToolText> => ({ text: (await toolRequest(workspace, params, () => token.isCancellationRequested)).text })));
  connection.onShutdown(() => session?.stop());
}

/** From the client's `initialize` on: its options, its texts and what is served from them. */
class Session {
  readonly workspace: Workspace;
  readonly features: Features;
  readonly texts: Texts;
  readonly converters: Converters;
  readonly settings: Settings;
  readonly navigation: Navigation;
  private readonly unopened: UnopenedFiles;
  private progress: Promise<WorkDoneProgressServerReporter> | undefined;
  private readonly resultIds = new WeakMap<Analysed, string>();
  private results = 0;
  /** Versions of the texts whose findings the client has asked for. */
  private readonly pulledVersions = new Map<string, number | null>();
  /** Versions of the open texts that were analysed last. */
  private readonly versions = new Map<string, number | null>();
  private stopped = false;

  constructor(
    private readonly connection: Connection, private readonly environment: ServerEnvironment, readonly options: ClientOptions,
    private readonly failed: (what: string, error: unknown) => void,
  ) {
    this.converters = new Converters(options.encoding);
    this.settings = new Settings(connection, options.configuration);
    this.unopened = new UnopenedFiles({
      analyse: (file) => this.workspace.analysisOf(file), isOpen: (file) => this.workspace.document(file) !== undefined,
      publish: (file, analysed) => this.publishUnopened(file, analysed), failed,
    });
    this.workspace = new Workspace({
      read: (uri, folder) => this.read(uri, folder), list: (folders) => this.list(folders), settings: (uri) => this.settings.of(uri),
      analysed: (result) => this.publish(result), changed: (files) => void this.validate(files), indexing: (done, total) => void this.indexing(done, total), failed,
    });
    this.workspace.setFolders(options.folders);
    this.texts = new Texts(this.workspace, this.converters, options.versionedEdits);
    this.features = new Features(this.texts, options);
    this.navigation = new Navigation(this.texts, options);
  }

  result(): InitializeResult {
    const { version } = this.environment;
    return {
      serverInfo: { name: 'entente', ...(version === undefined ? {} : { version }) },
      capabilities: {
        positionEncoding: this.options.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(this.options.pull ? { diagnosticProvider: { identifier: 'entente', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':', ' ', '[', '{', ',', '/'] },
        documentSymbolProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: this.options.prepareRename ? { prepareProvider: true } : true,
        documentLinkProvider: {},
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        callHierarchyProvider: true,
        workspaceSymbolProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeLensProvider: {},
        inlayHintProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', REWRITE, FIX_ALL, MOVE], resolveProvider: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: { filters: MOVED } },
        },
      },
    };
  }

  /** Asks for news of files, settings and folders, as far as the client can be asked. */
  async register(): Promise<void> {
    const { options, connection } = this;
    try {
      if (options.folderChanges) {
        connection.workspace.onDidChangeWorkspaceFolders(() => {
          void connection.workspace.getWorkspaceFolders().then((folders) => {
            this.workspace.setFolders((folders ?? []).map(({ uri }) => uri));
            this.unopened.clear();
            return this.validate();
          });
        });
      }
      if (options.watchConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'entente' });
      if (options.watchFiles) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] });
        this.workspace.watched = true;
      }
      await this.workspace.indexed();
      await this.validate();
    } catch (error) {
      this.failed('The start', error);
    }
  }

  close(uri: string): void {
    this.workspace.close(uri); // findings of unopened files follow where they are wanted
    this.settings.forget(uri);
    this.versions.delete(uri);
    this.pulledVersions.delete(uri);
    if (!this.options.pull) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** The findings of a file for a client that asks; `unchanged` where it has them already. */
  async pulled({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const { analysed } = await this.texts.open(uri);
    const resultId = this.resultIds.get(analysed) ?? String(this.results += 1);
    this.resultIds.set(analysed, resultId);
    this.pulledVersions.set(uri, analysed.version);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.texts.diagnostics(analysed, this.options.diagnostics) };
  }

  settingsChanged(): void {
    this.settings.clear();
    this.versions.clear(); // the views are refreshed here, once
    this.workspace.refreshAll();
    this.unopened.clear();
    void this.validate();
    this.refreshViews();
  }

  /** What the client shows in the text and does not ask for again by itself. */
  private refreshViews(): void {
    const { options, connection } = this;
    if (options.refreshHints) connection.languages.inlayHint.refresh().catch((error: unknown) => this.failed('Refreshing the inlay hints', error));
    if (options.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => this.failed('Refreshing the code lenses', error));
  }

  stop(): void {
    this.stopped = true;
  }

  private publish(result: Analysed): void {
    const { uri, version, analysis } = result;
    if (this.stopped) return;
    if (version !== null && this.versions.get(uri) === version) this.refreshViews(); // an import has changed, not the text itself
    this.versions.set(uri, version);
    if (this.options.pull) this.askToPull(uri, version);
    else if (version !== null) void this.connection.sendDiagnostics({ uri, version, diagnostics: this.texts.diagnostics(result, this.options.diagnostics) });
    void this.connection.sendNotification(NOTIFICATIONS.analysed, { uri, version, summary: summaryOf(analysis) } satisfies AnalysedParams);
  }

  /** A client that asks after each of its own edits is told when something else has changed the findings of a text. */
  private askToPull(uri: string, version: number | null): void {
    if (version === null || this.pulledVersions.get(uri) !== version || !this.options.refreshDiagnostics) return;
    this.pulledVersions.delete(uri);
    this.connection.languages.diagnostics.refresh().catch((error: unknown) => this.failed('Refreshing the diagnostics', error));
  }

  private publishUnopened(file: string, analysed: Analysed | undefined): void {
    if (this.stopped || this.options.pull) return;
    void this.connection.sendDiagnostics({ uri: this.workspace.clientUri(file), diagnostics: analysed ? this.texts.diagnostics(analysed, this.options.diagnostics) : [] });
  }

  /** Findings of unopened files, where they are wanted: of those that the files concern, else of all. */
  private async validate(files?: readonly string[]): Promise<void> {
    try {
      if (!(await this.settings.of()).validateUnopened) return;
      const index = await this.workspace.indexed();
      this.unopened.add(files ? index.concernedBy(files) : index.all().map(({ file }) => file));
    } catch (error) {
      this.failed('Checking unopened files', error);
    }
  }

  /** Tells the client how far reading the workspace is, where that takes a while. */
  private async indexing(done: number, total: number): Promise<void> {
    if (!this.options.progress || total < WORTH_PROGRESS || this.stopped) return;
    try {
      const begun = this.progress === undefined;
      this.progress ??= this.connection.window.createWorkDoneProgress();
      const progress = await this.progress;
      if (begun) progress.begin('Reading agreements', 0, undefined, false);
      progress.report(Math.floor((done / total) * 100), `${done} of ${total} files`);
      if (done < total) return;
      progress.done();
      this.progress = undefined;
    } catch (error) {
      this.failed('Showing progress', error);
    }
  }

  private async list(folders: readonly string[]): Promise<readonly string[]> {
    const { list } = this.environment;
    if (list && !this.options.clientFiles) return list(folders);
    if (!this.options.clientFiles) return [];
    const answer: unknown = await this.connection.sendRequest(REQUESTS.listFiles, { limit: LIMITS.workspaceFiles } satisfies ListFilesParams);
    const uris = isRecord(answer) ? answer['uris'] : undefined;
    return Array.isArray(uris) ? uris.filter((uri): uri is string => typeof uri === 'string').slice(0, LIMITS.workspaceFiles) : [];
  }

  private async read(uri: string, folder: string): Promise<string | null> {
    const { disk, leadsOut } = this.environment;
    if (disk && !this.options.clientFiles) return disk(uri, folder);
    try {
      if (await leadsOut?.(uri, folder)) return null; // the editor follows links
      const answer: unknown = await this.connection.sendRequest(REQUESTS.readFile, { uri });
      return isRecord(answer) && typeof answer['text'] === 'string' ? answer['text'] : null;
    } catch (error) {
      this.failed(`Reading ${uri}`, error);
      return null;
    }
  }
}

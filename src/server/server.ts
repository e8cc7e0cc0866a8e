import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type * as lsp from 'vscode-languageserver-protocol';
import { type AnalysedParams, type ListFilesParams, NOTIFICATIONS, REQUESTS, type ToolText } from '../protocol.js';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../service/semantic-tokens.js';
import { summaryOf } from '../service/summary.js';
import { LIMITS } from '../syntax/limits.js';
import type { Connection, Progress } from './connection.js';
import { Converters } from './convert.js';
import { applyChanges } from './documents.js';
import type { Features } from './features.js';
import { DocumentDiagnosticReportKind, FIX_ALL, MOVE, REWRITE, TextDocumentSyncKind } from './lsp.js';
import type { Navigation } from './navigation.js';
import { type ClientOptions, isRecord, optionsOf } from './options.js';
import { Settings } from './settings.js';
import { Texts } from './texts.js';
import { UnopenedFiles } from './unopened.js';
import type { Clock } from './turns.js';
import { Work } from './work.js';
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
  /** Measures how long requests take; the machine's own where absent. */
  readonly clock?: Clock | undefined;
}

const WATCHED = '**/*.{entente.yaml,entente.yml,txt,md}';
/** What may be moved so that paths in agreements change. */
const MOVED: lsp.FileOperationRegistrationOptions['filters'] = [{ pattern: { glob: WATCHED, matches: 'file' } }, { pattern: { glob: '**/*', matches: 'folder' } }];
/** Fewer files than this are read before anybody could read about it. */
const WORTH_PROGRESS = 200;

/** Serves one client over a connection that is not listening yet. Knows no transport. */
export function serve(connection: Connection, environment: ServerEnvironment = {}): void {
  let session: Session | undefined;
  const started = (): Session => {
    if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    return session;
  };
  const failed = (what: string, error: unknown): void => connection.error(`${what} failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);

  /** An error is logged and answered; it never ends the server. */
  const answering = <P, R>(what: string, answer: (session: Session, params: P, work: Work) => Promise<R>) => async (params: P, token: CancellationToken): Promise<R> => {
    const { workspace } = started();
    const { moves } = workspace;
    const isStale = (): boolean => workspace.moves !== moves && !token.isCancellationRequested;
    try {
      const work = new Work(what, token, environment.clock ?? (() => performance.now()), isStale);
      const answered = await work.unlessTakenBack(answer(started(), params, work));
      // The places that it was made of have moved on the way: once more, with the newest text.
      return isStale() ? await answering(what, answer)(params, token) : answered;
    } catch (error) {
      if (isStale()) return answering(what, answer)(params, token);
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

  connection.onInitialize((params) => {
    session = new Session(connection, environment, optionsOf(params, environment.docs), failed);
    return session.result();
  });
  connection.onNotification('initialized', () => void session?.register());
  connection.onNotification('textDocument/didOpen', noticing('Opening', ({ workspace }, { textDocument: { uri, version, text } }: lsp.DidOpenTextDocumentParams) => workspace.put({ uri, version, text })));
  connection.onNotification('textDocument/didChange', noticing('A change', ({ workspace, converters }, { textDocument: { uri, version }, contentChanges }: lsp.DidChangeTextDocumentParams) => {
    const document = workspace.document(uri);
    if (document) workspace.put({ uri: document.uri, version, text: applyChanges(document.text, contentChanges, converters) });
  }));
  connection.onNotification('textDocument/didClose', noticing('Closing', (current, { textDocument: { uri } }: lsp.DidCloseTextDocumentParams) => current.close(uri)));
  connection.onNotification('workspace/didChangeWatchedFiles', noticing('A change of files', ({ workspace }, { changes }: lsp.DidChangeWatchedFilesParams) => workspace.changed(changes.map(({ uri }) => uri).filter((uri) => !workspace.document(uri)))));
  connection.onNotification('workspace/didChangeConfiguration', noticing('A change of settings', (current) => current.settingsChanged()));
  connection.onNotification('workspace/didChangeWorkspaceFolders', noticing('A change of folders', (current) => void current.foldersChanged()));

  // What a request needs is loaded with the first one of its kind: until the first findings are shown, none of it is there.
  const feature = <P, R>(what: string, answer: (features: Features, params: P, work: Work) => Promise<R>) => answering(what, async (current, params: P, work) => answer(await current.features(), params, work));
  const navigating = <P, R>(what: string, answer: (navigation: Navigation, params: P, work: Work) => Promise<R>) => answering(what, async (current, params: P, work) => answer(await current.navigation(), params, work));
  connection.onRequest('textDocument/diagnostic', answering('Diagnostics', (current, params: lsp.DocumentDiagnosticParams, work) => current.pulled(params, work)));
  connection.onRequest('textDocument/hover', feature('Hover', (features, params: lsp.HoverParams) => features.hover(params)));
  connection.onRequest('textDocument/completion', feature('Completion', (features, params: lsp.CompletionParams) => features.completion(params)));
  connection.onRequest('textDocument/documentSymbol', feature('Outline', (features, params: lsp.DocumentSymbolParams, work) => features.documentSymbols(params, work)));
  connection.onRequest('textDocument/definition', navigating('Definition', (navigation, params: lsp.DefinitionParams) => navigation.definition(params)));
  connection.onRequest('textDocument/references', navigating('References', (navigation, params: lsp.ReferenceParams) => navigation.references(params)));
  connection.onRequest('textDocument/documentHighlight', navigating('Highlights', (navigation, params: lsp.DocumentHighlightParams) => navigation.highlights(params)));
  connection.onRequest('textDocument/prepareRename', navigating('Rename', (navigation, params: lsp.PrepareRenameParams) => navigation.prepareRename(params)));
  connection.onRequest('textDocument/rename', navigating('Rename', (navigation, params: lsp.RenameParams) => navigation.rename(params)));
  connection.onRequest('textDocument/documentLink', navigating('Links', (navigation, params: lsp.DocumentLinkParams) => navigation.links(params)));
  connection.onRequest('textDocument/foldingRange', navigating('Folding', (navigation, params: lsp.FoldingRangeParams, work) => navigation.folding(params, work)));
  connection.onRequest('textDocument/selectionRange', navigating('Selection ranges', (navigation, params: lsp.SelectionRangeParams) => navigation.selections(params)));
  connection.onRequest('textDocument/semanticTokens/full', navigating('Semantic tokens', (navigation, params: lsp.SemanticTokensParams, work) => navigation.tokens(params, work)));
  connection.onRequest('textDocument/semanticTokens/range', navigating('Semantic tokens', (navigation, params: lsp.SemanticTokensRangeParams, work) => navigation.tokens(params, work)));
  connection.onRequest('textDocument/prepareCallHierarchy', navigating('Supersession', (navigation, params: lsp.CallHierarchyPrepareParams) => navigation.prepareSupersession(params)));
  connection.onRequest('callHierarchy/incomingCalls', navigating('Supersession', (navigation, { item }: lsp.CallHierarchyIncomingCallsParams) => navigation.endedBy(item)));
  connection.onRequest('callHierarchy/outgoingCalls', navigating('Supersession', (navigation, { item }: lsp.CallHierarchyOutgoingCallsParams) => navigation.ends(item)));
  connection.onRequest('workspace/symbol', navigating('Symbols', (navigation, params: lsp.WorkspaceSymbolParams) => navigation.symbols(params)));
  connection.onRequest('workspace/willRenameFiles', navigating('Moving files', (navigation, params: lsp.RenameFilesParams) => navigation.moved(params)));
  connection.onRequest('textDocument/codeLens', answering('Code lenses', async (current, params: lsp.CodeLensParams, work) => (await current.features()).codeLenses(params, (await current.settings.of(params.textDocument.uri)).lenses, work)));
  connection.onRequest('textDocument/inlayHint', answering('Inlay hints', async (current, params: lsp.InlayHintParams, work) => (await current.features()).inlayHints(params, (await current.settings.of(params.textDocument.uri)).hints, work)));
  connection.onRequest('textDocument/codeAction', feature('Code actions', (features, params: lsp.CodeActionParams, work) => features.codeActions(params, work)));
  connection.onRequest('codeAction/resolve', feature('A code action', (features, action: lsp.CodeAction, work) => features.resolveAction(action, work)));
  const format = answering('Formatting', async (current, params: lsp.DocumentFormattingParams | lsp.DocumentRangeFormattingParams, work) => (await current.features()).format(params, (await current.settings.of(params.textDocument.uri)).keyOrder, work));
  connection.onRequest('textDocument/formatting', format);
  connection.onRequest('textDocument/rangeFormatting', format);
  connection.onRequest(REQUESTS.matrix, answering('The matrix', async ({ workspace }, params: unknown, work) => (await import('./requests.js')).matrixRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.cells, answering('The cells', async ({ workspace }, params: unknown) => (await import('./requests.js')).cellsRequest(workspace, params)));
  connection.onRequest(REQUESTS.explain, answering('The explanation', async ({ workspace }, params: unknown) => (await import('./explain-requests.js')).explainRequest(workspace, params)));
  connection.onRequest(REQUESTS.compare, answering('The comparison', async ({ workspace }, params: unknown, work) => (await import('./compare-requests.js')).compareRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.compareText, answering('The comparison', async ({ workspace }, params: unknown, work) => (await import('./compare-requests.js')).compareTextRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.settle, answering('Settling the conflict', async ({ workspace }, params: unknown, work) => (await import('./explain-requests.js')).settleRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.locate, answering('Locating', async ({ workspace }, params: unknown) => (await import('./requests.js')).locateRequest(workspace, params)));
  connection.onRequest(REQUESTS.tests, answering('Running the tests', async ({ workspace }, params: unknown) => (await import('./requests.js')).testsRequest(workspace, params)));
  connection.onRequest(REQUESTS.expectation, answering('Saving the expectation', async ({ workspace }, params: unknown, work) => (await import('./requests.js')).expectationRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.clausesAt, answering('Looking for the clause', async ({ workspace }, params: unknown) => (await import('./place-requests.js')).clausesAtRequest(workspace, params)));
  connection.onRequest(REQUESTS.clausePlaces, answering('Locating clauses', async ({ workspace }, params: unknown) => (await import('./place-requests.js')).clausePlacesRequest(workspace, params)));
  connection.onRequest(REQUESTS.openQuestions, answering('Listing conflicts', async ({ workspace }, params: unknown) => (await import('./place-requests.js')).openQuestionsRequest(workspace, params)));
  connection.onRequest(REQUESTS.export, answering('The export', async ({ workspace }, params: unknown, work) => (await import('./export-requests.js')).exportRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.ask, answering('The answer', async ({ workspace }, params: unknown, work) => (await import('./ask-requests.js')).askRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.askable, answering('The list', async ({ workspace }, params: unknown) => (await import('./ask-requests.js')).askableRequest(workspace, params)));
  connection.onRequest(REQUESTS.report, answering('The report', async ({ workspace }, params: unknown, work) => (await import('./export-requests.js')).reportRequest(workspace, params, work)));
  connection.onRequest(REQUESTS.exportMoney, answering('The export', async ({ workspace }, params: unknown) => (await import('./export-requests.js')).exportMoneyRequest(workspace, params)));
  connection.onRequest(REQUESTS.commitments, answering('Money and terms', async ({ workspace }, params: unknown) => (await import('./export-requests.js')).commitmentsRequest(workspace, params)));
  connection.onRequest(REQUESTS.newFile, answering('The new file', async (_, params: unknown) => (await import('./new-requests.js')).newFileRequest(params)));
  connection.onRequest(REQUESTS.agreementTypes, answering('The list', async () => (await import('./new-requests.js')).agreementTypesRequest()));
  connection.onRequest(REQUESTS.tool, answering('The tool', async ({ workspace }, params: unknown, { token }): Promise<ToolText> => (await import('./tool-text-requests.js')).toolTextRequest(workspace, params, token)));
  connection.onShutdown(() => session?.stop());
}

/** From the client's `initialize` on: its options, its texts and what is served from them. */
class Session {
  readonly workspace: Workspace;
  readonly texts: Texts;
  readonly converters: Converters;
  readonly settings: Settings;
  private readonly unopened: UnopenedFiles;
  private loadedFeatures: Promise<Features> | undefined;
  private loadedNavigation: Promise<Navigation> | undefined;
  private progress: Promise<Progress> | undefined;
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
  }

  features(): Promise<Features> {
    return this.loadedFeatures ??= import('./features.js').then((loaded) => new loaded.Features(this.texts, this.options));
  }

  navigation(): Promise<Navigation> {
    return this.loadedNavigation ??= import('./navigation.js').then((loaded) => new loaded.Navigation(this.texts, this.options));
  }

  result(): lsp.InitializeResult {
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
      if (options.watchConfiguration) await connection.register('workspace/didChangeConfiguration', { section: 'entente' });
      if (options.watchFiles) {
        await connection.register('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: WATCHED }] });
        this.workspace.watched = true;
      }
      await this.workspace.indexed();
      await this.validate();
    } catch (error) {
      this.failed('The start', error);
    }
  }

  async foldersChanged(): Promise<void> {
    try {
      this.workspace.setFolders((await this.connection.folders()).map(({ uri }) => uri));
      this.unopened.clear();
      await this.validate();
    } catch (error) {
      this.failed('Changing the folders', error);
    }
  }

  close(uri: string): void {
    this.workspace.close(uri); // findings of unopened files follow where they are wanted
    this.settings.forget(uri);
    this.versions.delete(uri);
    this.pulledVersions.delete(uri);
    if (!this.options.pull) this.connection.publish(uri, undefined, []);
  }

  /** The findings of a file for a client that asks; `unchanged` where it has them already. */
  async pulled({ textDocument: { uri }, previousResultId }: lsp.DocumentDiagnosticParams, work: Work): Promise<lsp.DocumentDiagnosticReport> {
    const { analysed } = await this.texts.open(uri);
    const resultId = this.resultIds.get(analysed) ?? String(this.results += 1);
    this.resultIds.set(analysed, resultId);
    this.pulledVersions.set(uri, analysed.version);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    await work.through(analysed.analysis.judged(), true);
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
    if (options.refreshHints) connection.sendRequest('workspace/inlayHint/refresh').catch((error: unknown) => this.failed('Refreshing the inlay hints', error));
    if (options.refreshLenses) connection.sendRequest('workspace/codeLens/refresh').catch((error: unknown) => this.failed('Refreshing the code lenses', error));
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
    else if (version !== null) this.connection.publish(uri, version, this.texts.diagnostics(result, this.options.diagnostics));
    this.connection.notify(NOTIFICATIONS.analysed, { uri, version, summary: summaryOf(analysis) } satisfies AnalysedParams);
  }

  /** A client that asks after each of its own edits is told when something else has changed the findings of a text. */
  private askToPull(uri: string, version: number | null): void {
    if (version === null || this.pulledVersions.get(uri) !== version || !this.options.refreshDiagnostics) return;
    this.pulledVersions.delete(uri);
    this.connection.sendRequest('workspace/diagnostic/refresh').catch((error: unknown) => this.failed('Refreshing the diagnostics', error));
  }

  private publishUnopened(file: string, analysed: Analysed | undefined): void {
    if (this.stopped || this.options.pull) return;
    this.connection.publish(this.workspace.clientUri(file), undefined, analysed ? this.texts.diagnostics(analysed, this.options.diagnostics) : []);
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
      const progress = await (this.progress ??= this.connection.progress('Reading agreements'));
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

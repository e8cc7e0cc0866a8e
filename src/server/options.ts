import type { InitializeParams } from 'vscode-languageserver-protocol';
import { type Encoding, negotiate } from './convert.js';
import type { DiagnosticOptions } from './diagnostics.js';

/** What the client said of itself at the start, as far as the server acts on it. */
export interface ClientOptions {
  readonly encoding: Encoding;
  readonly diagnostics: DiagnosticOptions;
  /** The client asks for findings; else they are pushed to it. */
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  /** Files are read through the client, not from disk. */
  readonly clientFiles: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly snippets: boolean;
  readonly definitionLinks: boolean;
  readonly nestedSymbols: boolean;
  readonly actionLiterals: boolean;
  readonly versionedEdits: boolean;
  /** The edit of a code action may be asked for later. */
  readonly resolvesEdits: boolean;
  readonly createsFiles: boolean;
  readonly configuration: boolean;
  readonly watchFiles: boolean;
  readonly watchConfiguration: boolean;
  readonly folderChanges: boolean;
  readonly refreshHints: boolean;
  readonly prepareRename: boolean;
  readonly progress: boolean;
  readonly refreshLenses: boolean;
  readonly folders: readonly string[];
}

/** Reads the client's capabilities; whatever is missing counts as not supported. */
export function optionsOf(params: InitializeParams, docs: string | undefined): ClientOptions {
  const { textDocument, workspace, general } = params.capabilities;
  const own = isRecord(params.initializationOptions) ? params.initializationOptions : {};
  const publish = textDocument?.publishDiagnostics;
  const hover = textDocument?.hover?.contentFormat;
  const documentation = textDocument?.completion?.completionItem?.documentationFormat;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof params.rootUri === 'string' ? [params.rootUri] : []);
  return {
    encoding: negotiate(general?.positionEncodings),
    diagnostics: {
      related: publish?.relatedInformation === true, tags: publish?.tagSupport !== undefined, codeDescription: publish?.codeDescriptionSupport === true,
      docs: docsBase(own['docs']) ?? docs,
    },
    pull: textDocument?.diagnostic !== undefined && (publish === undefined || own['diagnostics'] === 'pull'),
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    clientFiles: own['files'] === 'client',
    markdownHover: hover?.includes('markdown') === true,
    markdownCompletion: documentation?.includes('markdown') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    resolvesEdits: textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    createsFiles: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    configuration: workspace?.configuration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    progress: params.capabilities.window?.workDoneProgress === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    folders,
  };
}

const docsBase = (value: unknown): string | undefined => (typeof value !== 'string' || value === '' ? undefined : value.endsWith('/') ? value : `${value}/`);

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

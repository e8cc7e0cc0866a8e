/** The numbers and words of the protocol that the server uses; the types hold them against those of the protocol's library. */
import type * as lsp from 'vscode-languageserver-protocol';
import type { DocumentSymbol } from '../service/symbols.js';

export const TextDocumentSyncKind = { Incremental: 2 } as const satisfies Partial<typeof lsp.TextDocumentSyncKind>;
export const DocumentDiagnosticReportKind = { Full: 'full', Unchanged: 'unchanged' } as const satisfies Partial<typeof lsp.DocumentDiagnosticReportKind>;
export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const satisfies Partial<typeof lsp.DiagnosticSeverity>;
export const DiagnosticTag = { Unnecessary: 1 } as const satisfies Partial<typeof lsp.DiagnosticTag>;
export const CodeActionKind = {
  QuickFix: 'quickfix', Refactor: 'refactor', RefactorRewrite: 'refactor.rewrite', SourceFixAll: 'source.fixAll',
} as const satisfies Partial<typeof lsp.CodeActionKind>;
export const CompletionItemKind = { Property: 10, Value: 12, EnumMember: 20, Reference: 18, Snippet: 15 } as const satisfies Partial<typeof lsp.CompletionItemKind>;
export const SymbolKind = {
  Module: 2, Namespace: 3, Package: 4, Class: 5, Field: 8, Enum: 10, Interface: 11, Constant: 14, Boolean: 17, Object: 19, EnumMember: 22, Struct: 23, Event: 24,
} as const satisfies Partial<typeof lsp.SymbolKind>;
export const DocumentHighlightKind = { Read: 2, Write: 3 } as const satisfies Partial<typeof lsp.DocumentHighlightKind>;
export const FoldingRangeKind = { Comment: 'comment', Imports: 'imports' } as const satisfies Partial<typeof lsp.FoldingRangeKind>;
export const InsertTextFormat = { PlainText: 1, Snippet: 2 } as const satisfies Partial<typeof lsp.InsertTextFormat>;
export const InsertTextMode = { adjustIndentation: 2 } as const satisfies Partial<typeof lsp.InsertTextMode>;
export const MarkupKind = { PlainText: 'plaintext', Markdown: 'markdown' } as const satisfies Partial<typeof lsp.MarkupKind>;
export const MessageType = { Error: 1, Warning: 2 } as const satisfies Partial<typeof lsp.MessageType>;
/** Codes of errors beyond those of JSON-RPC. */
export const LSPErrorCodes = { RequestCancelled: -32800, ContentModified: -32801, RequestFailed: -32803 } as const;

/** The kinds of code actions that the server offers beside quick fixes. */
export const REWRITE = CodeActionKind.RefactorRewrite;
export const MOVE = `${CodeActionKind.Refactor}.move`;
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.entente`;

/** How clients show what is declared. */
export const SYMBOL_KINDS: Readonly<Record<DocumentSymbol['kind'], lsp.SymbolKind>> = {
  group: SymbolKind.Namespace, party: SymbolKind.Object, cloud: SymbolKind.Package, product: SymbolKind.Class, event: SymbolKind.Event,
  fact: SymbolKind.Boolean, reading: SymbolKind.Enum, agreement: SymbolKind.Module, clause: SymbolKind.Interface, service: SymbolKind.Field,
  choice: SymbolKind.EnumMember, expectation: SymbolKind.Constant,
};

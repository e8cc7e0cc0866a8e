import {
  type CodeAction, CodeActionKind, type CodeActionParams, type CodeLens, type CompletionItem, CompletionItemKind, type DefinitionLink, type DocumentSymbol,
  type Hover, type InlayHint, type InlayHintParams, InsertTextFormat, InsertTextMode, type Location, MarkupKind, type ReferenceParams, SymbolKind, type TextDocumentPositionParams, type TextEdit as LspEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../base/edits.js';
import type { Place } from '../base/span.js';
import { codeActions, fixAll, type FileEdits } from '../service/code-actions.js';
import { codeLenses, type LensKind } from '../service/code-lenses.js';
import { complete, type CompletionItem as Item } from '../service/completion.js';
import { definition } from '../service/definition.js';
import { hover } from '../service/hover.js';
import { type HintKinds, inlayHints } from '../service/inlay-hints.js';
import { referenceAt } from '../service/lookup.js';
import { plainText } from '../service/markdown.js';
import { usesOf } from '../service/references.js';
import { saveClauseAction } from '../service/save-expectation.js';
import { withoutStops } from '../service/snippets.js';
import { type DocumentSymbol as Symbol_, symbols } from '../service/symbols.js';
import type { Converter, Converters } from './convert.js';
import { diagnosticOf, Places } from './diagnostics.js';
import type { ClientOptions } from './options.js';
import type { Analysed, Workspace } from './workspace.js';

/** The commands of the client that a lens runs, with the URI of its file. */
const LENS_COMMANDS: Readonly<Record<LensKind, string>> = { matrix: 'entente.showMatrix', agreement: 'entente.showMatrix', expectations: 'entente.runExpectations' };
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.entente`;

const ITEM_KINDS: Readonly<Record<Item['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property, value: CompletionItemKind.Value, enum: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference, snippet: CompletionItemKind.Snippet,
};
const SYMBOL_KINDS: Readonly<Record<Symbol_['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace, party: SymbolKind.Object, cloud: SymbolKind.Package, product: SymbolKind.Class, event: SymbolKind.Event,
  fact: SymbolKind.Boolean, reading: SymbolKind.Enum, agreement: SymbolKind.Module, clause: SymbolKind.Interface, service: SymbolKind.Field,
  choice: SymbolKind.EnumMember, expectation: SymbolKind.Constant,
};

/** The features of the protocol: each asks a service about the newest analysis and converts what it says. */
export class Features {
  constructor(private readonly workspace: Workspace, private readonly options: ClientOptions, private readonly converters: Converters) {}

  async hover({ textDocument, position }: TextDocumentPositionParams): Promise<Hover | null> {
    const { analysed, converter } = await this.open(textDocument.uri);
    const found = hover(analysed.analysis, analysed.file, converter.offset(position));
    if (!found) return null;
    const { markdown, span } = found;
    return {
      contents: this.options.markdownHover ? { kind: MarkupKind.Markdown, value: markdown } : { kind: MarkupKind.PlainText, value: plainText(markdown) },
      range: converter.range(span),
    };
  }

  async completion({ textDocument, position }: TextDocumentPositionParams): Promise<CompletionItem[]> {
    const { analysed, converter } = await this.open(textDocument.uri);
    const items = complete(analysed.analysis, analysed.file, converter.offset(position));
    const { snippets, markdownCompletion } = this.options;
    return items.map(({ label, kind, detail, documentation, insertText, sortText, span }) => ({
      label, kind: ITEM_KINDS[kind], sortText, filterText: label,
      ...(detail === '' ? {} : { detail }),
      ...(documentation === '' ? {} : { documentation: markdownCompletion ? { kind: MarkupKind.Markdown, value: documentation } : plainText(documentation) }),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.adjustIndentation,
      textEdit: { range: converter.range(span), newText: snippets ? insertText : withoutStops(insertText) },
    }));
  }

  async documentSymbols({ textDocument }: { textDocument: { uri: string } }): Promise<DocumentSymbol[] | { name: string; kind: SymbolKind; containerName: string; location: Location }[]> {
    const { analysed, converter } = await this.open(textDocument.uri);
    const found = symbols(analysed.analysis, analysed.file);
    const nested = ({ name, detail, kind, span, selection, children }: Symbol_): DocumentSymbol => ({
      name, detail, kind: SYMBOL_KINDS[kind], range: converter.range(span), selectionRange: converter.range(selection), children: children.map(nested),
    });
    if (this.options.nestedSymbols) return found.map(nested);
    const flat = (list: readonly Symbol_[], containerName: string): { name: string; kind: SymbolKind; containerName: string; location: Location }[] =>
      list.flatMap(({ name, kind, span, children }) => [
        { name, kind: SYMBOL_KINDS[kind], containerName, location: { uri: textDocument.uri, range: converter.range(span) } }, ...flat(children, name),
      ]);
    return flat(found, '');
  }

  async definition({ textDocument, position }: TextDocumentPositionParams): Promise<DefinitionLink[] | Location | null> {
    const { analysed, converter, places } = await this.open(textDocument.uri);
    const found = definition(analysed.analysis, analysed.file, converter.offset(position));
    if (!found) return null;
    const { uri, range } = places.location(found.target);
    if (!this.options.definitionLinks) return { uri, range };
    return [{ originSelectionRange: converter.range(found.origin), targetUri: uri, targetRange: range, targetSelectionRange: range }];
  }

  /** Uses in this file, in its imports, and in open files that import the file that declares the name. */
  async references({ textDocument, position, context }: ReferenceParams): Promise<Location[]> {
    const { analysed, converter, places } = await this.open(textDocument.uri);
    const { partnership } = analysed.analysis;
    const name = referenceAt(partnership, analysed.file, converter.offset(position));
    if (!name) return [];
    const home = partnership.references.find(({ role, namespace, id }) => role === 'declaration' && namespace === name.namespace && id === name.id)?.place.file;
    const found = new Map<string, Location>();
    const add = (uses: readonly Place[], at: Places): void => {
      for (const place of uses) found.set(`${place.file} ${place.start}`, at.location(place));
    };
    add(usesOf(partnership.references, name, context.includeDeclaration), places);
    for (const other of home === undefined ? [] : await this.workspace.others(home)) {
      add(usesOf(other.analysis.partnership.references, name, context.includeDeclaration), this.placesOf(other));
    }
    return [...found.values()];
  }

  async codeLenses({ textDocument }: { textDocument: { uri: string } }, kinds: readonly LensKind[]): Promise<CodeLens[]> {
    const { analysed, converter } = await this.open(textDocument.uri);
    return codeLenses(analysed.analysis, analysed.file, kinds).map(({ span, title, kind }) => ({
      // Only our own client has the commands; elsewhere the lenses only say something.
      range: converter.range(span), command: { title, ...(this.options.clientFiles ? { command: LENS_COMMANDS[kind], arguments: [textDocument.uri] } : { command: '' }) },
    }));
  }

  async inlayHints({ textDocument, range }: InlayHintParams, kinds: HintKinds): Promise<InlayHint[]> {
    const { analysed, converter } = await this.open(textDocument.uri);
    return inlayHints(analysed.analysis, analysed.file, converter.span(range), kinds)
      .map(({ offset, label, tooltip }) => ({ position: converter.position(offset), label, tooltip, paddingLeft: true }));
  }

  async codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    if (!this.options.actionLiterals) return [];
    const { analysed, converter, places } = await this.open(textDocument.uri);
    const wanted = (kind: string): boolean => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? kind === CodeActionKind.QuickFix;
    const fixes = !wanted(CodeActionKind.QuickFix) ? [] : codeActions(analysed.analysis, analysed.file, converter.span(range)).map(({ title, finding, edits, safe }): CodeAction => ({
      title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(finding, places, this.options.diagnostics)], isPreferred: safe, edit: this.edit(edits, analysed),
    }));
    const save = context.only === undefined || wanted(CodeActionKind.Refactor) ? saveClauseAction(analysed.analysis, analysed.file, converter.span(range)) : undefined;
    if (save) fixes.push({ title: save.title, kind: CodeActionKind.Refactor, edit: this.edit([{ file: analysed.file, edits: save.edits }], analysed) });
    const all = wanted(FIX_ALL) ? fixAll(analysed.analysis, analysed.file) : [];
    if (all.length === 0) return fixes;
    return [...fixes, { title: 'Apply every safe fix', kind: FIX_ALL, edit: this.edit([{ file: analysed.file, edits: all }], analysed) }];
  }

  private edit(files: readonly FileEdits[], { analysis }: Analysed): WorkspaceEdit {
    const edits = files.map(({ file, edits: list }) => {
      const converter = this.converters.of(analysis.partnership.files.get(file)?.text ?? '');
      const converted = list.map(({ span, text }: TextEdit): LspEdit => ({ range: converter.range(span), newText: text }));
      return { uri: this.workspace.clientUri(file), version: this.workspace.document(file)?.version ?? null, edits: converted };
    });
    return this.options.versionedEdits
      ? { documentChanges: edits.map(({ uri, version, edits: list }) => ({ textDocument: { uri, version }, edits: list })) }
      : { changes: Object.fromEntries(edits.map(({ uri, edits: list }) => [uri, list])) };
  }

  private async open(uri: string): Promise<{ analysed: Analysed; converter: Converter; places: Places }> {
    const analysed = await this.workspace.current(uri);
    const text = analysed.analysis.partnership.files.get(analysed.file)?.text ?? '';
    return { analysed, converter: this.converters.of(text), places: this.placesOf(analysed) };
  }

  private placesOf({ analysis }: Analysed): Places {
    return new Places(analysis, this.converters, (file) => this.workspace.clientUri(file));
  }
}

import type {
  CodeAction, CodeActionParams, CodeLens, CompletionItem, CompletionItemKind as ItemKind, Diagnostic, DocumentSymbol, Hover, InlayHint, InlayHintParams,
  Location, SymbolKind, TextDocumentPositionParams, TextEdit, WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Finding } from '../base/findings.js';
import type { Span } from '../base/span.js';
import { cellsAhead } from '../service/ahead.js';
import { codeActions, fixAll, type FileEdits } from '../service/code-actions.js';
import { codeLenses } from '../service/code-lenses.js';
import { complete, type CompletionItem as Item } from '../service/completion.js';
import { formatRangeSteps, formatSteps, type KeyOrder } from '../service/format.js';
import { hover } from '../service/hover.js';
import { inlayHintSteps } from '../service/inlay-hints.js';
import type { HintKinds, LensKind } from '../service/kinds.js';
import { plainText } from '../service/markdown.js';
import { rewritesAt } from '../service/rewrite.js';
import { saveClauseAction } from '../service/save-expectation.js';
import { withoutStops } from '../service/snippets.js';
import { type DocumentSymbol as Symbol_, symbolSteps } from '../service/symbols.js';
import { witnessesAt, witnessView } from '../service/witness.js';
import type { Range } from './convert.js';
import { DeferredActions } from './deferred-actions.js';
import { diagnosticOf } from './diagnostics.js';
import { CodeActionKind, CompletionItemKind, FIX_ALL, InsertTextFormat, InsertTextMode, MarkupKind, REWRITE, SYMBOL_KINDS } from './lsp.js';
import type { ClientOptions } from './options.js';
import { stepwise } from './stepwise.js';
import type { Texts } from './texts.js';
import type { Work } from './work.js';
import type { Analysed } from './workspace.js';

/** The commands of the client that a lens runs, with the URI of its file. */
const LENS_COMMANDS: Readonly<Record<LensKind, string>> = { matrix: 'entente.showMatrix', agreement: 'entente.showMatrix', plan: 'entente.showPlan', expectations: 'entente.runExpectations' };

const ITEM_KINDS: Readonly<Record<Item['kind'], ItemKind>> = {
  key: CompletionItemKind.Property, value: CompletionItemKind.Value, enum: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference, snippet: CompletionItemKind.Snippet,
};
/** The features of the protocol: each asks a service about the newest analysis and converts what it says. */
export class Features {
  private readonly deferred: DeferredActions;

  constructor(private readonly texts: Texts, private readonly options: ClientOptions) {
    this.deferred = new DeferredActions(texts.workspace, options, (files, analysed) => this.edit(files, analysed));
  }

  async hover({ textDocument, position }: TextDocumentPositionParams): Promise<Hover | null> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const found = hover(analysed.analysis, analysed.file, converter.offset(position));
    if (!found) return null;
    const { markdown, span } = found;
    return {
      contents: this.options.markdownHover ? { kind: MarkupKind.Markdown, value: markdown } : { kind: MarkupKind.PlainText, value: plainText(markdown) },
      range: converter.range(span),
    };
  }

  async completion({ textDocument, position }: TextDocumentPositionParams): Promise<CompletionItem[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const items = complete(analysed.analysis, analysed.file, converter.offset(position), () => this.texts.workspace.knownFiles());
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

  async documentSymbols({ textDocument }: { textDocument: { uri: string } }, work: Work): Promise<DocumentSymbol[] | { name: string; kind: SymbolKind; containerName: string; location: Location }[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const found = await work.through(symbolSteps(analysed.analysis, analysed.file));
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

  async codeLenses({ textDocument }: { textDocument: { uri: string } }, kinds: readonly LensKind[], work: Work): Promise<CodeLens[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    if (kinds.includes('agreement')) await work.through(cellsAhead(analysed.analysis, {}, analysed.analysis.partnership.asOf), true);
    return codeLenses(analysed.analysis, analysed.file, kinds).map(({ span, title, kind, agreement }) => ({
      // Only our own client has the commands; elsewhere the lenses only say something.
      range: converter.range(span), command: { title, ...(this.options.clientFiles ? { command: LENS_COMMANDS[kind], arguments: [textDocument.uri, ...(agreement === undefined ? [] : [agreement])] } : { command: '' }) },
    }));
  }

  async inlayHints({ textDocument, range }: InlayHintParams, kinds: HintKinds, work: Work): Promise<InlayHint[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const hints = await work.through(inlayHintSteps(analysed.analysis, analysed.file, converter.span(range), kinds));
    return hints.map(({ offset, label, tooltip }) => ({ position: converter.position(offset), label, tooltip, paddingLeft: true }));
  }

  async codeActions({ textDocument, range, context }: CodeActionParams, work: Work): Promise<CodeAction[]> {
    if (!this.options.actionLiterals) return [];
    const { analysed, converter, places } = await this.texts.open(textDocument.uri);
    await work.through(analysed.analysis.judged(), true);
    const shown = { ...analysed.analysis, findings: analysed.shown };
    const wanted = (kind: string): boolean => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? kind === CodeActionKind.QuickFix;
    const fixes = !wanted(CodeActionKind.QuickFix) ? [] : codeActions(shown, analysed.file, converter.span(range)).map(({ title, finding, edits, safe }): CodeAction => ({
      title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(finding, places, this.options.diagnostics)], isPreferred: safe, edit: this.edit(edits, analysed),
    }));
    const offered = (kind: string): boolean => (context.only ? wanted(kind) : kind !== FIX_ALL);
    fixes.push(...await this.deferred.list(analysed, converter.span(range), offered, (finding) => diagnosticOf(finding, places, this.options.diagnostics), work));
    if (wanted(CodeActionKind.QuickFix)) fixes.push(...await this.witnesses(analysed, converter.span(range), (finding) => diagnosticOf(finding, places, this.options.diagnostics), work));
    if (await work.pause() === 'late') return fixes;
    const save = offered(CodeActionKind.Refactor) ? await work.through(saveClauseAction(analysed.analysis, analysed.file, converter.span(range)), true) : undefined;
    if (save) fixes.push({ title: save.title, kind: CodeActionKind.Refactor, edit: this.edit([{ file: analysed.file, edits: save.edits }], analysed) });
    if (await work.pause() === 'late') return fixes;
    if (offered(REWRITE)) {
      for (const { title, edits } of rewritesAt(converter.text, converter.offset(range.start))) fixes.push({ title, kind: REWRITE, edit: this.edit([{ file: analysed.file, edits }], analysed) });
    }
    const all = wanted(FIX_ALL) ? fixAll(shown, analysed.file) : [];
    if (all.length === 0) return fixes;
    return [...fixes, { title: 'Apply every safe fix', kind: FIX_ALL, edit: this.edit([{ file: analysed.file, edits: all }], analysed) }];
  }

  /** The whole text, or the lines of a range. Two spaces for each level, whatever the client's tab size is: that is how the language is written. */
  async format({ textDocument, range }: { textDocument: { uri: string }; range?: Range }, order: KeyOrder, work: Work): Promise<TextEdit[]> {
    const { converter } = await this.texts.open(textDocument.uri);
    const { text } = converter;
    const edits = await work.through(range ? formatRangeSteps(text, converter.span(range), order) : formatSteps(text, order));
    return edits.map((edit) => ({ range: converter.range(edit.span), newText: edit.text }));
  }

  /** What can be done with the witness of a conflict. Only our own client can open it. */
  private async witnesses(analysed: Analysed, span: Span, diagnostic: (finding: Finding) => Diagnostic, work: Work): Promise<CodeAction[]> {
    const found = await stepwise(witnessesAt(analysed.analysis, analysed.shown, analysed.file, span), () => true, work);
    return found.flatMap(({ finding, witness, name, save }) => {
      const action = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(finding)], isPreferred: false };
      const open = `Open the matrix on this witness: ${name}`;
      return [
        ...(this.options.clientFiles ? [{ ...action, title: open, command: { title: open, command: 'entente.showWitness', arguments: [analysed.uri, witnessView(witness)] } }] : []),
        ...(save ? [{ ...action, title: `Save this witness as an expectation: ${name}`, edit: this.edit([{ file: analysed.file, edits: save }], analysed) }] : []),
      ];
    });
  }

  resolveAction(action: CodeAction, work: Work): Promise<CodeAction> {
    return this.deferred.resolve(action, work);
  }

  private edit(files: readonly FileEdits[], { analysis }: Analysed): WorkspaceEdit {
    return this.texts.edit(files, (file) => analysis.partnership.files.get(file)?.text);
  }
}

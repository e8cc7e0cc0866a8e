import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type {
  CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, DefinitionLink, DocumentHighlight, DocumentLink, FoldingRange, Location, PrepareRenameResult,
  ReferenceParams, RenameFilesParams, RenameParams, SelectionRange, SelectionRangeParams, SemanticTokens, SymbolInformation, TextDocumentPositionParams, WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Place } from '../base/span.js';
import type { Partnership, Reference } from '../model/types.js';
import type { FileEdits } from '../service/code-actions.js';
import { definition } from '../service/definition.js';
import { highlights } from '../service/highlights.js';
import { links } from '../service/links.js';
import { declarationOf, referenceAt } from '../service/lookup.js';
import { treeOf } from '../service/load.js';
import { pathEdits } from '../service/move-files.js';
import { usesOf } from '../service/references.js';
import { type Refusal, renamable, rename } from '../service/rename.js';
import { semanticTokenSteps, TOKEN_MODIFIERS, TOKEN_TYPES } from '../service/semantic-tokens.js';
import { foldSteps, selections } from '../service/structure.js';
import { endedBy, ends, type SupersessionItem, type SupersessionLink, supersessionAt } from '../service/supersession.js';
import type { Range } from './convert.js';
import type { Places } from './diagnostics.js';
import { DocumentHighlightKind, FoldingRangeKind, SYMBOL_KINDS, SymbolKind } from './lsp.js';
import { type ClientOptions, isRecord } from './options.js';
import type { OpenFile, Texts } from './texts.js';
import type { Work } from './work.js';
import { canonical, isInside } from './uris.js';

type InDocument = { readonly textDocument: { readonly uri: string } };

/** The ways through the files: each asks a service about the newest analysis and converts what it says. */
export class Navigation {
  constructor(private readonly texts: Texts, private readonly options: ClientOptions) {}

  async definition({ textDocument, position }: TextDocumentPositionParams): Promise<DefinitionLink[] | Location | null> {
    const { analysed, converter, places } = await this.texts.open(textDocument.uri);
    const found = definition(analysed.analysis, analysed.file, converter.offset(position));
    if (!found) return null;
    const { uri, range } = places.location(found.target);
    if (!this.options.definitionLinks) return { uri, range };
    return [{ originSelectionRange: converter.range(found.origin), targetUri: uri, targetRange: range, targetSelectionRange: range }];
  }

  /** Uses in this file, in its imports, and in every file of the workspace that imports the one that declares the name. */
  async references({ textDocument, position, context }: ReferenceParams): Promise<Location[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const { partnership } = analysed.analysis;
    const name = referenceAt(partnership, analysed.file, converter.offset(position));
    if (!name) return [];
    const found = new Map<string, Location>();
    const add = (uses: readonly Place[], at: Places): void => {
      for (const place of uses) found.set(`${place.file} ${place.start}`, at.location(place));
    };
    for (const each of await this.naming(partnership, name)) add(usesOf(each.references, name, context.includeDeclaration), this.texts.placesIn(each));
    return [...found.values()];
  }

  async highlights({ textDocument, position }: TextDocumentPositionParams): Promise<DocumentHighlight[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    return highlights(analysed.analysis, analysed.file, converter.offset(position))
      .map(({ place, declaration }) => ({ range: converter.range(place), kind: declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }));
  }

  async prepareRename({ textDocument, position }: TextDocumentPositionParams): Promise<PrepareRenameResult> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const { span, local } = granted(renamable(analysed.analysis.partnership, analysed.file, converter.offset(position)));
    return { range: converter.range(span), placeholder: local };
  }

  async rename({ textDocument, position, newName }: RenameParams): Promise<WorkspaceEdit> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const { partnership } = analysed.analysis;
    const target = granted(renamable(partnership, analysed.file, converter.offset(position)));
    const all = await this.naming(partnership, target.name);
    return this.texts.edit(granted(rename(all, target, newName.trim())), (file) => all.find(({ files }) => files.has(file))?.files.get(file)?.text);
  }

  async links({ textDocument }: InDocument): Promise<DocumentLink[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    return links(analysed.analysis, analysed.file, this.texts.workspace.folderFor(analysed.file))
      .map(({ span, target, tooltip }) => ({ range: converter.range(span), target: this.texts.workspace.clientUri(target), tooltip }));
  }

  async folding({ textDocument }: InDocument, work: Work): Promise<FoldingRange[]> {
    const { analysed } = await this.texts.open(textDocument.uri);
    return (await work.through(foldSteps(analysed.analysis, analysed.file))).map(({ first, last, kind }) => ({ startLine: first, endLine: last, ...(kind === 'region' ? {} : { kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Imports }) }));
  }

  async selections({ textDocument, positions }: SelectionRangeParams): Promise<SelectionRange[]> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    return positions.map((position) => {
      const [first, ...around] = selections(analysed.analysis, analysed.file, converter.offset(position)).map((span) => converter.range(span));
      const parent = around.reduceRight<SelectionRange | undefined>((outer, range) => ({ range, ...(outer ? { parent: outer } : {}) }), undefined);
      return { range: first ?? { start: position, end: position }, ...(parent ? { parent } : {}) };
    });
  }

  async tokens({ textDocument, range }: InDocument & { readonly range?: Range }, work: Work): Promise<SemanticTokens> {
    const { analysed, converter } = await this.texts.open(textDocument.uri);
    const within = range ? converter.span(range) : { start: 0, end: converter.text.length };
    const data: number[] = [];
    let before = { line: 0, character: 0 };
    for (const { span, type, modifiers } of await work.through(semanticTokenSteps(analysed.analysis, analysed.file, within))) {
      const { start, end } = converter.range(span);
      const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
      const sameLine = start.line === before.line;
      data.push(start.line - before.line, sameLine ? start.character - before.character : start.character, end.character - start.character, TOKEN_TYPES.indexOf(type), bits);
      before = start;
    }
    return { data };
  }

  /** Supersession as a call hierarchy: callers are the agreements that end something, callees what they end. */
  async prepareSupersession({ textDocument, position }: TextDocumentPositionParams): Promise<CallHierarchyItem[] | null> {
    const { analysed, converter, places } = await this.texts.open(textDocument.uri);
    const item = supersessionAt(analysed.analysis, analysed.file, converter.offset(position));
    return item ? [hierarchyItem(item, places, textDocument.uri)] : null;
  }

  async endedBy(item: CallHierarchyItem): Promise<CallHierarchyIncomingCall[]> {
    const { open, id, root } = await this.hierarchy(item);
    const found = new Map<string, CallHierarchyIncomingCall>();
    // An agreement that ends this one may stand in a file that imports it.
    const others = await this.texts.workspace.analysesWith(open.analysed.analysis.partnership.agreements.get(id)?.place.file ?? open.analysed.file);
    for (const { uri, analysis } of [{ uri: root, analysis: open.analysed.analysis }, ...others]) {
      for (const [key, call] of byItem(endedBy(analysis, id), this.texts.placesIn(analysis.partnership), uri)) if (!found.has(key)) found.set(key, { from: call.item, fromRanges: call.ranges });
    }
    return [...found.values()];
  }

  async ends(item: CallHierarchyItem): Promise<CallHierarchyOutgoingCall[]> {
    const { open, id, root } = await this.hierarchy(item);
    return [...byItem(ends(open.analysed.analysis, id), open.places, root).values()].map(({ item: to, ranges }) => ({ to, fromRanges: ranges }));
  }

  private async hierarchy({ data, uri }: CallHierarchyItem): Promise<{ open: OpenFile; id: string; root: string }> {
    const root = isRecord(data) && typeof data['uri'] === 'string' ? data['uri'] : uri;
    const id = isRecord(data) && typeof data['id'] === 'string' ? data['id'] : '';
    return { open: await this.texts.open(root), id, root };
  }

  /** Declarations, agreements and clauses of every file of the workspace whose ids or names hold what was typed. */
  async symbols({ query }: { readonly query: string }): Promise<SymbolInformation[]> {
    const { workspace } = this.texts;
    const wanted = query.toLowerCase();
    const index = await workspace.indexed(true);
    const found = index.all().flatMap(({ file, symbols }) => {
      const matching = symbols.filter((symbol) => matches(`${symbol.container}/${symbol.name} ${symbol.detail}`.toLowerCase(), wanted));
      return matching.length === 0 ? [] : [{ file, matching }];
    });
    const answers: SymbolInformation[] = [];
    for (const { file, matching } of found) {
      const converter = this.texts.converter(await workspace.textOf(file) ?? '');
      for (const { name, kind, container, selection } of matching) {
        answers.push({ name, kind: SYMBOL_KINDS[kind], containerName: container, location: { uri: workspace.clientUri(file), range: converter.range(selection) } });
        if (answers.length >= MOST_SYMBOLS) return answers;
      }
    }
    return answers;
  }

  /** The edits of paths in agreements that go with moving files or folders. */
  async moved({ files }: RenameFilesParams): Promise<WorkspaceEdit> {
    const { workspace } = this.texts;
    const moves = files.map(({ oldUri, newUri }) => [canonical(oldUri), canonical(newUri)] as const);
    const movedTo = (file: string): string => {
      const move = moves.find(([from]) => file === from || isInside(from, file));
      return move ? move[1] + file.slice(move[0].length) : file;
    };
    const texts = new Map<string, string>();
    const edits: FileEdits[] = [];
    for (const { file, uses } of (await workspace.indexed(true)).all()) {
      if (movedTo(file) === file && ![...uses].some((used) => movedTo(used) !== used)) continue;
      const text = await workspace.textOf(file);
      const inFile = text === null ? [] : pathEdits(treeOf(text), file, workspace.folderFor(file), movedTo);
      if (text === null || inFile.length === 0) continue;
      texts.set(file, text);
      edits.push({ file, edits: inFile });
    }
    return this.texts.edit(edits, (file) => texts.get(file));
  }

  /** The partnership, and all others of the workspace that hold the declaration of the name. */
  private async naming(partnership: Partnership, name: Reference): Promise<readonly Partnership[]> {
    const home = declarationOf(partnership, name)?.place;
    if (!home) return [partnership];
    const others = await this.texts.workspace.partnershipsWith(home.file);
    return [partnership, ...others.filter((other) => {
      const declared = other.file === partnership.file ? undefined : declarationOf(other, name)?.place;
      return declared?.file === home.file && declared.start === home.start;
    })];
  }
}

/** Answers to one question for symbols: more than anybody reads. */
const MOST_SYMBOLS = 500;

/** Whether the letters of the query come in this order. */
function matches(text: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function granted<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new ResponseError(ErrorCodes.InvalidRequest, outcome.refused);
  return outcome;
}

function hierarchyItem({ id, kind, name, detail, whole, place }: SupersessionItem, places: Places, root: string): CallHierarchyItem {
  return {
    name, detail, kind: kind === 'agreement' ? SymbolKind.Module : SymbolKind.Interface, uri: places.location(place).uri,
    range: places.range(whole), selectionRange: places.range(place), data: { uri: root, id },
  };
}

/** One entry for each item, with every place that says so. */
function byItem(found: readonly SupersessionLink[], places: Places, root: string): Map<string, { item: CallHierarchyItem; ranges: Range[] }> {
  const calls = new Map<string, { item: CallHierarchyItem; ranges: Range[] }>();
  for (const { item, at } of found) {
    const key = `${item.kind} ${item.id}`;
    const call = calls.get(key) ?? { item: hierarchyItem(item, places, root), ranges: [] };
    calls.set(key, { ...call, ranges: [...call.ranges, places.range(at)] });
  }
  return calls;
}


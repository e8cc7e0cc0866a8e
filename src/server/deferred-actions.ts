import { ResponseError } from 'vscode-jsonrpc';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Finding } from '../base/findings.js';
import type { Span } from '../base/span.js';
import type { Analysis } from '../service/analysis.js';
import type { FileEdits } from '../service/code-actions.js';
import { clashesAt, type ConflictFix, ranked, tryFixes } from '../service/conflict-fixes.js';
import { moves, NEW_FILES } from '../service/refactor-move.js';
import { CodeActionKind, LSPErrorCodes, MOVE } from './lsp.js';
import { isRecord, type ClientOptions } from './options.js';
import { stepwise } from './stepwise.js';
import type { Work } from './work.js';
import type { Analysed, Workspace } from './workspace.js';

/** An action without its edit. */
interface Offer {
  readonly title: string;
  readonly kind: string;
  readonly findings: readonly Finding[];
  readonly creates: string | undefined;
  readonly edits: readonly FileEdits[];
}

/**
 * Code actions that take long to find or whose edits are large: fixes of clashes, each of which was tried, and moves.
 * What was tried is kept as long as the analysis, so that moving the cursor does not cost it again. A client that can
 * asks for the edit when an action is chosen.
 */
export class DeferredActions {
  private readonly known = new WeakMap<Analysis, Map<Finding, Promise<readonly ConflictFix[]>>>();

  constructor(
    private readonly workspace: Workspace, private readonly options: ClientOptions,
    private readonly edit: (files: readonly FileEdits[], analysed: Analysed) => WorkspaceEdit,
  ) {}

  async list(analysed: Analysed, span: Span, wanted: (kind: string) => boolean, diagnostic: (finding: Finding) => Diagnostic, work: Work): Promise<CodeAction[]> {
    const { uri, version } = analysed;
    return (await this.offers(analysed, span, wanted, work)).map((offer) => ({
      title: offer.title, kind: offer.kind,
      ...(offer.findings.length > 0 ? { diagnostics: offer.findings.map(diagnostic), isPreferred: false } : {}),
      ...(this.options.resolvesEdits ? { data: { uri, version, start: span.start, end: span.end } } : { edit: this.editOf(offer, analysed) }),
    }));
  }

  /** The action with its edit. An action for another version of the text is refused. */
  async resolve(action: CodeAction, work: Work): Promise<CodeAction> {
    const data: unknown = action.data;
    if (action.edit || !isRecord(data)) return action;
    const { uri, version, start, end } = data;
    if (typeof uri !== 'string' || typeof start !== 'number' || typeof end !== 'number') return action;
    const analysed = await this.workspace.current(uri);
    const offer = analysed.version === version
      ? (await this.offers(analysed, { start, end }, (kind) => kind === action.kind, work)).find(({ title }) => title === action.title) : undefined;
    if (!offer) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since this was offered. Ask for the actions again.');
    return { ...action, edit: this.editOf(offer, analysed) };
  }

  private async offers(analysed: Analysed, span: Span, wanted: (kind: string) => boolean, work: Work): Promise<readonly Offer[]> {
    const { analysis, file, shown } = analysed;
    const fixes = wanted(CodeActionKind.QuickFix) ? await Promise.all(clashesAt({ ...analysis, findings: shown }, file, span).map((finding) => this.fixesOf(analysed, finding, work))) : [];
    const offers = ranked(fixes.flat()).map(({ title, findings, edits }): Offer => ({ title, kind: CodeActionKind.QuickFix, findings, creates: undefined, edits }));
    if (!wanted(MOVE)) return offers;
    const newFile = await this.newFile(analysed, span);
    return [...offers, ...moves(analysis, file, span, newFile).map((move): Offer => ({ ...move, kind: MOVE, findings: [] }))];
  }

  /** A name that is free beside the file; asked only where a move to a new file can be offered. */
  private async newFile({ analysis, file }: Analysed, span: Span): Promise<string | undefined> {
    for (const name of this.options.createsFiles ? NEW_FILES : []) {
      const created = moves(analysis, file, span, name).find(({ creates }) => creates !== undefined)?.creates;
      if (created === undefined) return undefined;
      if (await this.workspace.isFree(created)) return name;
    }
    return undefined;
  }

  private async fixesOf(analysed: Analysed, finding: Finding, work: Work): Promise<readonly ConflictFix[]> {
    const known = this.known.get(analysed.analysis) ?? new Map<Finding, Promise<readonly ConflictFix[]>>();
    this.known.set(analysed.analysis, known);
    const others = await known.get(finding)?.catch(() => undefined); // whoever had it tried may have taken that back
    if (others) return others;
    const fixes = this.tried(analysed, finding, work);
    known.set(finding, fixes);
    return fixes;
  }

  private tried({ analysis, file, version }: Analysed, finding: Finding, work: Work): Promise<readonly ConflictFix[]> {
    return stepwise(tryFixes(analysis, finding), () => (this.workspace.document(file)?.version ?? null) === version, work);
  }

  /** A new file is created before it is written to; where it is there after all, the client refuses, and nothing is overwritten. */
  private editOf({ creates, edits }: Offer, analysed: Analysed): WorkspaceEdit {
    const made = this.edit(edits, analysed);
    if (creates === undefined) return made;
    return { documentChanges: [{ kind: 'create', uri: creates, options: { overwrite: false } }, ...made.documentChanges ?? []] };
  }
}

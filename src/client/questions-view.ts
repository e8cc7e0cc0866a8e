import {
  CancellationTokenSource, commands, Disposable, EventEmitter, l10n, MarkdownString, ThemeColor, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState, type TreeView, Uri,
  ViewColumn, window, workspace,
} from 'vscode';
import { type AnalysedParams, type LocateResult, type OpenQuestionsView, type QuestionView, REQUESTS } from '../protocol.js';
import { isLocateResult, isOpenQuestionsView } from '../protocol-guards.js';
import { ENTENTE } from './language.js';
import { fileName, reasonOf, type ServerLink } from './panel-support.js';
import type { MatrixPanels } from './matrix-panels.js';
import { revealPlace } from './reveal.js';

/** Also in package.json. */
const VIEW = 'entente.questions';
/** Only for the items of this view. */
const REVEAL = 'entente.revealPlace';

type Kind = QuestionView['kind'];
type Node =
  | { readonly type: 'group'; readonly kind: Kind }
  | { readonly type: 'question'; readonly question: QuestionView }
  | { readonly type: 'cell'; readonly question: QuestionView; readonly cell: QuestionView['cells'][number] };

const GROUPS: Readonly<Record<Kind, string>> = { conflict: l10n.t('Conflicts'), judgment: l10n.t('Judgments needed') };
const SEVERITIES: Readonly<Record<QuestionView['severity'], string>> = { error: l10n.t('error'), warning: l10n.t('warning'), information: l10n.t('information'), hint: l10n.t('hint') };
const SEVERITY_ICONS: Readonly<Record<QuestionView['severity'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')), warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  information: new ThemeIcon('info'), hint: new ThemeIcon('lightbulb'),
};

/** The view in the side bar: conflicts and judgments needed of the active agreement, with their cells. Each leads to its text. */
export class QuestionsView extends Disposable implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly tree: TreeView<Node>;
  private readonly subscriptions: Disposable;
  private file: Uri | undefined;
  private shown: OpenQuestionsView | undefined;
  private latest: CancellationTokenSource | undefined;

  constructor(private readonly server: ServerLink) {
    super(() => {
      this.latest?.cancel();
      this.subscriptions.dispose();
    });
    this.tree = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = Disposable.from(
      this.tree, this.changed,
      commands.registerCommand(REVEAL, async (place: unknown) => { if (isLocateResult(place)) await revealPlace(place, ViewColumn.Active); }),
      window.onDidChangeActiveTextEditor((editor) => { if (editor?.document.languageId === ENTENTE) this.turnTo(editor.document.uri); }),
      workspace.onDidCloseTextDocument(({ uri }) => { if (uri.toString() === this.file?.toString()) this.turnTo(undefined); }),
      this.tree.onDidChangeVisibility(() => this.refresh()),
    );
    const active = window.activeTextEditor?.document;
    this.turnTo(active?.languageId === ENTENTE ? active.uri : undefined);
  }

  analysed({ uri }: AnalysedParams): void {
    if (Uri.parse(uri).toString() === this.file?.toString()) this.refresh();
  }

  /** Asks again, if anybody can see the answer. */
  refresh(): void {
    if (this.tree.visible) void this.ask();
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.type) {
      case 'group': {
        const item = new TreeItem(GROUPS[node.kind], TreeItemCollapsibleState.Expanded);
        item.id = node.kind;
        item.description = String(this.of(node.kind).length);
        return item;
      }
      case 'question': return questionItem(node.question, this.of(node.question.kind).indexOf(node.question));
      case 'cell': return cellItem(node);
    }
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return (Object.keys(GROUPS) as Kind[]).filter((kind) => this.of(kind).length > 0).map((kind) => ({ type: 'group', kind }));
    if (node.type === 'group') return this.of(node.kind).map((question) => ({ type: 'question', question }));
    return node.type === 'question' ? node.question.cells.map((cell) => ({ type: 'cell', question: node.question, cell })) : [];
  }

  getParent(node: Node): Node | undefined {
    return node.type === 'cell' ? { type: 'question', question: node.question } : node.type === 'question' ? { type: 'group', kind: node.question.kind } : undefined;
  }

  /** The inline action: the matrix at the cell, or where the question shows: at the witness of a conflict, else at the first cell. */
  showInMatrix(target: unknown, panels: MatrixPanels): void {
    const node = target as Node | undefined;
    if (this.file === undefined || (node?.type !== 'cell' && node?.type !== 'question')) return;
    panels.show(this.file, node.type === 'cell' ? node.cell : node.question.witness ?? node.question.cells[0]);
  }

  private of(kind: Kind): readonly QuestionView[] {
    return this.shown?.questions.filter((question) => question.kind === kind) ?? [];
  }

  private turnTo(file: Uri | undefined): void {
    if (file?.toString() === this.file?.toString() && file !== undefined) return;
    this.file = file;
    this.tree.description = file === undefined ? '' : fileName(file);
    this.show(undefined, undefined);
    this.refresh();
  }

  private async ask(): Promise<void> {
    this.latest?.cancel();
    const source = new CancellationTokenSource();
    this.latest = source;
    if (this.file === undefined) return this.show(undefined, undefined);
    if (!this.server.running()) return this.show(undefined, l10n.t('The language server is not running.'));
    try {
      const answer = await this.server.request(REQUESTS.openQuestions, { uri: this.file.toString() }, source.token);
      if (source !== this.latest) return;
      if (isOpenQuestionsView(answer)) this.show(answer, answer.questions.some(({ kind }) => kind === 'conflict') ? undefined : `${answer.covered}${answer.questions.length === 0 ? ` ${l10n.t('No judgment is needed.')}` : ''}`);
      else this.show(undefined, l10n.t('The language server gave no list for this file.'));
    } catch (error) {
      if (source === this.latest) this.show(undefined, l10n.t('Conflicts could not be listed: {0}', reasonOf(error)));
    } finally {
      source.dispose();
    }
  }

  private show(view: OpenQuestionsView | undefined, message: string | undefined): void {
    this.shown = view;
    this.tree.message = message ?? '';
    const conflicts = this.of('conflict').filter(({ severity }) => severity === 'error' || severity === 'warning').length;
    this.tree.badge = conflicts === 0 ? undefined : { value: conflicts, tooltip: conflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', conflicts) };
    this.changed.fire(undefined);
  }
}

function questionItem(question: QuestionView, index: number): TreeItem {
  const { kind, severity, title, message, place, cells } = question;
  const item = new TreeItem(title, kind === 'conflict' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = `${kind} ${index} ${title}`;
  item.iconPath = SEVERITY_ICONS[severity];
  item.description = `${SEVERITIES[severity]}, ${cells.length === 1 ? l10n.t('1 cell') : l10n.t('{0} cells', cells.length)}`;
  item.tooltip = plainly(message);
  item.contextValue = cells.length > 0 ? 'place' : 'text';
  item.command = toText(place);
  item.accessibilityInformation = { label: `${title}: ${item.description}` };
  return item;
}

function cellItem({ question, cell }: Extract<Node, { readonly type: 'cell' }>): TreeItem {
  const item = new TreeItem(cell.name, TreeItemCollapsibleState.None);
  item.description = cell.days;
  item.tooltip = plainly(question.message);
  item.contextValue = 'place';
  item.command = toText(question.place);
  item.accessibilityInformation = { label: `${cell.name}, ${cell.days}` };
  return item;
}

/** Text of an agreement, never markup. */
const plainly = (text: string): MarkdownString => new MarkdownString().appendText(text);

const toText = (place: LocateResult) => ({ command: REVEAL, title: l10n.t('Show in the Text'), arguments: [place] });

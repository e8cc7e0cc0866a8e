import { CancellationTokenSource, commands, Disposable, EventEmitter, l10n, type QuickPickItem, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import { type AnalysedParams, type AskableName, type AskableView, type AskParams, QUESTIONS, type QuestionKind, REQUESTS } from '../protocol.js';
import { isAskableView, isAskResult } from '../protocol-guards.js';
import type { Comparisons } from './compare.js';
import type { MatrixPanels } from './matrix-panels.js';
import { plain, reasonOf, type ServerLink } from './panel-support.js';

/** Answers are documents of this scheme: read-only, computed from what stands in the query. */
const SCHEME = 'entente-answer';

const LABELS: Readonly<Record<QuestionKind, { readonly label: string; readonly detail: string }>> = {
  serve: { label: l10n.t('Can this party serve this product anywhere?'), detail: l10n.t('On the day shown: on the clouds that it operates, or on any cloud if the product is its own') },
  plan: { label: l10n.t('What does this agreement change?'), detail: l10n.t('The file with it and without it, on every day: cells, conflicts, clauses without effect') },
  infringed: { label: l10n.t('Which rights of whom does a draft infringe?'), detail: l10n.t('Agreements that you choose, against all others') },
  exposure: { label: l10n.t('Until when is each exclusivity exposed?'), detail: l10n.t('Days on which it is breached, could be, or does not protect') },
  idle: { label: l10n.t('Which clauses does no world make matter?'), detail: l10n.t('Clauses and readings without effect') },
  unmet: { label: l10n.t('Which commitments does no world let a party meet?'), detail: l10n.t('Certain clashes, purchases on barred clouds, first place promised twice') },
};

/** Questions about a whole file, asked in a few steps; the answer opens as a document that follows the text. */
export class Questions extends Disposable implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: Disposable;

  constructor(private readonly server: ServerLink, private readonly panels: MatrixPanels, private readonly comparisons: Comparisons, private readonly target: (chosen: unknown) => Uri | undefined) {
    super(() => this.subscriptions.dispose());
    const saying = (action: (...given: readonly unknown[]) => Promise<void>) => (...given: readonly unknown[]): Promise<void> =>
      action(...given).catch((error: unknown) => void window.showErrorMessage(plain(l10n.t('The question could not be answered: {0}', reasonOf(error)))));
    this.subscriptions = Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      commands.registerCommand('entente.ask', saying((argument) => this.ask(argument))),
      commands.registerCommand('entente.showPlan', saying((chosen, agreement) => this.plan(chosen, agreement))),
    );
  }

  analysed({ uri }: AnalysedParams): void {
    for (const document of workspace.textDocuments) {
      if (document.uri.scheme === SCHEME && paramsOf(document.uri)?.['uri'] === uri) this.changed.fire(document.uri);
    }
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    try {
      const answer = await this.request(REQUESTS.ask, paramsOf(uri));
      return isAskResult(answer) ? answer.markdown : l10n.t('The language server has no answer.');
    } catch (error) {
      return l10n.t('There is no answer: {0}', reasonOf(error));
    }
  }

  /** Asks what is missing in the argument, step by step; Escape ends it. */
  private async ask(argument: unknown): Promise<void> {
    const wish: Record<string, unknown> = typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? { ...argument } : {};
    const named = typeof wish['uri'] === 'string' ? wish['uri'] : argument instanceof Uri && argument.scheme !== 'webview-panel' ? argument : undefined;
    const active = named === undefined ? this.panels.active() : undefined;
    const uri = active?.uri ?? this.target(named);
    if (uri === undefined) return;
    const question = QUESTIONS.find((one) => one === wish['question']) ??
      (await window.showQuickPick(QUESTIONS.map((one) => ({ question: one, ...LABELS[one] })), { title: l10n.t('Entente: Ask'), placeHolder: l10n.t('About the whole file'), matchOnDetail: true }))?.question;
    if (question === undefined) return;
    const { at, assume } = (active ?? this.panels.of(uri))?.world() ?? {};
    const details = await this.details(question, wish, await this.askable(uri));
    if (details === undefined) return;
    await show({ uri: uri.toString(), question, ...(question === 'serve' ? { at } : {}), assume, ...details });
  }

  /** Who, what and which agreements a question is about; undefined where the user does not go on. */
  private async details(question: QuestionKind, wish: Record<string, unknown>, { parties, products, agreements }: AskableView): Promise<Pick<AskParams, 'party' | 'product' | 'agreements'> | undefined> {
    const given = (key: string, known: readonly AskableName[]): string | undefined => known.find(({ id }) => id === wish[key])?.id;
    if (question === 'serve') {
      const party = given('party', parties) ?? await pick(parties, l10n.t('Who is to serve it?'));
      const product = party === undefined ? undefined : given('product', products) ?? await pick(products, l10n.t('Which product?'));
      return product === undefined ? undefined : { party, product };
    }
    if (question === 'plan') {
      const agreement = given('agreement', agreements) ?? await pick(agreements, l10n.t('Which agreement?'));
      return agreement === undefined ? undefined : { agreements: [agreement] };
    }
    if (question !== 'infringed') return {};
    const draft = given('agreement', agreements);
    if (draft !== undefined) return { agreements: [draft] };
    const chosen = await window.showQuickPick(items(agreements), { placeHolder: l10n.t('Which agreements are the draft?'), canPickMany: true });
    return chosen && chosen.length > 0 ? { agreements: chosen.map(({ id }) => id) } : undefined;
  }

  /** The comparison of a file with itself without an agreement, on the agreement's first day. */
  private async plan(chosen: unknown, wanted: unknown): Promise<void> {
    const uri = this.target(chosen);
    if (uri === undefined) return;
    const { agreements } = await this.askable(uri);
    const id = agreements.find((agreement) => agreement.id === wanted)?.id ?? await pick(agreements, l10n.t('Which agreement?'));
    const agreement = agreements.find((one) => one.id === id);
    if (agreement === undefined) return;
    const side = { at: agreement.at };
    this.comparisons.show({ uri: uri.toString(), base: { kind: 'without', agreement: agreement.id }, before: side, after: side });
  }

  private async askable(uri: Uri): Promise<AskableView> {
    const view = await this.request(REQUESTS.askable, { uri: uri.toString() });
    if (!isAskableView(view)) throw new Error(l10n.t('the language server did not say what can be asked.'));
    return view;
  }

  private async request(method: string, params: unknown): Promise<unknown> {
    const source = new CancellationTokenSource();
    try {
      return await this.server.request(method, params, source.token);
    } finally {
      source.dispose();
    }
  }
}

type Item = QuickPickItem & { readonly id: string };
const items = (named: readonly AskableName[]): Item[] => named.map(({ id, name }) => ({ id, label: name, ...(name === id ? {} : { description: id }) }));

async function pick(named: readonly AskableName[], placeHolder: string): Promise<string | undefined> {
  if (named.length === 0) throw new Error(l10n.t('the file declares none to choose from.'));
  return (await window.showQuickPick(items(named), { placeHolder, matchOnDescription: true }))?.id;
}

/** Rendered where the editor can render Markdown, else as text. */
async function show(params: AskParams): Promise<void> {
  const uri = Uri.from({ scheme: SCHEME, path: `/${LABELS[params.question].label.replace('?', '')}.md`, query: JSON.stringify(params) });
  const document = await workspace.openTextDocument(uri);
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(document, { preview: true });
  }
}

function paramsOf({ query }: Uri): Record<string, unknown> | undefined {
  try {
    const params: unknown = JSON.parse(query);
    return typeof params === 'object' && params !== null ? params as Record<string, unknown> : undefined;
  } catch {
    return undefined; // not one of ours
  }
}

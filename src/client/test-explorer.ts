import {
  CancellationTokenSource, type CancellationToken, Disposable, l10n, Location, Range, type TestItem, TestMessage, type TestRun, TestRunProfileKind, TestRunRequest, tests, Uri, workspace,
} from 'vscode';
import { type AnalysedParams, REQUESTS, type TestsParams, type TestsView, type TestView } from '../protocol.js';
import { isTestsView } from '../protocol-guards.js';
import { ENTENTE } from './language.js';
import type { ServerLink } from './panel-support.js';
import { AGREEMENTS, agreementsInWorkspace } from './read-file.js';

/** Files that are asked for at the same time. */
const TOGETHER = 8;

/**
 * The tests of agreement files in VS Code's Test Explorer: a file, its expectations, and the findings that its comments
 * expect. The server finds and runs them in one go; each run asks anew, for open texts as they are now.
 */
export class TestExplorer extends Disposable {
  readonly controller = tests.createTestController(ENTENTE, 'Entente');
  readonly profile = this.controller.createRunProfile(l10n.t('Run'), TestRunProfileKind.Run, (request, token) => this.start(request, token), true, undefined, true);
  private readonly continuous = new Set<TestRunRequest>();
  private readonly subscriptions: Disposable;

  constructor(private readonly server: ServerLink) {
    super(() => {
      this.subscriptions.dispose();
      this.controller.dispose();
    });
    this.controller.resolveHandler = (item) => (item === undefined ? this.discover() : this.resolve(item));
    this.controller.refreshHandler = () => this.discover();
    const watcher = workspace.createFileSystemWatcher(AGREEMENTS);
    this.subscriptions = Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => {
        if (!isHidden(uri)) this.changed(uri);
      }),
      watcher.onDidChange((uri) => {
        if (!isOpen(uri) && !isHidden(uri)) this.changed(uri);
      }),
      watcher.onDidDelete((uri) => {
        if (!isOpen(uri)) this.controller.items.delete(uri.toString());
      }),
      workspace.onDidCloseTextDocument(({ languageId, uri }) => {
        if (languageId !== ENTENTE) return;
        // Only inside the workspace can it still be read.
        if (workspace.getWorkspaceFolder(uri) === undefined) this.controller.items.delete(uri.toString());
        else this.changed(uri);
      }),
    );
  }

  /** News of an open text; those of other files come from the watcher. */
  analysed({ uri, version }: AnalysedParams): void {
    const parsed = Uri.parse(uri);
    if (version !== null && isFile(parsed)) this.changed(parsed);
  }

  /** Runs the tests of one file. */
  async runFile(uri: Uri): Promise<void> {
    const source = new CancellationTokenSource();
    try {
      await this.run(new TestRunRequest([this.fileItem(uri)]), source.token);
    } finally {
      source.dispose();
    }
  }

  /** Items for all files of the workspace and all open ones; their tests are asked for when they are wanted. */
  private async discover(): Promise<void> {
    const found = (await agreementsInWorkspace()).filter((uri) => !isHidden(uri));
    const open = workspace.textDocuments.filter(({ languageId, uri }) => languageId === ENTENTE && isFile(uri)).map(({ uri }) => uri);
    const uris = new Set([...found, ...open].map(String));
    for (const [id] of this.controller.items) if (!uris.has(id)) this.controller.items.delete(id);
    for (const uri of found) this.fileItem(uri);
    await Promise.all(open.map((uri) => this.resolve(this.fileItem(uri))));
  }

  private fileItem(uri: Uri): TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known !== undefined) return known;
    const item = this.controller.createTestItem(uri.toString(), workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    this.controller.items.add(item);
    return item;
  }

  /** What is known of a file is out of date. Where it is known, or the file is open, it is asked for again; what is run on change is run. */
  private changed(uri: Uri): void {
    const item = this.fileItem(uri);
    this.controller.invalidateTestResults(item);
    const runs = [...this.continuous].filter(({ include, exclude }) =>
      exclude?.includes(item) !== true && (include === undefined || include.some((one) => fileOf(one) === item)));
    if (runs.length === 0 && (isOpen(uri) || item.children.size > 0)) void this.resolve(item);
    for (const request of runs) void this.runFiles(request, [item]);
  }

  private async resolve(item: TestItem): Promise<void> {
    const source = new CancellationTokenSource();
    item.busy = true;
    try {
      await this.ask(fileOf(item), source.token);
    } catch (error) {
      fileOf(item).error = reasonOf(error);
    } finally {
      item.busy = false;
      source.dispose();
    }
  }

  private async start(request: TestRunRequest, token: CancellationToken): Promise<void> {
    if (request.continuous !== true) return this.run(request, token);
    this.continuous.add(request);
    token.onCancellationRequested(() => this.continuous.delete(request));
    await this.run(request, token);
  }

  private async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    if (request.include === undefined && this.controller.items.size === 0) await this.discover();
    const items = request.include ?? [...this.controller.items].map(([, item]) => item);
    await this.runFiles(request, [...new Set(items.map(fileOf))].filter((file) => request.exclude?.includes(file) !== true), token);
  }

  /** Asks for each file once, open ones first, and reports the tests that the request names. */
  private async runFiles(request: TestRunRequest, files: readonly TestItem[], token?: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    const asked = token ?? run.token;
    const named = request.include ?? files;
    for (const item of named) run.enqueued(item);
    const one = async (file: TestItem): Promise<void> => {
      for (const item of named) if (fileOf(item) === file) run.started(item);
      try {
        report(run, request, file, await this.ask(file, asked));
      } catch (error) {
        if (!asked.isCancellationRequested) run.errored(file, new TestMessage(reasonOf(error)));
      }
    };
    const open = (file: TestItem): boolean => file.uri !== undefined && isOpen(file.uri);
    const ordered = [...files.filter(open), ...files.filter((file) => !open(file))];
    for (let at = 0; at < ordered.length && !asked.isCancellationRequested && !run.token.isCancellationRequested; at += TOGETHER) {
      await Promise.all(ordered.slice(at, at + TOGETHER).map(one));
    }
    run.end();
  }

  /** The tests of a file, run; the items below it follow them. */
  private async ask(file: TestItem, token: CancellationToken): Promise<TestsView> {
    const view = await this.server.request(REQUESTS.tests, { uri: file.id } satisfies TestsParams, token);
    if (!isTestsView(view)) throw new Error(l10n.t('The language server did not understand the question.'));
    file.error = view.problem ?? undefined;
    const itemOf = (test: TestView): TestItem => {
      const item = find(file, test.id) ?? this.controller.createTestItem(test.id, test.label, file.uri);
      item.label = test.label;
      item.range = rangeOf(test);
      item.sortText = String(view.tests.indexOf(test)).padStart(8, '0');
      return item;
    };
    const of = (kind: TestView['kind']): TestItem[] => view.tests.filter((test) => test.kind === kind).map(itemOf);
    const expectations = of('expectation');
    const findings = of('finding');
    if (findings.length === 0) file.children.replace(expectations);
    else {
      const group = file.children.get(FINDINGS) ?? this.controller.createTestItem(FINDINGS, l10n.t('expected findings'), file.uri);
      group.sortText = '~';
      group.children.replace(findings);
      file.children.replace([...expectations, group]);
    }
    return view;
  }
}

/** Id of the item above the expected findings; no test has it. */
const FINDINGS = 'findings';

const fileOf = (item: TestItem): TestItem => (item.parent === undefined ? item : fileOf(item.parent));
const find = (file: TestItem, id: string): TestItem | undefined => file.children.get(id) ?? file.children.get(FINDINGS)?.children.get(id);
const isOpen = (uri: Uri): boolean => workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
/** In a folder that the command line leaves out, too. */
const isHidden = (uri: Uri): boolean => /(?:^|\/)(?:node_modules|\.[^/]+)\//.test(workspace.asRelativePath(uri, false));
/** Not an older version of a file, or one side of a comparison. */
const isFile = (uri: Uri): boolean => uri.scheme === 'untitled' || workspace.getWorkspaceFolder(uri) !== undefined || workspace.fs.isWritableFileSystem(uri.scheme) === true;
const rangeOf = ({ range: { start, end } }: TestView): Range => new Range(start.line, start.character, end.line, end.character);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reports what the request names: the item itself or one above it, unless left out the same way. */
function report(run: TestRun, { include, exclude }: TestRunRequest, file: TestItem, view: TestsView): void {
  const named = (items: readonly TestItem[] | undefined, item: TestItem | undefined): boolean =>
    item !== undefined && (items?.includes(item) === true || named(items, item.parent));
  const reported = new Set<TestItem>();
  for (const test of view.tests) {
    const item = find(file, test.id);
    if (item === undefined || named(exclude, item) || (include !== undefined && !named(include, item))) continue;
    reported.add(item);
    if (test.outcome === 'passed') run.passed(item);
    else run[test.outcome](item, messageOf(test, file.uri));
  }
  for (const item of include ?? []) {
    if (fileOf(item) === file && item !== file && item.children.size === 0 && !reported.has(item)) run.skipped(item); // no longer in the text
  }
  if (view.problem !== null) run.errored(file, new TestMessage(view.problem));
  else if (file.children.size === 0) run.skipped(file);
}

function messageOf(test: TestView, uri: Uri | undefined): TestMessage {
  const message = test.expected === undefined || test.actual === undefined ? new TestMessage(test.message) : TestMessage.diff(test.message, test.expected, test.actual);
  if (uri !== undefined) message.location = new Location(uri, rangeOf(test));
  return message;
}

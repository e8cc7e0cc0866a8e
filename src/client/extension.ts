/** What desktop and browser share: starts the language server, wires the commands and the matrix panels. */
import { commands, type ExtensionContext, l10n, type LogOutputChannel, type TestController, type TestRunProfile, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import { NOTIFICATIONS, REQUESTS } from '../protocol.js';
import { isAnalysedParams, isListFilesParams, isReadFileParams, isWitnessView } from '../protocol-guards.js';
import { Questions } from './ask.js';
import { Comparisons } from './compare.js';
import { ENTENTE } from './language.js';
import type { ServerLink } from './panel-support.js';
import { MatrixPanels } from './matrix-panels.js';
import { registerModelTools } from './model-tools.js';
import { newAgreementFile } from './new-file.js';
import { agreementsInWorkspace, readWorkspaceFile } from './read-file.js';
import { reportIssue } from './report-issue.js';
import { ExampleDocument } from './example.js';
import { QuestionsView } from './questions-view.js';
import { StatusBar } from './status-bar.js';
import { takeAlong } from './take-along.js';
import { TestExplorer } from './test-explorer.js';

/** Loads the library of language clients and makes one with it, which is not started yet. */
export type LoadClient = (output: LogOutputChannel) => Promise<BaseLanguageClient>;

const STARTING: State.Starting = 3;
const RUNNING: State.Running = 2;

/** What the extension gives to others: its tests, to look at and to run. */
export interface Api { readonly tests: TestController; readonly run: TestRunProfile }

/**
 * When it returns, the commands are there; the language client is loaded after that and the server started with it. Panels wait for it by
 * themselves, and an editor must not.
 */
export function startExtension(context: ExtensionContext, loadClient: LoadClient): Api {
  const output = window.createOutputChannel('Entente', { log: true });
  const loading = new Promise<void>((next) => void setTimeout(next, 0)).then(() => loadClient(output)).then(connect);
  let client: BaseLanguageClient | undefined;
  const server: ServerLink = {
    running: () => client === undefined || client.state === RUNNING || client.state === STARTING,
    request: async (method, params, token) => (await loading).sendRequest(method, params, token),
  };
  const panels = new MatrixPanels(context.extensionUri, server);
  const comparisons = new Comparisons(context.extensionUri, server, fileFor);
  const asked = new Questions(server, panels, comparisons, fileFor);
  const status = new StatusBar();
  const explorer = new TestExplorer(server);
  const questions = new QuestionsView(server);

  context.subscriptions.push(
    output,
    panels,
    comparisons,
    asked,
    status,
    explorer,
    questions,
    new ExampleDocument(context.extensionUri, panels),
    reportIssue(context.extension, () => server.running()),
    commands.registerCommand('entente.showMatrix', (target: unknown) => showMatrix(panels, target)),
    // Only for code actions of the server.
    commands.registerCommand('entente.showWitness', (uri: unknown, witness: unknown) => {
      if (typeof uri === 'string' && isWitnessView(witness)) panels.show(Uri.parse(uri), witness);
    }),
    commands.registerCommand('entente.pinMatrix', () => panels.pin(true)),
    commands.registerCommand('entente.unpinMatrix', () => panels.pin(false)),
    commands.registerCommand('entente.showQuestionInMatrix', (target: unknown) => questions.showInMatrix(target, panels)),
    takeAlong(panels, server, fileFor),
    newAgreementFile(server),
    registerModelTools(server),
    commands.registerCommand('entente.runExpectations', (target: unknown) => runExpectations(explorer, target)),
    commands.registerCommand('entente.restartServer', () => restart(loading, output)),
    workspace.onDidGrantWorkspaceTrust(() => void restart(loading, output)), // what was not read can be read now
    { dispose: () => void loading.then((loaded) => loaded.dispose(), () => undefined) }, // why it could not be loaded has been said
  );
  void start(loading, output);
  return { tests: explorer.controller, run: explorer.profile };

  function connect(loaded: BaseLanguageClient): BaseLanguageClient {
    client = loaded;
    client.onRequest(REQUESTS.readFile, async (params: unknown) => ({ text: isReadFileParams(params) ? await readWorkspaceFile(params.uri) : null }));
    client.onRequest(REQUESTS.listFiles, async (params: unknown) => ({ uris: isListFilesParams(params) ? (await agreementsInWorkspace(params.limit)).map(String) : [] }));
    client.onNotification(NOTIFICATIONS.analysed, (params: unknown) => {
      if (!isAnalysedParams(params)) return;
      panels.analysed(params);
      comparisons.analysed(params);
      asked.analysed(params);
      status.analysed(params);
      explorer.analysed(params);
      questions.analysed(params);
    });
    context.subscriptions.push(client.onDidChangeState(({ newState }) => {
      panels.serverChanged(newState === RUNNING);
      status.serverChanged(newState === RUNNING);
      questions.refresh();
    }));
    return client;
  }
}

function showMatrix(panels: MatrixPanels, target: unknown): void {
  const uri = fileFor(target);
  if (uri !== undefined) panels.show(uri);
}

async function runExpectations(explorer: TestExplorer, target: unknown): Promise<void> {
  const uri = fileFor(target);
  if (uri !== undefined) await explorer.runFile(uri);
}

/** The file that a menu (Uri) or a code lens (string) names, else that of the active editor. Says so where there is none. */
function fileFor(target: unknown): Uri | undefined {
  const uri = target instanceof Uri ? target : typeof target === 'string' ? Uri.parse(target) : activeAgreement();
  if (uri === undefined) void window.showInformationMessage(l10n.t('Open an Entente file first: its name ends in .entente.yaml.'));
  return uri;
}

function activeAgreement(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === ENTENTE) return active.uri;
  const visible = window.visibleTextEditors.filter((editor) => editor.document.languageId === ENTENTE);
  if (visible.length === 1) return visible[0]?.document.uri;
  const open = workspace.textDocuments.filter((document) => document.languageId === ENTENTE);
  return open.length === 1 ? open[0]?.uri : undefined;
}

async function start(loading: Promise<BaseLanguageClient>, output: LogOutputChannel): Promise<void> {
  try {
    await (await loading).start();
  } catch (error) {
    output.error('The language server did not start.', error);
    const choice = await window.showErrorMessage(l10n.t('The Entente language server did not start.'), l10n.t('Show Output'));
    if (choice !== undefined) output.show();
  }
}

async function restart(loading: Promise<BaseLanguageClient>, output: LogOutputChannel): Promise<void> {
  try {
    await (await loading).stop();
  } catch (error) {
    // A server that has crashed cannot be stopped; a new one can still be started.
    output.warn('The language server did not stop cleanly.', error);
  }
  await start(loading, output);
}

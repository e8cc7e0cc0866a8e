/** What desktop and browser share: starts the language server, wires the commands and the matrix panels. */
import { commands, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { NOTIFICATIONS, REQUESTS } from '../protocol.js';
import { isAnalysedParams, isListFilesParams, isReadFileParams } from '../protocol-guards.js';
import { clientOptions } from './client-options.js';
import { ENTENTE } from './language.js';
import { MatrixPanels } from './matrix-panels.js';
import { agreementsInWorkspace, readWorkspaceFile } from './read-file.js';
import { StatusBar } from './status-bar.js';

export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Resolves when the commands are there and the server is starting, not when it has started: panels wait for it by
 * themselves, and an editor must not.
 */
export async function startExtension(context: ExtensionContext, makeClient: MakeClient): Promise<void> {
  const output = window.createOutputChannel('Entente', { log: true });
  const client = makeClient(ENTENTE, 'Entente', clientOptions(context, output));
  const panels = new MatrixPanels(context.extensionUri, {
    running: () => client.state === State.Running || client.state === State.Starting,
    request: (method, params, token) => client.sendRequest(method, params, token),
  });
  const status = new StatusBar();

  client.onRequest(REQUESTS.readFile, async (params: unknown) => ({ text: isReadFileParams(params) ? await readWorkspaceFile(params.uri) : null }));
  client.onRequest(REQUESTS.listFiles, async (params: unknown) => ({ uris: isListFilesParams(params) ? await agreementsInWorkspace(params.limit) : [] }));
  client.onNotification(NOTIFICATIONS.analysed, (params: unknown) => {
    if (!isAnalysedParams(params)) return;
    panels.analysed(params);
    status.analysed(params);
  });

  context.subscriptions.push(
    output,
    panels,
    status,
    client.onDidChangeState(({ newState }) => {
      panels.serverChanged(newState === State.Running);
      status.serverChanged(newState === State.Running);
    }),
    commands.registerCommand('entente.showMatrix', (target: unknown) => showMatrix(panels, target)),
    commands.registerCommand('entente.restartServer', () => restart(client, output)),
    { dispose: () => void client.dispose() },
  );
  void start(client, output);
}

/** Opens the matrix of the file that a menu (Uri) or a code lens (string) names, else of the active editor. */
function showMatrix(panels: MatrixPanels, target: unknown): void {
  const uri = target instanceof Uri ? target : typeof target === 'string' ? Uri.parse(target) : activeAgreement();
  if (uri === undefined) void window.showInformationMessage('Open an Entente file first: its name ends in .entente.yaml.');
  else panels.show(uri);
}

function activeAgreement(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === ENTENTE) return active.uri;
  const visible = window.visibleTextEditors.filter((editor) => editor.document.languageId === ENTENTE);
  if (visible.length === 1) return visible[0]?.document.uri;
  const open = workspace.textDocuments.filter((document) => document.languageId === ENTENTE);
  return open.length === 1 ? open[0]?.uri : undefined;
}

async function start(client: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    output.error('The language server did not start.', error);
    const choice = await window.showErrorMessage('The Entente language server did not start.', 'Show Output');
    if (choice !== undefined) output.show();
  }
}

async function restart(client: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
  try {
    await client.stop();
  } catch (error) {
    // A server that has crashed cannot be stopped; a new one can still be started.
    output.warn('The language server did not stop cleanly.', error);
  }
  await start(client, output);
}

// Helpers for the tests inside VS Code: the bridge to the workbench page, waiting, and opening examples.
import * as vscode from 'vscode';

export type TestKind = 'node' | 'web' | 'vsix' | 'translated' | 'restricted';

/** Which of the runs this is; the web-worker extension host has no environment variables. */
export const testKind: TestKind =
  ((globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.['ENTENTE_TEST_KIND'] as TestKind | undefined) ?? 'web';

export interface PageElement {
  text: string;
  attributes: Record<string, string>;
  visible: boolean;
  /** In the page or web view, in pixels. */
  left: number;
  top: number;
  /** 0: the window that the tests began in. */
  window: number;
}

/** Milliseconds a bridge command may wait for its selector; 20 seconds unless told. */
export interface Limit {
  timeout?: number;
}

type Command = { do: string; selector?: string; text?: string; key?: string; name?: string; width?: number; height?: number } & Limit;

async function send<T>(command: Command): Promise<T> {
  const address = bridgeAddress();
  if (!address) throw new Error('This VS Code has no bridge to its page; call needsBridge(this) first.');
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) });
  const result = (await response.json()) as { ok: true; value: T } | { ok: false; error: string };
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function bridgeAddress(): string | undefined {
  return vscode.workspace.getConfiguration('ententeTest').get<string>('bridge');
}

/** Prints a line for whoever runs the tests: through the bridge, or to the console where there is none. Lines keep their order. */
export function print(text: string): Promise<void> {
  printed = printed.then(async () => {
    if (bridgeAddress()) await send({ do: 'print', text });
    else console.log(text);
  });
  return printed;
}
let printed: Promise<void> = Promise.resolve();

/** Keeps a text across a reload of the window, which ends this extension host. Only with a bridge. */
export const keep = (text: string): Promise<null> => send({ do: 'keep', text });
/** What was kept before the window was reloaded; undefined where it was not, or there is no bridge. */
export const kept = async (): Promise<string | undefined> => (bridgeAddress() ? (await send<string | null>({ do: 'kept' })) ?? undefined : undefined);
export const hasBridge = (): boolean => Boolean(bridgeAddress());

/** Skips the test where there is no bridge: in the desktop build. */
export function needsBridge(context: Mocha.Context): void {
  if (!bridgeAddress()) context.skip();
}

/** Elements in the inner frame of whichever web view has them. */
export const webview = {
  elements: (selector: string, limit: Limit = {}) => send<PageElement[]>({ do: 'webview.text', selector, ...limit }),
  text: async (selector: string, limit: Limit = {}) => (await webview.elements(selector, limit)).map(({ text }) => text),
  wait: (selector: string, text: string, limit: Limit = {}) => send<PageElement[]>({ do: 'webview.wait', selector, text, ...limit }),
  click: (selector: string, limit: Limit = {}) => send<null>({ do: 'webview.click', selector, ...limit }),
  /** Presses a key (as Playwright names it) on the first visible match, or without a selector where the focus is. */
  press: (key: string, selector?: string, limit: Limit = {}) => send<null>({ do: 'webview.press', key, ...(selector === undefined ? {} : { selector }), ...limit }),
};

/** The workbench itself. */
export const page = {
  elements: (selector: string, limit: Limit = {}) => send<PageElement[]>({ do: 'page.text', selector, ...limit }),
  text: async (selector: string, limit: Limit = {}) => (await page.elements(selector, limit)).map(({ text }) => text),
  wait: (selector: string, text: string, limit: Limit = {}) => send<PageElement[]>({ do: 'page.wait', selector, text, ...limit }),
  click: (selector: string, limit: Limit = {}) => send<null>({ do: 'page.click', selector, ...limit }),
  press: (key: string) => send<null>({ do: 'page.press', key }),
  type: (text: string) => send<null>({ do: 'page.type', text }),
  resize: (width: number, height: number) => send<null>({ do: 'page.size', width, height }),
  /** Saves test-results/screenshots/NAME.png and returns its path. */
  screenshot: (name: string) => send<string>({ do: 'screenshot', name }),
};

export interface WaitOptions {
  /** What is awaited, for the error. */
  what?: string;
  timeout?: number;
  /** Asks again as soon as one of these fires, besides at short intervals. */
  events?: readonly vscode.Event<unknown>[];
}

/** Waits until `condition` returns something truthy, and returns that; an error it throws is kept for the time limit's message. */
export async function waitFor<T>(condition: () => T | PromiseLike<T>, options: WaitOptions = {}): Promise<NonNullable<T>> {
  const timeout = options.timeout ?? 20_000;
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value as NonNullable<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= deadline) {
      throw new Error(`waited ${timeout / 1000} s for ${options.what ?? condition.toString()}${last === undefined ? '' : `: ${String(last)}`}`);
    }
    await nextChance(options.events ?? []);
  }
}

function nextChance(events: readonly vscode.Event<unknown>[]): Promise<void> {
  return new Promise((done) => {
    const subscriptions: vscode.Disposable[] = [];
    const finish = () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      done();
    };
    const timer = setTimeout(finish, 50);
    for (const event of events) subscriptions.push(event(finish));
  });
}

/** The diagnostics of a document, as soon as they satisfy `wanted`. */
export function diagnosticsOf(uri: vscode.Uri, wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean, what = `diagnostics of ${uri.path}`): Promise<vscode.Diagnostic[]> {
  return waitFor(() => {
    const diagnostics = vscode.languages.getDiagnostics(uri);
    return wanted(diagnostics) ? diagnostics : undefined;
  }, { what, events: [vscode.languages.onDidChangeDiagnostics] });
}

/** A file of the workspace, which is a copy of examples/ that tests may change. */
export function exampleUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function openExample(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(exampleUri(name)), { preview: false });
}

/** Writes a new file into the workspace and opens it. */
export async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(exampleUri(name), new TextEncoder().encode(text));
  return openExample(name);
}

/** Closes all editors without saving; call it after each test that edits. */
export async function closeEditors(): Promise<void> {
  const dirty = (): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find(({ isDirty }) => isDirty);
  for (let document = dirty(); document; document = dirty()) {
    await vscode.window.showTextDocument(document); // a panel may be active
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The extension, activated. */
export async function ententeExtension(): Promise<vscode.Extension<unknown>> {
  const extension = await waitFor(() => vscode.extensions.getExtension('entente.entente'), { what: 'the extension entente.entente', events: [vscode.extensions.onDidChange] });
  await extension.activate();
  return extension;
}

import { CancellationTokenSource, commands, type Disposable, l10n, Position, Uri, window, workspace } from 'vscode';
import { type AgreementTypesView, type NewFileParams, REQUESTS } from '../protocol.js';
import { isAgreementTypesView, isNewFileResult } from '../protocol-guards.js';
import { ENTENTE } from './language.js';
import { plain, reasonOf, type ServerLink, today } from './panel-support.js';

const STEPS = 4;
type Names = 'parties' | 'clouds' | 'products';
const ASKED: Readonly<Record<Names, { readonly prompt: string; readonly placeHolder: string; readonly least: number; readonly missing: string }>> = {
  parties: {
    prompt: l10n.t('Who makes the agreement? First who promises, then who holds the promise. Commas stand between names.'),
    placeHolder: l10n.t('Quarry Software, Harbor Hosting'), least: 2, missing: l10n.t('Name two parties at least.'),
  },
  clouds: {
    prompt: l10n.t('Which clouds are there? First the one that the second party operates.'), placeHolder: l10n.t('Harbor North, Summit One'), least: 1, missing: l10n.t('Name a cloud at least.'),
  },
  products: { prompt: l10n.t('Which products of the first party are served?'), placeHolder: l10n.t('Ledger'), least: 1, missing: l10n.t('Name a product at least.') },
};

/** *New Agreement File*: four questions, then an untitled file to go on with. What a keybinding or task gives is not asked. */
export function newAgreementFile(server: ServerLink): Disposable {
  return commands.registerCommand('entente.newFile', async (given: unknown) => {
    try {
      const wish: Readonly<Record<string, unknown>> = typeof given === 'object' && given !== null ? { ...given } : {};
      const answers = await asked(server, wish);
      if (answers === undefined) return;
      const made = await request(server, REQUESTS.newFile, { ...answers, day: today() } satisfies NewFileParams);
      if (!isNewFileResult(made)) throw new Error(l10n.t('the language server gave none'));
      await openNew(made.text);
    } catch (error) {
      void window.showErrorMessage(plain(l10n.t('The file could not be made: {0}', reasonOf(error))));
    }
  });
}

/** An untitled file with the text; in a workspace folder, one that has a name and a place already, which nothing else has. */
async function openNew(text: string): Promise<void> {
  const folder = workspace.isTrusted ? workspace.workspaceFolders?.[0]?.uri : undefined;
  if (folder === undefined) return void await window.showTextDocument(await workspace.openTextDocument({ language: ENTENTE, content: text }), { preview: false });
  const editor = await window.showTextDocument(await workspace.openTextDocument(await freeAddress(folder)), { preview: false });
  await editor.edit((edit) => edit.insert(new Position(0, 0), text));
}

async function freeAddress(folder: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `agreement${number === 1 ? '' : `-${number}`}.entente.yaml`);
    const isThere = workspace.textDocuments.some(({ uri: { path } }) => path === uri.path) || await workspace.fs.stat(uri).then(() => true, () => false);
    if (!isThere) return uri.with({ scheme: 'untitled' });
  }
}

/** Undefined where the user does not go on. */
async function asked(server: ServerLink, wish: Readonly<Record<string, unknown>>): Promise<Omit<NewFileParams, 'day'> | undefined> {
  const parties = await names('parties', 1, wish);
  const clouds = parties && await names('clouds', 2, wish);
  const products = clouds && await names('products', 3, wish);
  const type = products && (typeof wish['type'] === 'string' ? wish['type'] : await pickType(server));
  return parties && clouds && products && type !== undefined ? { parties, clouds, products, type } : undefined;
}

async function names(what: Names, step: number, wish: Readonly<Record<string, unknown>>): Promise<readonly string[] | undefined> {
  const given = wish[what];
  if (Array.isArray(given)) return given.map(String);
  const { prompt, placeHolder, least, missing } = ASKED[what];
  const text = await window.showInputBox({
    title: stepTitle(step), prompt, placeHolder, ignoreFocusOut: true, validateInput: (value) => (listOf(value).length < least ? missing : undefined),
  });
  return text === undefined ? undefined : listOf(text);
}

const listOf = (text: string): string[] => text.split(',').map((name) => name.trim()).filter((name) => name !== '');
const stepTitle = (step: number): string => l10n.t('New Agreement File ({0} of {1})', step, STEPS);

async function pickType(server: ServerLink): Promise<string | undefined> {
  const view = await request(server, REQUESTS.agreementTypes, {});
  if (!isAgreementTypesView(view)) throw new Error(l10n.t('the language server named no types'));
  const items = view.types.map(({ name, summary }: AgreementTypesView['types'][number]) => ({ label: name, detail: summary }));
  return (await window.showQuickPick(items, { title: stepTitle(STEPS), placeHolder: l10n.t('What is the agreement about?'), matchOnDetail: true, ignoreFocusOut: true }))?.label;
}

async function request(server: ServerLink, method: string, params: unknown): Promise<unknown> {
  const source = new CancellationTokenSource();
  try {
    return await server.request(method, params, source.token);
  } finally {
    source.dispose();
  }
}

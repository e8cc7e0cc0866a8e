import { CancellationTokenSource, commands, Disposable, env, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import {
  EXPORT_FORMATS, type ExportFormat, type ExportMoneyParams, type ExportParams, type ExportResult, MONEY_FORMATS, type MoneyFormat, REPORT_FORMATS, type ReportParams, REQUESTS,
} from '../protocol.js';
import { isExportResult } from '../protocol-guards.js';
import type { MatrixPanel } from './matrix-panel.js';
import { fileName, reasonOf, type ServerLink } from './panel-support.js';
import type { MatrixPanels } from './matrix-panels.js';
import { insideWorkspace } from './read-file.js';

type SavedFormat = Exclude<ExportFormat, 'table'> | 'png';

const FORMATS: readonly { readonly format: SavedFormat; readonly label: string; readonly detail: string; readonly extension: string }[] = [
  { format: 'svg', label: 'SVG', detail: l10n.t('A picture that stays sharp, for slides and documents'), extension: 'svg' },
  { format: 'png', label: 'PNG', detail: l10n.t('The same picture in pixels, twice its size'), extension: 'png' },
  { format: 'html', label: 'HTML', detail: l10n.t('A page without scripts: the table, the reasons for every cell, the sources'), extension: 'html' },
  { format: 'csv', label: 'CSV', detail: l10n.t('One line for each cell, or part of a commitment, for spreadsheets'), extension: 'csv' },
  { format: 'markdown', label: 'Markdown', detail: l10n.t('A table for issues, wikis and mail'), extension: 'md' },
  { format: 'json', label: 'JSON', detail: l10n.t('All that is known, for programs'), extension: 'json' },
];

/** What a command may be given: by a menu of the view (a cell), by the view, or by a keybinding. */
interface Wish {
  readonly uri?: string;
  readonly product?: string;
  readonly cloud?: string;
  readonly format?: string;
  /** Where to save without asking: inside the workspace. */
  readonly to?: string;
}

type Question =
  | { readonly method: typeof REQUESTS.export } & Pick<ExportParams, 'format' | 'product' | 'cloud'>
  | { readonly method: typeof REQUESTS.exportMoney } & Pick<ExportMoneyParams, 'format'>
  | { readonly method: typeof REQUESTS.report } & Pick<ReportParams, 'format'>;

/** What can be saved, and how it is asked for. */
interface Saved {
  readonly title: string;
  readonly formats: typeof FORMATS;
  readonly question: (format: SavedFormat, wish: Wish) => Question;
}
const MATRIX_EXPORT: Saved = {
  title: l10n.t('Export Matrix'), formats: FORMATS,
  question: (format, { product, cloud }) => ({ method: REQUESTS.export, format: format === 'png' ? 'svg' : format, product, cloud }),
};
const MONEY_EXPORT: Saved = {
  title: l10n.t('Export Money and Terms'), formats: FORMATS.filter(({ format }) => MONEY_FORMATS.some((one) => one === format)),
  question: (format) => ({ method: REQUESTS.exportMoney, format: moneyFormat(format) }),
};
const REPORT_EXPORT: Saved = {
  title: l10n.t('Create Report'), formats: FORMATS.filter(({ format }) => REPORT_FORMATS.some((one) => one === format))
    .map((one) => ({ ...one, detail: one.format === 'html' ? l10n.t('A page without scripts, to print or to hand on') : l10n.t('A text for wikis and repositories') })),
  question: (format) => ({ method: REQUESTS.report, format: REPORT_FORMATS.find((one) => one === format) ?? 'markdown' }),
};
/** What can be copied of a matrix. */
const COPIED = {
  matrix: { done: l10n.t('Copied the matrix to the clipboard.'), failed: (reason: string) => l10n.t('The matrix could not be copied: {0}', reason) },
  row: { done: l10n.t('Copied the row to the clipboard.'), failed: (reason: string) => l10n.t('The row could not be copied: {0}', reason) },
  cell: { done: l10n.t('Copied the cell to the clipboard.'), failed: (reason: string) => l10n.t('The cell could not be copied: {0}', reason) },
};
/** The one that `entente.copyFormat` calls a table is plain text here. */
const moneyFormat = (wanted: string | undefined): MoneyFormat => MONEY_FORMATS.find((one) => one === wanted) ?? (wanted === 'table' ? 'text' : 'markdown');

/** Commands that export and copy the matrix, and money and terms, as the panel shows them: on its day, under its assumptions. */
export function takeAlong(panels: MatrixPanels, server: ServerLink, fileFor: (target: unknown) => Uri | undefined): Disposable {
  const ask = async (panel: MatrixPanel | undefined, uri: Uri, { method, ...question }: Question): Promise<ExportResult> => {
    const source = new CancellationTokenSource();
    try {
      const { at, assume } = panel?.world() ?? {};
      const answer = await server.request(method, { uri: uri.toString(), at, assume, ...question } satisfies ExportParams | ExportMoneyParams | ReportParams, source.token);
      if (isExportResult(answer)) return answer;
      throw new Error(l10n.t('the language server gave none'));
    } finally {
      source.dispose();
    }
  };

  const place = (argument: unknown): { wish: Wish; uri: Uri; panel: MatrixPanel | undefined } | undefined => {
    const wish = wishOf(argument);
    // The title bar of a panel names the panel itself, not its file.
    const file = wish.uri ?? (argument instanceof Uri && argument.scheme !== 'webview-panel' ? argument : undefined);
    const active = file === undefined ? panels.active() : undefined;
    const uri = active?.uri ?? fileFor(file);
    return uri && { wish, uri, panel: active ?? panels.of(uri) };
  };

  const save = async (argument: unknown, what: Saved): Promise<void> => {
    const found = place(argument);
    if (found === undefined) return;
    const { wish, uri } = found;
    const picked = what.formats.find(({ format }) => format === wish.format) ?? await pickFormat(found.panel, what);
    if (picked === undefined) return;
    const { name, text } = await ask(found.panel, uri, what.question(picked.format, wish));
    const target = wish.to === undefined ? await window.showSaveDialog({
      title: what.title, saveLabel: l10n.t('Export'), defaultUri: besides(uri, `${name}.${picked.extension}`), filters: { [picked.label]: [picked.extension] },
    }) : Uri.parse(wish.to);
    if (target === undefined) return;
    if (wish.to !== undefined && !insideWorkspace(target)) throw new Error(l10n.t('without a dialog, a file is saved inside the workspace only'));
    const content = picked.format === 'png' ? await drawn(found.panel ?? panels.shown(uri), text) : new TextEncoder().encode(text);
    if (content === undefined) return;
    await workspace.fs.writeFile(target, content);
    // Not awaited: the command is done when the file is there.
    void window.showInformationMessage(l10n.t('Saved as {0}.', fileName(target)), l10n.t('Open')).then((choice) => choice && commands.executeCommand('vscode.open', target));
  };

  const copy = async (argument: unknown, part: keyof typeof COPIED): Promise<void> => {
    const found = place(argument);
    if (found === undefined) return;
    const cell = found.wish.product !== undefined && found.wish.cloud !== undefined ? { product: found.wish.product, cloud: found.wish.cloud } : found.panel?.world().selection;
    if (part !== 'matrix' && cell === undefined) return void window.showInformationMessage(l10n.t('Select a cell of the matrix first.'));
    const scope = part === 'matrix' ? {} : part === 'row' ? { product: cell?.product } : { product: cell?.product, cloud: cell?.cloud };
    const wanted = found.wish.format ?? workspace.getConfiguration('entente', found.uri).get<string>('copyFormat');
    const format = EXPORT_FORMATS.find((one) => one === wanted) ?? 'markdown';
    const { text } = await ask(found.panel, found.uri, { method: REQUESTS.export, format, ...scope });
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(COPIED[part].done, 4000);
  };

  const copyMoney = async (argument: unknown): Promise<void> => {
    const found = place(argument);
    if (found === undefined) return;
    const format = moneyFormat(found.wish.format ?? workspace.getConfiguration('entente', found.uri).get<string>('copyFormat'));
    const { text } = await ask(found.panel, found.uri, { method: REQUESTS.exportMoney, format });
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('Copied money and terms to the clipboard.'), 4000);
  };

  const saying = (failed: (reason: string) => string, action: (argument: unknown) => Promise<void>) => (argument: unknown): Promise<void> =>
    action(argument).catch((error: unknown) => void window.showErrorMessage(failed(reasonOf(error))));
  return Disposable.from(
    commands.registerCommand('entente.exportMatrix', saying((reason) => l10n.t('The matrix could not be exported: {0}', reason), (argument) => save(argument, MATRIX_EXPORT))),
    commands.registerCommand('entente.exportMoney', saying((reason) => l10n.t('Money and terms could not be exported: {0}', reason), (argument) => save(argument, MONEY_EXPORT))),
    commands.registerCommand('entente.createReport', saying((reason) => l10n.t('The report could not be created: {0}', reason), (argument) => save(argument, REPORT_EXPORT))),
    commands.registerCommand('entente.copyMoney', saying((reason) => l10n.t('Money and terms could not be copied: {0}', reason), copyMoney)),
    ...(Object.keys(COPIED) as (keyof typeof COPIED)[]).map((part) => commands.registerCommand(`entente.copy${part[0]!.toUpperCase()}${part.slice(1)}`,
      saying(COPIED[part].failed, (argument) => copy(argument, part)))),
  );
}

function wishOf(argument: unknown): Wish {
  if (typeof argument !== 'object' || argument === null || argument instanceof Uri) return {};
  const fields = ['uri', 'product', 'cloud', 'format', 'to'] as const;
  return Object.fromEntries(fields.flatMap((field) => {
    const value = (argument as Record<string, unknown>)[field];
    return typeof value === 'string' && value !== '' ? [[field, value]] : [];
  }));
}

async function pickFormat(panel: MatrixPanel | undefined, { formats, title }: Saved): Promise<Saved['formats'][number] | undefined> {
  const { at, assume = {} } = panel?.world() ?? {};
  const day = at ?? l10n.t('the as-of day of the file');
  const assumed = Object.entries(assume).map(([name, value]) => `${name} = ${String(value)}`).join(', ');
  return window.showQuickPick(formats, {
    title, matchOnDetail: true,
    placeHolder: assumed === '' ? l10n.t('On {0}', day) : l10n.t('On {0}, assuming {1}', day, assumed),
  });
}

/** A file beside the agreement; in the first folder for a text that has no file yet. */
function besides(uri: Uri, name: string): Uri {
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  return folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder, name);
}

/** Drawn by the view, which must be visible for that; undefined where the user does not wait for it. */
function drawn(panel: MatrixPanel, svg: string): Thenable<Uint8Array | undefined> {
  return window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('Drawing the matrix'), cancellable: true }, (_, token) => {
    panel.reveal();
    return Promise.race([panel.pictures.draw(svg), new Promise<undefined>((done) => token.onCancellationRequested(() => done(undefined)))]);
  });
}

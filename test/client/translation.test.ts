/** What the client says in another language, on a stand-in for VS Code whose every text is in letters that English has not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import { build } from 'esbuild';
import { statusText } from '../../src/client/status-text.js';
import { conflictsOnDay, filled } from '../../src/protocol-words.js';
import { ROOT } from '../support/syntax.js';
import { EXAMPLE_VIEW } from '../webview/example-view.js';

const PSEUDO = getL10nPseudoLocalized(JSON.parse(readFileSync(join(ROOT, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>) as Record<string, string>;
const t = (text: string, ...values: (string | number)[]): string => filled(PSEUDO[text] ?? assert.fail(`“${text}” is not in the bundle`), ...values);
const isEnglish = (text: string): boolean => /[A-Za-z]{2}/.test(text.replaceAll(/\$\([a-z]+\)/g, ''));

class Uri {
  constructor(readonly path: string) {}
  static joinPath({ path }: Uri, ...parts: string[]): Uri { return new Uri([path, ...parts].join('/')); }
  toString(): string { return `file://${this.path}`; }
}

async function clientOn(file: string, vscode: object): Promise<Readonly<Record<string, (...given: unknown[]) => unknown>>> {
  const { outputFiles: [built] } = await build({
    entryPoints: [join(ROOT, 'src', 'client', file)], bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'], logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', built!.text)(module, module.exports, () => vscode);
  return module.exports;
}

describe('in another language', () => {
  test('the status bar, and what is said of a day', () => {
    const clean = { cells: 12, certainConflicts: 0, possibleConflicts: 0, undecided: 0, unknowns: 0, worlds: '1', asOf: '2026-04-27', lastChange: null, errors: 0 };
    for (const more of [{}, { cells: 0 }, { unknowns: 1, worlds: '2' }, { unknowns: 4, worlds: '16', lastChange: '2033-01-01' }, { certainConflicts: 1, possibleConflicts: 2, undecided: 3, errors: 1 }, { possibleConflicts: 1, errors: 2 }]) {
      const { text, tooltip } = statusText({ ...clean, ...more }, { t });
      assert.ok(!isEnglish(text), text);
      assert.ok(!isEnglish(tooltip.replaceAll('Entente', '')), tooltip);
    }
    for (const [cells, worlds] of [[EXAMPLE_VIEW.cells, '16'], [[], '1'], [EXAMPLE_VIEW.cells.map((cell) => ({ ...cell, status: 'undecided' as const, possible: [] })), '1'], [EXAMPLE_VIEW.cells, '1']] as const) {
      const says = conflictsOnDay({ ...EXAMPLE_VIEW, cells, worlds: { known: worlds, later: worlds } }, { t });
      assert.ok(!isEnglish(says), says);
    }
  });

  test('every step of a new file, and the reasons why there is none', async () => {
    const asked: string[] = [];
    let command: (given: unknown) => Promise<void> = () => assert.fail();
    const window = {
      showInputBox: ({ title, prompt, placeHolder, validateInput }: { title: string; prompt: string; placeHolder: string; validateInput(value: string): string | undefined }) => {
        asked.push(title, prompt, placeHolder, validateInput('') ?? '');
        return Promise.resolve('1, 2');
      },
      showQuickPick: (_: unknown, { title, placeHolder }: { title: string; placeHolder: string }) => { asked.push(title, placeHolder); return Promise.resolve({ label: '1' }); },
      showErrorMessage: (message: string) => { asked.push(message); },
    };
    class CancellationTokenSource { dispose(): void {} }
    const vscode = { l10n: { t }, window, CancellationTokenSource, commands: { registerCommand: (_: string, run: typeof command) => { command = run; } } };
    const { newAgreementFile } = await clientOn('new-file.ts', vscode);
    newAgreementFile!({ request: (method: string) => Promise.resolve(method === 'entente/agreementTypes' ? { types: [] } : undefined) });
    await command(undefined);
    assert.equal(asked.length, 15);
    assert.deepEqual(asked.filter(isEnglish), []);
  });

  test('tasks', async () => {
    const names: string[] = [];
    class Task { constructor(_: object, __: object, name: string) { names.push(name); } }
    class ProcessExecution {}
    let provide = (): void => assert.fail();
    const folder = { uri: { scheme: 'file', fsPath: '/deals' } };
    const vscode = {
      l10n: { t }, Task, ProcessExecution, TaskGroup: { Test: {} }, Uri: { joinPath: () => ({ fsPath: '/entente.js' }) },
      workspace: { isTrusted: true, workspaceFolders: [folder] }, tasks: { registerTaskProvider: (_: string, { provideTasks }: { provideTasks(): void }) => { provide = provideTasks; } },
    };
    (await clientOn('tasks.ts', vscode))['ententeTasks']!(folder.uri);
    provide();
    assert.equal(names.length, 3);
    assert.deepEqual(names.filter(isEnglish), []);
  });

  test('a page of a view brings its translations along, as text; without any it is English', async () => {
    const page = async (bundle: object | undefined): Promise<string> => {
      const { panelHtml } = await clientOn('panel-html.ts', { l10n: { t, bundle }, env: { language: 'el' }, Uri });
      return String(panelHtml!({ asWebviewUri: (uri: Uri) => uri, cspSource: 'x' }, new Uri('/extension'), { kind: 'matrix', title: 'T', uri: 'file:///a' }));
    };
    const translated = await page({ Day: '"><script>alert(1)</script>' });
    assert.match(translated, /<html lang="el">/);
    assert.ok(translated.includes('data-l10n="{&quot;Day&quot;:&quot;\\&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;}"'));
    const english = await page(undefined);
    assert.match(english, /<html lang="en">/);
    assert.ok(!english.includes('data-l10n'));
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Block, isWholeFile, type Page, ROOT, type Table, written } from './pages.js';

const cli = path.join(ROOT, 'dist/cli/entente.js');
const environment = { ...process.env, NO_COLOR: '1' };

/** Where the blocks of one page are run, from its first to its last: a folder with the examples, and with the files that the page has shown so far. */
interface Desk { readonly folder: string; readonly page: Page }

const run = (desk: Desk, args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { cwd: desk.folder, encoding: 'utf8', env: environment, input: '' });

/** Runs a line of a shell in which `entente` is this command line. */
const shell = (desk: Desk, line: string) =>
  spawnSync('bash', ['-c', `entente() { "$NODE" "$CLI" "$@"; }\n${line}`], { cwd: desk.folder, encoding: 'utf8', env: { ...environment, NODE: process.execPath, CLI: cli }, input: '' });

const fileName = (block: Block): string => block.info || `line-${block.line}.entente.yaml`;

/** Terminal sessions: commands after `$ `, each with what it prints. */
function sessions({ text }: Block): { command: string; output: string }[] {
  return text.split(/^\$ /m).slice(1).map((part) => {
    const end = part.indexOf('\n');
    return { command: part.slice(0, end), output: part.slice(end + 1) };
  });
}

const cellTables = ({ tables }: Page): readonly Table[] => tables.filter(({ header }) => header[0] === 'day' && header.includes('product'));

/** A file has no error, unless the page shows what `check` says of it, and no conflict, unless a table of its cells shows one. */
function checkFile(desk: Desk, block: Block): void {
  const name = fileName(block);
  mkdirSync(path.dirname(path.join(desk.folder, name)), { recursive: true });
  writeFileSync(path.join(desk.folder, name), block.text);
  const following = desk.page.blocks.slice(desk.page.blocks.indexOf(block) + 1);
  const next = following.findIndex((each) => isWholeFile(each) && fileName(each) === name);
  const until = next < 0 ? following : following.slice(0, next);
  const isChecked = ({ command }: { command: string }): boolean => command.startsWith('entente check ') && command.split(' ').some((word) => word === name || name.startsWith(`${word}/`));
  if (until.some((each) => each.language === 'console' && sessions(each).some(isChecked))) return;
  const { status, stdout, stderr } = run(desk, ['check', name, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: readonly { code: string; severity: string }[] };
  const end = until.find(isWholeFile)?.line ?? following[next]?.line ?? Infinity;
  const showsConflict = cellTables(desk.page).some(({ line, rows }) => block.line < line && line < end && rows.flat().some((cell) => cell.startsWith('conflict')));
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors.filter(({ code }) => !(showsConflict && code === 'conflict')), []);
  assert.equal(status, errors.length > 0 ? 1 : 0, stderr);
}

/** A part of a file stands, as it is, in what the page shows of the file next. */
function checkPart(desk: Desk, block: Block): void {
  const whole = desk.page.blocks.slice(desk.page.blocks.indexOf(block) + 1).find((each) => isWholeFile(each) && fileName(each) === block.info);
  assert.ok(whole, `No whole ${block.info} follows on the page.`);
  assert.ok(`\n${whole.text}`.includes(`\n${block.text}`), `These lines do not stand in ${block.info}:\n${block.text}`);
}

/** What a command prints, with or without its messages on standard error. */
function checkSessions(desk: Desk, block: Block): void {
  const found = sessions(block);
  assert.ok(found.length > 0, 'A terminal session starts with `$ `.');
  for (const { command, output } of found) {
    const { stdout, error } = shell(desk, command);
    assert.equal(error, undefined);
    assert.equal(output === stdout ? stdout : shell(desk, `{ ${command}; } 2>&1`).stdout, output, command);
  }
}

const scripts = (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

/** The lines of a block of commands, with what is continued on an indented line, and without comments. */
const commandLines = (text: string): string[] =>
  text.replaceAll(/\\?\n\s+/g, ' ').split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trim()).filter((line) => line !== '');

const helps = new Map<string, string>();

/** The help of a command; one that does not exist has none. */
function helpOf(desk: Desk, names: readonly string[]): string {
  const key = names.join(' ');
  const known = helps.get(key);
  if (known !== undefined) return known;
  const { status, stdout } = run(desk, [...names, '--help']);
  assert.equal(status, 0, key);
  assert.ok(stdout.startsWith(`Usage: entente ${key}`), key);
  helps.set(key, stdout);
  return stdout;
}

/** Each command and each option of a line of usage is in the help; words in capitals and brackets stand for something. */
function checkUsage(desk: Desk, line: string): void {
  const [, ...words] = line.replaceAll(/[[\]]/g, '').split(/\s+/);
  const help = helpOf(desk, words.slice(0, Math.max(0, words.findIndex((word) => !/^[a-z]+$/.test(word)))));
  for (const [index, word] of words.entries()) {
    if (!word.startsWith('--')) continue;
    assert.match(help, new RegExp(`^\\s+${word}\\b`, 'm'), `${word} in: ${line}`);
    const values = words[index + 1] ?? '';
    for (const value of /^[a-z]+(\|[a-z]+)+$/.test(values) ? values.split('|') : []) assert.match(help, new RegExp(`\\b${value}\\b`), `${value} in: ${line}`);
  }
}

/** What `npm` runs is a script of this project; everything else is run, unless it is a line of usage. Nothing is installed. */
function checkCommands(desk: Desk, block: Block): void {
  for (const line of commandLines(block.text).map((one) => one.replace(/^npx /, '')).filter((one) => !one.startsWith('npm install '))) {
    const [, , script] = /^npm (run )?(\S+)$/.exec(line) ?? [];
    if (script !== undefined) assert.ok(script in scripts, line);
    else if (/^entente .*(\[|\.\.|\b[A-Z]+\b)/.test(line)) checkUsage(desk, line);
    else {
      const { status, stderr } = shell(desk, line);
      assert.ok(status === 0 || status === 1, `${line}\n${stderr}`);
    }
  }
}

/** JSON can be read, and a command that it names is one of this command line. */
function checkJson(desk: Desk, block: Block): void {
  JSON.parse(block.text, (_key, value: unknown) => {
    const { command, args } = (value ?? {}) as { command?: unknown; args?: unknown };
    const words = Array.isArray(command) ? command : [command, ...(Array.isArray(args) ? args : [])];
    if (words[0] === 'entente') helpOf(desk, [String(words[1])]);
    return value;
  });
}

/** A module prints what the block after it shows. */
function checkModule(desk: Desk, block: Block): void {
  const [shown] = desk.page.blocks.slice(desk.page.blocks.indexOf(block) + 1);
  assert.equal(shown?.language, 'text');
  const library = pathToFileURL(path.join(ROOT, 'dist/library/index.mjs')).href;
  writeFileSync(path.join(desk.folder, 'shown.mjs'), block.text.replace("'@entente-lang/entente'", JSON.stringify(library)));
  const { stdout, stderr } = spawnSync(process.execPath, ['shown.mjs'], { cwd: desk.folder, encoding: 'utf8', env: environment });
  assert.equal(stdout, shown.text, stderr);
}

const CHECKS: Readonly<Record<string, (desk: Desk, block: Block) => void>> = { console: checkSessions, sh: checkCommands, json: checkJson, js: checkModule };
/** Configuration of other programs (`test/editors` runs it where they are installed), and text that no tool prints as a whole. */
const READ_ONLY = new Set(['lua', 'elisp', 'toml', 'text']);

/** The file that a table of cells speaks of: the last one before it that the page shows or links to. */
function fileOf({ page }: Desk, table: Table): string {
  const shown = page.blocks.filter((block) => isWholeFile(block) && block.line < table.line).map((block) => ({ line: block.line, name: fileName(block) }));
  const linked = page.prose.split('\n').slice(0, table.line).flatMap((text, index) =>
    [...text.matchAll(/\]\(([^)#]+\.entente\.yaml)\)/g)].map(([, target = '']) => ({ line: index + 1, name: path.posix.join(path.posix.dirname(page.name), target) })));
  const last = [...shown, ...linked].sort((a, b) => a.line - b.line).at(-1);
  assert.ok(last, 'No agreement file is shown or linked to before this table.');
  return last.name;
}

/** A table of cells: `day`, perhaps `assume`, `product`, and one column for each cloud. An empty day or assumption is that of the row above. */
function checkCells(desk: Desk, table: Table): void {
  const file = fileOf(desk, table);
  const assumes = table.header[1] === 'assume';
  const clouds = table.header.slice(assumes ? 3 : 2);
  assert.ok(clouds.length > 0 && table.rows.length > 0);
  let [day, assumed]: readonly (string | undefined)[] = [];
  for (const row of table.rows) {
    day = row[0] || day;
    assumed = assumes ? row[1] || assumed : undefined;
    assert.ok(day);
    const assumptions = assumed === undefined || assumed === 'nothing' ? [] : assumed.replaceAll('`', '').split(', ');
    const { stdout, stderr } = run(desk, ['matrix', file, '--at', day, '--format', 'json', ...assumptions.flatMap((one) => ['--assume', one])]);
    assert.notEqual(stdout, '', stderr);
    const { products, cells } = JSON.parse(stdout) as { products: string[]; cells: { product: string; cloud: string; status: string; possible: { status: string }[] }[] };
    const named = row[assumes ? 2 : 1] ?? '';
    for (const product of named === 'every product' ? products : named.split(', ')) {
      const found = clouds.map((cloud) => {
        const cell = cells.find((each) => each.product === product && each.cloud === cloud);
        return cell && (cell.possible.map(({ status }) => status).join(' | ') || cell.status);
      });
      assert.deepEqual(found, row.slice(assumes ? 3 : 2), `${[day, product, ...assumptions].join(', ')}`);
    }
  }
}

for (const page of written) {
  describe(page.name, () => {
    const desk = { folder: '', page };
    before(() => {
      desk.folder = mkdtempSync(path.join(tmpdir(), 'entente-docs-'));
      cpSync(path.join(ROOT, 'examples'), path.join(desk.folder, 'examples'), { recursive: true });
    });
    after(() => rmSync(desk.folder, { recursive: true, force: true }));

    const parts = [...page.blocks.map((block) => ({ line: block.line, block, table: undefined })), ...cellTables(page).map((table) => ({ line: table.line, block: undefined, table }))];
    for (const { line, block, table } of parts.sort((a, b) => a.line - b.line)) {
      if (table) test(`cells at line ${line}`, () => checkCells(desk, table));
      else if (isWholeFile(block)) test(`file at line ${line}`, () => checkFile(desk, block));
      else if (block.language === 'yaml' && block.info) test(`part of a file at line ${line}`, () => checkPart(desk, block));
      // What is left of YAML is held against the grammar in fragments.test.ts.
      else if (block.language !== 'yaml' && !READ_ONLY.has(block.language)) {
        test(`${block.language} at line ${line}`, () => {
          const check = CHECKS[block.language];
          assert.ok(check, `Nothing checks a block of ${block.language || 'no language'}.`);
          check(desk, block);
        });
      }
    }
  });
}

test('the docs show files, sessions and tables of cells', () => {
  const blocks = written.flatMap((page) => page.blocks);
  assert.ok(blocks.filter(isWholeFile).length > 10);
  assert.ok(blocks.filter(({ language }) => language === 'console').length > 10);
});

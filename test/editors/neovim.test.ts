import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEAL, drive, missing, snippet } from './editor.js';

interface Shown {
  readonly problem?: string;
  readonly filetype: string;
  readonly syntax: string;
  readonly omnifunc: string;
  readonly diagnostics: readonly { readonly code: string; readonly line: number; readonly from: number; readonly to: number; readonly severity: string }[];
  readonly hover: string;
  readonly completion: readonly { readonly word: string; readonly label: string }[];
  readonly definition: readonly [line: number, column: number];
  readonly renamed: string;
}

test('Neovim with the configuration of the docs', { skip: missing('Neovim', 'nvim', ['--version']) }, async (context) => {
  const shown = drive<Shown>({
    command: 'nvim', args: ['--headless', '-u', 'init.lua', '-i', 'NONE', '-n', 'deal.entente.yaml', '-c', 'luafile neovim.lua'],
    configuration: ['init.lua', snippet('Neovim 0.7 to 0.10', 'lua')], script: 'neovim.lua',
  });
  const lines = DEAL.split('\n');
  await context.test('it runs to its end', () => assert.equal(shown.problem, undefined));
  await context.test('the file has its type and the colours of YAML', () => assert.deepEqual([shown.filetype, shown.syntax, shown.omnifunc], ['entente', 'yaml', 'v:lua.vim.lsp.omnifunc']));
  await context.test('diagnostics are at the right columns, also after characters of several bytes', () => {
    const line = lines.findIndex((text) => text.includes('quary'));
    const from = Buffer.byteLength(lines[line]!.slice(0, lines[line]!.indexOf('quary')));
    assert.deepEqual(shown.diagnostics.filter(({ severity }) => severity === 'ERROR'), [{ code: 'unknown-reference', line, from, to: from + 5, severity: 'ERROR' }]);
  });
  await context.test('K shows what the clause means', () => assert.match(shown.hover, /Quarry Software promises Harbor Hosting that Ledger 📒 will be served on North ⚓🚢, and on no other cloud\./));
  await context.test('completion inserts plain text', () => assert.deepEqual(shown.completion.map(({ word }) => word).sort(), ['harbor-north', 'summit-one']));
  await context.test('gd goes to the declaration', () => assert.deepEqual(shown.definition, [lines.findIndex((text) => text.startsWith('  harbor:')) + 1, 2]));
  await context.test('rename changes every use and nothing else', () => assert.equal(shown.renamed, DEAL.replaceAll(/\bharbor\b(?!-)/g, 'port')));
});

test('the configuration for Neovim 0.11 is Lua', { skip: missing('Neovim', 'nvim', ['--version']) }, () => {
  const { fine } = drive<{ fine: boolean }>({
    command: 'nvim', args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', 'lua io.stdout:write(vim.json.encode({ fine = loadfile("init.lua") ~= nil }))', '-c', 'qall!'],
    configuration: ['init.lua', snippet('Neovim 0.11 and later', 'lua')], script: 'neovim.lua',
  });
  assert.ok(fine);
});

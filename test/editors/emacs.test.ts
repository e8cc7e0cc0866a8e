import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEAL, drive, missing, snippet } from './editor.js';

interface Shown {
  readonly problem?: string;
  readonly mode: string;
  readonly diagnostics: readonly { readonly text: string; readonly line: number; readonly marked: string }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly definition: readonly [line: number, column: number];
  readonly renamed: string;
}

const skip = missing('Emacs with Eglot', 'emacs', ['--batch', '--eval', "(progn (require 'package) (package-initialize) (require 'eglot))"]);

test('Emacs and Eglot with the configuration of the docs', { skip }, async (context) => {
  const shown = drive<Shown>({ command: 'emacs', args: ['--batch', '-l', 'emacs.el'], configuration: ['init.el', snippet('Emacs with Eglot', 'elisp')], script: 'emacs.el' });
  const lines = DEAL.split('\n');
  await context.test('it runs to its end', () => assert.equal(shown.problem, undefined));
  await context.test('the file has its mode', () => assert.equal(shown.mode, 'entente-mode'));
  await context.test('diagnostics mark the right text, also after characters of several units', () => {
    const found = shown.diagnostics.find(({ marked }) => marked === 'quary');
    assert.equal(found?.line, lines.findIndex((text) => text.includes('quary')));
    assert.match(found?.text ?? '', /Did you mean `quarry`/);
  });
  await context.test('hover says what the clause means, without markup', () => {
    assert.match(shown.hover, /Quarry Software promises Harbor Hosting that Ledger 📒 will be served on North ⚓🚢, and on no other cloud\./);
    assert.doesNotMatch(shown.hover, /\*\*/);
  });
  await context.test('completion offers the clouds', () => assert.deepEqual([...shown.completion].sort(), ['harbor-north', 'summit-one']));
  await context.test('the definition is found', () => assert.deepEqual(shown.definition, [lines.findIndex((text) => text.startsWith('  harbor:')) + 1, 2]));
  await context.test('rename changes every use and nothing else', () => assert.equal(shown.renamed, DEAL.replaceAll(/\bharbor\b(?!-)/g, 'port')));
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const SRC = join(ROOT, 'src');

/** Lower layers never import higher ones; `protocol` is beside them all. */
const LAYERS = ['base', 'syntax', 'grammar', 'clauses', 'model', 'matrix', 'rules', 'service', 'render', 'library', 'server', 'cli'];
/** Types that two neighbouring layers share: a record of a clause type speaks of the clause, and the other way round. */
const SHARED_TYPES = new Set(['clauses/clause-type.ts -> model', 'grammar/read.ts -> model']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => file.replaceAll('\\', '/'));

interface Import { readonly file: string; readonly target: string; readonly typeOnly: boolean }

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm), ...text.matchAll(/()\bimport\('([^']+)'\)/g)].map((match) => ({
    file, typeOnly: Boolean(match[1]),
    target: match[2]!.startsWith('.') ? relative(SRC, resolve(dirname(join(SRC, file)), match[2]!)).replaceAll('\\', '/') : match[2]!,
  }));
});
const layerOf = (path: string): string => path.split('/')[0]!.replace(/\.js$/, '');

test('dependencies point one way', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    const from = LAYERS.indexOf(layerOf(file));
    const to = LAYERS.indexOf(layerOf(target));
    if (from < 0 || to <= from) return false;
    return !(typeOnly && (SHARED_TYPES.has(`${file} -> ${layerOf(target)}`) || (layerOf(file) === 'clauses' && layerOf(target) === 'model')));
  });
  assert.deepEqual(wrong, []);
});

test('client and web view see only the protocol', () => {
  const wrong = imports.filter(({ file, target }) => ['client', 'webview'].includes(layerOf(file)) && !target.startsWith(layerOf(file)) &&
    LAYERS.includes(layerOf(target)));
  assert.deepEqual(wrong, []);
});

test('vscode, the protocol library and the disk appear only where they may', () => {
  const only = (name: RegExp, layers: readonly string[]): void =>
    assert.deepEqual(imports.filter(({ file, target }) => name.test(target) && !layers.includes(layerOf(file))), []);
  only(/^vscode$/, ['client']);
  only(/^vscode-languageclient/, ['client']);
  only(/^vscode-(?:languageserver(?!-textdocument)|jsonrpc)/, ['server']);
  only(/^@modelcontextprotocol\//, ['cli']);
  only(/^(node:)?(fs|path|os|child_process|http|https|net)(\/|$)/, ['cli', 'server']);
});

test('only the bundle of its own imports the SDK of the Model Context Protocol, and only one place that bundle', () => {
  assert.deepEqual([...new Set(imports.filter(({ target }) => target.startsWith('@modelcontextprotocol/')).map(({ file }) => file))], ['cli/mcp.ts']);
  assert.deepEqual(imports.filter(({ target, typeOnly }) => target === 'cli/mcp.js' && !typeOnly).map(({ file }) => file), ['cli/main.ts']);
});

test('files do one thing: none is longer than 400 lines', () => {
  const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 400);
  assert.deepEqual(long, []);
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { nodesOf, ROOT } from '../support/syntax.js';

const DIST = join(ROOT, 'dist');
const bundles = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[cm]?js$/.test(file)).map((file) => file.replaceAll('\\', '/')).filter((file) => !/^(?:test|npm)\//.test(file)).sort();

/** What each bundle may require. `net` and `child_process` are how the editor's library starts and reaches the server; `vscode` is the editor. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'cli/entente.js': ['./lsp.js', './mcp.js', 'child_process', 'events', 'fs', 'fs/promises', 'path', 'process', 'url'],
  'cli/lsp.js': ['crypto', 'fs', 'fs/promises', 'net', 'os', 'path', 'url', 'util', 'v8'],
  'cli/mcp.js': ['fs/promises', 'path', 'process', 'url'],
  'client/node.js': ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util', 'vscode'],
  'client/web.js': ['vscode'],
  'library/index.cjs': [],
  'library/index.mjs': [],
  'server/node.js': ['crypto', 'fs', 'fs/promises', 'net', 'os', 'path', 'url', 'util', 'v8'],
  'server/web.js': [],
};
/** Modules that are loaded when they are needed: each other, from their own folder, by names that stand in their text. What the server of them needs of Node, its first one imports. */
const isPart = (file: string): boolean => file.startsWith('webview/') || file.startsWith('server/node-');
const isModule = (file: string): boolean => isPart(file) || file === 'server/node.js' || file.endsWith('.mjs');
const BESIDE = /^\.\/[\w-]+\.js$/;

/** Makes code of text, or reaches out. */
const FORBIDDEN = /^(?:eval|Function|GeneratorFunction|AsyncFunction|importScripts|fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|SharedWorker)$/;

interface Facts { readonly required: readonly string[]; readonly forbidden: readonly string[] }

function factsOf(text: string, asModule = false): Facts {
  const required = new Set<string>();
  const forbidden: string[] = [];
  for (const node of nodesOf(text, asModule ? 'module' : 'script')) {
    if (node.type === 'ImportExpression' && !(asModule && node.source.type === 'Literal' && BESIDE.test(String(node.source.value)))) forbidden.push('import()');
    if ((node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration') && node.source && !BESIDE.test(String(node.source.value))) required.add(String(node.source.value).replace(/^node:/, ''));
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const { callee, arguments: [first] } = node;
    const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
    if (FORBIDDEN.test(name)) forbidden.push(name);
    if (/^set(?:Timeout|Interval|Immediate)$/.test(name) && (first?.type === 'Literal' || first?.type === 'TemplateLiteral')) forbidden.push(`${name} with a text`);
    if (name === 'require') required.add(first?.type === 'Literal' ? String(first.value).replace(/^node:/, '') : 'something computed');
  }
  return { required: [...required].sort(), forbidden };
}

describe('The bundles', () => {
  test('are all known', () => assert.deepEqual(bundles.filter((file) => !isPart(file)), Object.keys(REQUIRED)));
  for (const file of bundles) {
    test(`${file} makes no code of text, loads nothing but what is beside it, and calls nothing that reaches out`, () => {
      const { required, forbidden } = factsOf(readFileSync(join(DIST, file), 'utf8'), isModule(file));
      assert.deepEqual(forbidden, []);
      assert.deepEqual(required, isPart(file) ? [] : REQUIRED[file]);
    });
  }
  test('would be caught', () => {
    assert.deepEqual(factsOf('eval("1"); new Function("a"); import("x"); window.fetch("y"); navigator.sendBeacon("z"); setTimeout("code"); require(name)'), {
      forbidden: ['setTimeout with a text', 'sendBeacon', 'fetch', 'import()', 'Function', 'eval'], required: ['something computed'],
    });
    assert.deepEqual(factsOf('import("./a-1.js"); import("../a.js"); import(name); import x from "./b.js"; export * from "node:fs"; import "https://example.org/c.js"', true), {
      forbidden: ['import()', 'import()'], required: ['fs', 'https://example.org/c.js'],
    });
  });
});

test('every web view loads from its own folder alone, and gets its page from one place', () => {
  const client = join(ROOT, 'src', 'client');
  const texts = new Map(readdirSync(client).map((file) => [file, readFileSync(join(client, file), 'utf8')]));
  const withOptions = [...texts].filter(([, text]) => /webview\.options\s*=/.test(text));
  assert.deepEqual(withOptions.map(([file]) => file), ['compare-panel.ts', 'matrix-panel.ts']);
  for (const [file, text] of withOptions) {
    assert.match(text, /webview\.options = \{ enableScripts: true, localResourceRoots: \[viewRoot\(extension\)\] \};/, file);
    assert.match(text, /webview\.html = panelHtml\(/, file);
  }
  assert.deepEqual([...texts].filter(([, text]) => /enableScripts|enableCommandUris|localResourceRoots|webview\.html/.test(text)).map(([file]) => file), ['compare-panel.ts', 'matrix-panel.ts']);
});

test('no source sets markup as text, nor trusts Markdown', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const found = sources.filter((file) => /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|supportHtml|isTrusted\s*[:=]\s*(?:true|\{)|href=\{/.test(readFileSync(join(ROOT, 'src', file), 'utf8')));
  assert.deepEqual(found, []);
});

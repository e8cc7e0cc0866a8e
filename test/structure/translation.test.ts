/** What people read can be translated: the manifest names keys, and sources say it through `l10n.t`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type AnyNode, parse } from 'acorn';
import { transform } from 'esbuild';
import { ROOT } from '../support/syntax.js';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const texts = read('package.nls.json') as Readonly<Record<string, string>>;

/** In the manifest, these are for programs and for models. The categories are those of the gallery. */
const FOR_PROGRAMS = new Set(['when', 'enablement', 'regexp', 'pattern', 'modelDescription', 'inputSchema', 'scripts', 'keywords', 'categories', 'files', 'completionEvents', 'activationEvents']);
/** In it, these are for people, even where they are one word. */
const FOR_PEOPLE = new Set(['title', 'shortTitle', 'description', 'markdownDescription', 'enumDescriptions', 'enumItemLabels', 'displayName', 'userDescription', 'patternErrorMessage', 'errorMessage', 'deprecationMessage', 'contents', 'altText', 'label']);
const NAME = 'Entente';

interface Said { readonly at: string; readonly key: string; readonly text: string }
const saidIn = (value: unknown, at: string, key: string): readonly Said[] => {
  if (typeof value === 'string') return [{ at, key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => (FOR_PROGRAMS.has(name) ? [] : saidIn(item, `${at}.${name}`, Array.isArray(value) ? key : name)));
};

describe('the manifest', () => {
  const said = saidIn(read('package.json'), '', '');
  const named = said.flatMap(({ text }) => /^%(.+)%$/.exec(text)?.[1] ?? []);

  test('holds no text for people, only keys of texts', () => {
    const isText = ({ at, key, text }: Said): boolean => FOR_PEOPLE.has(key) || /^\.contributes\.views\..*\.name$/.test(at) || /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text);
    assert.deepEqual(said.filter((each) => isText(each) && !/^%.+%$/.test(each.text) && each.text !== NAME).map(({ at, text }) => `${at}: ${text}`), []);
    assert.ok(named.length > 140);
  });

  test('names every text that there is, and no other', () => assert.deepEqual([...new Set(named)].sort(), Object.keys(texts).sort()));
});

/** Literals in sources that nobody reads, or models alone, by file. Everything else that has words in it goes through `l10n.t`. */
const NOT_SAID: Readonly<Record<string, RegExp>> = {
  // Logs.
  'client/extension.ts': /^(?:The language server did not (?:start|stop cleanly)\.)$/,
  // What a language model is told to do instead.
  'client/model-tools.ts': /^(?:This workspace is not trusted, so |The language server of Entente is not running\. Ask |The language server did not understand the question\.|Entente: $)/,
  // Facts for whoever mends it.
  'client/report-issue.ts': /^(?:# |Entente |in a browser|on the desktop|, connected to |display language |workspace |trusted|in Restricted Mode|, | folder\(s\), | agreement file\(s\) open|language server |not running|running|- )/,
  'client/matrix-panel.ts': /^(?:Money|Matrix)$/,
  'client/panel-html.ts': /^<!DOCTYPE html>|^["<\s>]/,
  'client/panel-policy.ts': /^(?:default|script|style|font|img|connect|base|form|')/,
  // Names of formats.
  'client/take-along.ts': /^(?:SVG|PNG|HTML|CSV|Markdown|JSON)$/,
  'webview/use-play.ts': /^\(prefers-reduced-motion: reduce\)$/,
};
const files = ['client', 'webview'].flatMap((folder) => readdirSync(path.join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`))
  .filter((file) => /\.tsx?$/.test(file));

/** Two words, or one that begins like a sentence, or a word that is an element's text or one of its spoken attributes. */
const isSaid = (text: string, prop: string): boolean =>
  /[A-Za-z]{2,}[,:;…]? [A-Za-z]{2,}/.test(text) || /^[A-Z][a-z]+[.?!:…]?$/.test(text) || (/[A-Za-z]{2,}/.test(text) && /^(?:children|title|aria-label|aria-valuetext|placeholder|alt|label|description|tooltip|detail|prompt|placeHolder)$/.test(prop));

/** Literals of a source that are said, and do not go through `l10n.t`. */
async function literals(text: string, loader: 'ts' | 'tsx'): Promise<readonly string[]> {
  const { code } = await transform(text, { loader, target: 'es2022', jsx: 'automatic' });
  const found: string[] = [];
  const visit = (value: unknown, prop: string): void => {
    if (Array.isArray(value)) return value.forEach((item) => visit(item, prop));
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const node = value as AnyNode;
    if (/^(?:Import|Export(?:All|Named))/.test(node.type) && !('declaration' in node && node.declaration)) return;
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'Identifier' && node.callee.object.name === 'l10n') return node.arguments.slice(1).forEach((each) => visit(each, prop));
    // The name of an element; a word that something is compared with.
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && /^jsxs?$/.test(node.callee.name)) return node.arguments.slice(1).forEach((each) => visit(each, ''));
    if (node.type === 'BinaryExpression' && /^(?:[!=]==|in)$/.test(node.operator)) return;
    if (node.type === 'CallExpression') return [node.callee, ...node.arguments].forEach((each) => visit(each, ''));
    if (node.type === 'SwitchCase') return visit(node.consequent, prop);
    if (node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === 'class') return;
    if (node.type === 'Property') return visit(node.value, node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? String(node.key.value) : '');
    const words = node.type === 'Literal' && typeof node.value === 'string' ? node.value : node.type === 'TemplateElement' ? node.value.cooked ?? '' : '';
    if (isSaid(words, prop)) found.push(words);
    for (const [name, child] of Object.entries(node)) if (name !== 'key' || node.type !== 'MemberExpression') visit(child, prop);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), '');
  return found;
}

describe('what client and views say', () => {
  test('goes through l10n.t', async () => {
    const wrong = await Promise.all(files.map(async (file) => {
      const found = await literals(readFileSync(path.join(ROOT, 'src', file), 'utf8'), file.endsWith('x') ? 'tsx' : 'ts');
      return found.filter((text) => text !== NAME && NOT_SAID[file]?.test(text) !== true).map((text) => `${file}: ${text}`);
    }));
    assert.deepEqual(wrong.flat(), []);
  });

  test('this test can tell', async () => {
    assert.deepEqual(await literals('f({ title: "save" }); g(`Not there: ${x}`); h("Nothing"); l10n.t("Said well", `and this not`); x === "Enter";', 'ts'), ['save', 'Not there: ', 'Nothing', 'and this not']);
    assert.deepEqual(await literals('const a = <p class="big" title={x ? "yes" : l10n.t("no")}>ends <b>{l10n.t("well")}</b></p>;', 'tsx'), ['yes', 'ends ']);
  });

  test('names every value once and in English, as a bundle of translations needs it', () => {
    const bundle = read('l10n/bundle.l10n.json') as Readonly<Record<string, string>>;
    assert.deepEqual(Object.entries(bundle).filter(([key, text]) => key !== text), []);
    assert.ok(Object.keys(bundle).length > 300);
    // Our own replaces one digit.
    assert.deepEqual(Object.keys(bundle).filter((text) => /\{(?!\d\})/.test(text)), []);
  });
});

/** Keys of a translation that English has not, and texts whose values differ. */
const misfits = (english: Readonly<Record<string, string>>, translated: Readonly<Record<string, string>>): readonly string[] => {
  const values = (text: string): string => [...new Set(text.match(/\{\d\}|\(command:[^)]+\)|\$\([a-z]+\)/g))].sort().join();
  return Object.entries(translated).filter(([key, text]) => english[key] === undefined || values(english[key]) !== values(text)).map(([key]) => key);
};

test('translations have the keys and the values of the English texts', () => {
  assert.deepEqual(misfits({ a: '{0} of {1}', b: 'x' }, { a: '{1} von {0}', b: 'y' }), []);
  assert.deepEqual(misfits({ a: '{0} of {1}', b: '[x](command:y)' }, { a: '{0} von', b: '[x](command:z)', c: 'z' }), ['a', 'b', 'c']);
  for (const [folder, name] of [['.', /^package\.nls\.[\w-]+\.json$/], ['l10n', /^bundle\.l10n\.[\w-]+\.json$/]] as const) {
    const english = read(folder === '.' ? 'package.nls.json' : 'l10n/bundle.l10n.json') as Readonly<Record<string, string>>;
    for (const file of readdirSync(path.join(ROOT, folder)).filter((each) => name.test(each))) {
      assert.deepEqual(misfits(english, read(`${folder}/${file}`) as Readonly<Record<string, string>>), [], file);
    }
  }
});

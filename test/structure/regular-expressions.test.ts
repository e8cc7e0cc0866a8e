import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AnyNode } from 'acorn';
import { checkSync } from 'recheck';
import { PREFIXED, SUFFIXED } from '../../src/base/money.js';
import { nodesOf, ROOT } from '../support/syntax.js';

// One backend on every machine: the others need Java or a binary for the platform.
process.env['RECHECK_BACKEND'] = 'pure';

const BUILT = join(ROOT, '.build', 'src');
/** Files whose patterns are built from texts: of constants, or word by word from escaped text, with a bound. */
const BUILDERS = ['base/money.js'];

const sources = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js')).map((file) => file.replaceAll('\\', '/')).sort();

/** A pattern with its flags; `built` where it is not written as one text. */
function expressionOf(node: AnyNode): readonly [pattern: string, flags: string] | 'built' | undefined {
  if (node.type === 'Literal') return node.regex ? [node.regex.pattern, node.regex.flags] : undefined;
  if ((node.type !== 'NewExpression' && node.type !== 'CallExpression') || node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return undefined;
  // The build writes some literals in this form.
  const texts = node.arguments.map((argument) => (argument.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined));
  const [pattern, flags = ''] = texts;
  return pattern === undefined || texts.includes(undefined) ? 'built' : [pattern, flags];
}

const expressions = sources.flatMap((file) => [...nodesOf(readFileSync(join(BUILT, file), 'utf8'), 'module')].flatMap((node) => {
  const expression = expressionOf(node);
  return expression === undefined ? [] : [{ file, expression }];
}));

test('every regular expression of the source takes time linear in the text', () => {
  const written = expressions.filter(({ expression }) => expression !== 'built');
  assert.ok(written.length > 100, `${written.length} expressions were found`);
  const slow = written.flatMap(({ file, expression: [pattern = '', flags = ''] }) => {
    const result = checkSync(pattern, flags, { timeout: 60_000 });
    return result.status === 'safe' ? [] : [`${file}: /${pattern}/${flags} is ${result.status}: ${result.status === 'vulnerable' ? result.complexity.summary : result.error.kind}`];
  });
  assert.deepEqual(slow, []);
});

test('patterns are built from texts only where they are known to be linear', () => {
  assert.deepEqual([...new Set(expressions.filter(({ expression }) => expression === 'built').map(({ file }) => file))], BUILDERS);
  for (const { source, flags } of [SUFFIXED, PREFIXED]) assert.equal(checkSync(source, flags, { timeout: 60_000 }).status, 'safe', source);
});

test('the checker finds what it should', () => {
  assert.equal(checkSync('(a|a)*$', '').status, 'vulnerable');
  assert.equal(checkSync('\\s+$', '').status, 'vulnerable');
});

import { resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnyNode, parse } from 'acorn';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Every node of a JavaScript text. */
export function* nodesOf(text: string, sourceType: 'module' | 'script'): Generator<AnyNode> {
  const waiting: unknown[] = [parse(text, { ecmaVersion: 'latest', sourceType, allowHashBang: true })];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if ('type' in value && typeof value.type === 'string') yield value as AnyNode;
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) waiting.push(child);
  }
}

/** Names of what a text calls or makes with `new`, where they are plain names or `globalThis.name`. */
export function callsOf(text: string, sourceType: 'module' | 'script'): string[] {
  const names: string[] = [];
  for (const node of nodesOf(text, sourceType)) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const { callee } = node;
    if (callee.type === 'Identifier') names.push(callee.name);
    else if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && /^(?:globalThis|self|window|global)$/.test(callee.object.name) && callee.property.type === 'Identifier') names.push(callee.property.name);
  }
  return names;
}

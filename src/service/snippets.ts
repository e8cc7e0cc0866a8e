import { addDuration, formatDay, YEAR } from '../base/dates.js';
import { clauseShape } from '../clauses/registry.js';
import type { ClauseType } from '../clauses/clause-type.js';
import { ID } from '../grammar/read.js';
import type { Field, Shape, ValueType } from '../grammar/types.js';
import type { Partnership } from '../model/types.js';
import { parse } from '../syntax/parse.js';

/** Texts with tab stops, in the syntax of the Language Server Protocol. */

export const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const placeholder = (stop: number, text: string): string => `\${${stop}:${literal(text)}}`;

/** Above this many the list of a choice helps nobody. */
const CHOICES = 12;

function choice(stop: number, values: readonly string[], otherwise: string): string {
  const usable = values.filter((value) => ID.test(value));
  return usable.length === 0 || usable.length > CHOICES ? placeholder(stop, usable[0] ?? otherwise) : `\${${stop}|${usable.join(',')}|}`;
}

/** The value of a field to be filled in: declared names where it takes them, else the example. */
function value(field: Field, stop: number, partnership: Partnership, example = field.example): string {
  const { type } = field;
  if (type.kind === 'ref' && type.to === 'party') return choice(stop, [...partnership.parties.keys()], example);
  if (type.kind === 'ref' && type.to === 'cloud') return choice(stop, [...partnership.clouds.keys()], example);
  if (type.kind === 'selector') {
    const known = type.of === 'product' ? partnership.products : partnership.clouds;
    const named = example.replace(/[[\]\s]/g, '').split(',');
    return placeholder(stop, named.every((id) => known.has(id)) ? example : type.of === 'product' ? 'all' : 'any');
  }
  return placeholder(stop, example);
}

/** What follows `type: ` in a whole clause of that type, without the keys that are there already. */
export function clauseSnippet(type: ClauseType, present: ReadonlySet<string>, flow: boolean, partnership: Partnership, firstStop = 1): string {
  const fields = clauseShape(type.name).fields;
  let stop = firstStop;
  const entries = exampleOf(type).flatMap(([key, example]) => {
    const field = fields.find(({ name }) => name === key);
    if (!field || key === 'type' || present.has(key) || example.includes('\n')) return [];
    return [`${key}: ${value(field, stop++, partnership, example)}`];
  });
  return [literal(type.name), ...entries].join(flow ? ', ' : '\n');
}

function exampleOf({ example }: ClauseType): readonly (readonly [string, string])[] {
  return (parse(example).root?.entries ?? []).map((entry) => [entry.key, example.slice(entry.value.span.start, entry.value.span.end).trimEnd()]);
}

/** A whole agreement of two parties with one clause of the type, for a year from the as-of day on. In block style only. */
export function agreementSnippet(type: ClauseType, partnership: Partnership): string {
  const ids = [...partnership.parties.keys()];
  const [first = 'first-party', second = 'second-party'] = ids;
  const dates = [partnership.asOf, addDuration(partnership.asOf, YEAR)].map(formatDay);
  return [
    `${placeholder(1, `${type.name}-agreement`)}:`, `  title: ${placeholder(2, 'What it is called')}`,
    `  parties: [${choice(3, ids, first)}, ${ids.length > 1 ? choice(4, [second, ...ids.filter((id) => id !== second)], second) : placeholder(4, second)}]`,
    `  signed: ${placeholder(5, dates[0]!)}`, `  until: ${placeholder(6, dates[1]!)}`, '  clauses:',
    `    ${placeholder(7, type.name)}:`, indented(indented(indented(`type: ${clauseSnippet(type, new Set(), false, partnership, 8)}`))),
  ].join('\n');
}

/** A new declaration: its id and the keys that it needs. */
export function declarationSnippet(id: string, shape: Shape, flow: boolean, partnership: Partnership): string {
  const needed = shape.fields.filter(({ required }) => required);
  const fields = needed.length > 0 ? needed : shape.fields.slice(0, 1);
  const entries = fields.map((field, index) => entrySnippet(field, index + 2, flow, partnership));
  return flow ? `${placeholder(1, id)}: { ${entries.join(', ')} }` : `${placeholder(1, id)}:\n${entries.map((entry) => indented(entry)).join('\n')}`;
}

const indented = (text: string): string => text.split('\n').map((line) => `  ${line}`).join('\n');

function entrySnippet(field: Field, stop: number, flow: boolean, partnership: Partnership): string {
  return `${field.name}: ${field.type.kind === 'choices' && !flow ? `\n  ${placeholder(stop, 'first-choice: What it means')}` : value(field, stop, partnership)}`;
}

/** A key with what its value starts with. */
export function keySnippet(field: Field, flow: boolean): string {
  const opened = opening(field.type, flow);
  return `${literal(field.name)}:${opened.startsWith('\n') ? '' : ' '}${opened}`;
}

function opening(type: ValueType, flow: boolean): string {
  switch (type.kind) {
    case 'version': return '1';
    case 'map':
    case 'shape':
    case 'services':
    case 'choices':
    case 'per-product':
    case 'assumptions': return flow ? '{ $0 }' : '\n  $0';
    case 'list': {
      if (type.item.kind === 'shape') return flow ? '[{ $0 }]' : '\n  - $0';
      return type.item.kind === 'import' && !flow ? '\n  - ./$0' : '[$0]';
    }
    default: return '$0';
  }
}

/** The text of a snippet for clients that have none: tab stops become their default. */
export function withoutStops(snippet: string): string {
  let inside = false; // of a stop with a default
  return snippet.replace(/\\([\\$}])|\$\{\d+\|([^,|}$]*)(?:,[^|}$]*)?\|\}|\$\{\d+:|\$\d+|\}/g, (token, escaped?: string, first?: string) => {
    if (token === '}' && !inside) return token;
    if (token === '}' || token.endsWith(':')) inside = token !== '}';
    return escaped ?? first ?? '';
  });
}

import { type Day, parseDate } from '../base/dates.js';
import { didYouMean, listWords } from '../base/words.js';
import { checkAssumptions } from '../matrix/assumptions.js';
import type { Assumptions, Partnership } from '../model/types.js';
import { type Schema, toolNamed, type ToolDefinition } from '../protocol-tool-schemas.js';
import { assumptionOf } from './assume.js';

/** What a language model can mend by asking otherwise: one or two sentences that say what is wrong and what to do. */
export class ToolProblem extends Error {}

/** The input of a tool, checked against its schema. */
export interface ToolInput {
  readonly text: (key: string) => string | undefined;
  readonly texts: (key: string) => readonly string[] | undefined;
  readonly day: (key: string) => Day | undefined;
}

/** Checks what a model has written. Absent and `null` are the same; an empty text counts as absent, since models fill in what they need not. */
export function readToolInput({ name, input: { properties, required = [] } }: ToolDefinition, input: unknown): ToolInput {
  const given = input ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw new ToolProblem(`The input of ${name} is an object with ${listWords(Object.keys(properties).map(code))}.`);
  const values = new Map(Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== ''));
  for (const [key, value] of values) {
    const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!schema) {
      const suggestion = didYouMean(key, Object.keys(properties));
      throw new ToolProblem(`${name} takes no ${code(key)}.${suggestion === undefined ? ` It takes ${listWords(Object.keys(properties).map(code))}.` : ` Did you mean ${code(suggestion)}?`}`);
    }
    checkValue(key, value, schema);
  }
  for (const key of required) if (!values.has(key)) throw new ToolProblem(`${name} needs ${code(key)}: ${properties[key]?.description ?? ''}`);
  const text = (key: string): string | undefined => values.get(key) as string | undefined;
  return {
    text, texts: (key) => values.get(key) as readonly string[] | undefined,
    day: (key) => {
      const written = text(key);
      if (written === undefined) return undefined;
      const date = parseDate(written);
      if (!date) throw new ToolProblem(`${code(key)} is not a day of the calendar: ${code(written)}. Write a day like 2026-04-27.`);
      return date.first;
    },
  };
}

/** The definition of a tool. */
export function knownTool(name: string): ToolDefinition {
  const tool = toolNamed(name);
  if (!tool) throw new ToolProblem(`There is no tool ${code(name)}.`);
  return tool;
}

function checkValue(key: string, value: unknown, schema: Schema): void {
  if (schema.type === 'array') {
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw new ToolProblem(`${code(key)} is a list of texts. ${schema.description ?? ''}`);
  } else if (typeof value !== 'string') throw new ToolProblem(`${code(key)} is a text. ${schema.description ?? ''}`);
  else if (schema.enum && !schema.enum.includes(value)) throw new ToolProblem(`${code(key)} is ${listWords(schema.enum.map(code), 'or')}, not ${code(value)}.`);
}

/** `NAME=VALUE` texts against the unknowns of a file. */
export function readAssumptions(key: string, texts: readonly string[], partnership: Partnership): Assumptions {
  const result: Assumptions = Object.fromEntries(texts.map((written) => {
    const assumption = assumptionOf(written);
    if (!assumption) throw new ToolProblem(`${code(key)} takes NAME=VALUE; ${code(written)} is not of that form.`);
    return assumption;
  }));
  const [problem] = checkAssumptions(partnership, result);
  if (problem !== undefined) throw new ToolProblem(`${problem} get_entente_availability lists what can be assumed under \`unknowns\`.`);
  return result;
}

/** An id that the file declares. */
export function declaredId(what: 'product' | 'cloud', id: string, { products, clouds }: Partnership): string {
  const known = [...(what === 'product' ? products : clouds).keys()];
  if (known.includes(id)) return id;
  const suggestion = didYouMean(id, known);
  throw new ToolProblem(`There is no ${what} ${code(id)}.${suggestion === undefined ? '' : ` Did you mean ${code(suggestion)}?`} The file has ${listedIds(known)}.`);
}

/** The first ids, and how many more there are. */
const SHOWN = 20;
const listedIds = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none' : ids.length <= SHOWN ? listWords(ids.map(code)) : `${ids.slice(0, SHOWN).map(code).join(', ')} and ${ids.length - SHOWN} more`;

/** Text that somebody else wrote, short enough for a sentence. */
export const code = (text: string): string => `\`${text.length > 120 ? `${text.slice(0, 119)}…` : text}\``;

// Pages of the reference that list what the records of the language, the manifest and the schemas of outputs hold.
import { CLAUSE_TYPES } from '../.build/src/clauses/registry.js';
import { STATUS_WORDS } from '../.build/src/service/phrases.js';
import { outputSchemas } from './output-schemas.mjs';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
const table = (head, rows) => `| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}\n${rows.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`;

/** Keys that take one of a fixed set of values, each set once with all the keys that share it. */
function enumerations(shapes) {
  const found = new Map();
  for (const { name, fields } of shapes) {
    for (const field of fields) {
      if (field.type.kind !== 'enum') continue;
      const key = `${field.name} ${JSON.stringify(field.type.values)}`;
      const known = found.get(key) ?? { name: field.name, values: field.type.values, places: [] };
      found.set(key, { ...known, places: [...known.places, name] });
    }
  }
  // The keys of clauses of unknown type are those of all types together.
  return [...found.values()].map(({ places, ...one }) => ({ ...one, places: places.length > 1 ? places.filter((place) => place !== 'clause') : places }));
}

export const valuesPage = (shapes, note) => `${note}
# Values

Keys that take one of a few words, and the words that the tools answer with. Dates, ends, durations, amounts, products,
clouds, conditions and sources are explained in [the language](../language.md#7-values).

${enumerations([...shapes, ...CLAUSE_TYPES]).map(({ name, values, places }) => `## \`${name}\`, of ${places.join(', ')}\n\n${table(['value', 'meaning'], values.map(({ value, doc }) => [`\`${value}\``, sentence(doc)]))}`).join('\n')}
## Statuses of a cell

[The status of a cell](../language.md#10-the-status-of-a-cell) says when each applies.

${table(['status', 'meaning'], Object.entries(STATUS_WORDS).map(([status, words]) => [`\`${status}\``, sentence(words)]))}`;

export function commandsPage({ contributes: { commands, menus } }, note) {
  const hidden = new Set(menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
  const rows = (isHidden) => commands.filter(({ command }) => hidden.has(command) === isHidden).map(({ command, title, category }) => [`*${category}: ${title}*`, `\`${command}\``]);
  return `${note}
# Commands of the extension

In the Command Palette. Keys can be given to a command under *Keyboard Shortcuts*, by its id.

${table(['command', 'id'], rows(false))}
Only in menus:

${table(['command', 'id'], rows(true))}`;
}

const linkTo = (name) => `[${name}](#${name.toLowerCase()})`;
const typeOf = (schema) => {
  if (schema.$ref) return linkTo(schema.$ref.replace('#/$defs/', ''));
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if ('const' in schema) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  return [schema.type].flat().join(' or ');
};

/** A row for each field, and for each field of the objects in it: `cells[].status`. */
function fieldRows({ properties, required }, prefix = '') {
  return Object.entries(properties).flatMap(([field, schema]) => {
    const [inner, mark] = schema.type === 'array' ? [schema.items, '[]'] : [schema, ''];
    const row = [`\`${prefix}${field}${mark}\`${required.includes(field) ? '' : ' (may be absent)'}`, typeOf(schema), schema.description ?? ''];
    return [row, ...(inner.properties ? fieldRows(inner, `${prefix}${field}${mark}.`) : [])];
  });
}

const fieldTable = (schema) => table(['field', 'type', 'meaning'], fieldRows(schema));

/** Objects that several fields hold, in alphabetical order. */
const sharedObjects = () => Object.entries(Object.assign({}, ...[...outputSchemas().values()].map(({ $defs }) => $defs ?? {}))).sort(([a], [b]) => (a < b ? -1 : 1));

export const outputsPage = (note) => `${note}
# JSON outputs

What the commands print with \`--format json\`. Each has a JSON Schema, draft 2020-12, and the tests hold real outputs
against it. [The command line](../cli.md) shows examples.

A day is written \`YYYY-MM-DD\`. \`to\` is the first day after a run of days, and \`null\` stands for no bound. Names and
messages are text from the file: no markup.

${[...outputSchemas()].map(([name, { title, description, ...schema }]) => `## ${name}

\`${title}\`: ${description} [Schema](json/${name}.schema.json).

${fieldTable(schema)}`).join('\n')}
${sharedObjects().map(([name, schema]) => `## ${name}

${schema.description}

${fieldTable(schema)}`).join('\n')}`;

/** The schemas themselves, by the path of their file from the root. */
export const schemaFiles = () => [...outputSchemas()].map(([name, schema]) => [`docs/reference/json/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]);

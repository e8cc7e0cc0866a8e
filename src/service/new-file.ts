import { addDuration, type Day, formatDay, YEAR } from '../base/dates.js';
import { replaceHidden } from '../base/hidden.js';
import { listWords } from '../base/words.js';
import { clauseShape, clauseType } from '../clauses/registry.js';
import type { ClauseType } from '../clauses/clause-type.js';

/** What somebody who starts from nothing knows. Names are in the order in which they take part. */
export interface NewFile {
  /** At least two. The first owns the products and promises; the second holds the promise. */
  readonly parties: readonly string[];
  /** At least one. The second party operates the first of them, the third party the second, and so on. */
  readonly clouds: readonly string[];
  readonly products: readonly string[];
  /** A clause type: what the agreement is mainly about. */
  readonly type: string;
  /** Of the file; made of the parties where absent. */
  readonly title?: string | undefined;
  /** The as-of day, on which the agreement is signed. It runs for a year. */
  readonly day: Day;
}

export type Made = { readonly kind: 'made'; readonly text: string } | { readonly kind: 'impossible'; readonly message: string };

/** More names than anybody writes by hand, of more characters than anybody reads. */
const MOST = { names: 100, characters: 200 };

/** The file that a completion writes into an empty text: names that are there to be changed. */
export const BLANK: Omit<NewFile, 'day'> = { parties: ['First Party', 'Second Party'], clouds: ['First Cloud', 'Second Cloud'], products: ['First Product'], type: 'exclusivity' };

interface Named { readonly id: string; readonly name: string }

/** A small valid file without findings, the same for the same answers; what cannot be written is said in one sentence. */
export function newFile({ parties, clouds, products, type: typeName, title, day }: NewFile): Made {
  const type = clauseType(typeName);
  if (!type) return { kind: 'impossible', message: `There is no clause type \`${typeName}\`.` };
  const problem = problemOf('party', parties, 2) ?? problemOf('cloud', clouds, 1) ?? problemOf('product', products, 1) ?? (title === undefined ? undefined : unwritable(title));
  if (problem !== undefined) return { kind: 'impossible', message: problem };
  return { kind: 'made', text: textOf(type, named('party', parties), named('cloud', clouds), named('product', products), title?.trim(), day) };
}

function textOf(type: ClauseType, parties: readonly Named[], clouds: readonly Named[], products: readonly Named[], title: string | undefined, day: Day): string {
  const [by, to] = [parties[0]!, parties[1]!];
  const names = listWords(parties.map(({ name }) => name));
  const covered = coveredBy(type, clouds);
  const others = clouds.filter((cloud) => !covered.includes(cloud));
  const among = `[${products.map(({ id }) => id).join(', ')}]`;
  return [
    'entente: 1',
    `title: ${scalar(title || `Agreement of ${names}`)}`,
    `as-of: ${formatDay(day)}  # the day on which knowledge ends`,
    '',
    'parties:',
    ...parties.map(({ id, name }) => `  ${id}: { name: ${scalar(name)} }`),
    '',
    'clouds:',
    ...clouds.map(({ id, name }, index) => `  ${id}: { name: ${scalar(name)}${index + 1 < parties.length ? `, operator: ${parties[index + 1]!.id}` : ''} }`),
    '',
    'products:',
    ...products.map(({ id, name }) => `  ${id}: { name: ${scalar(name)}, owner: ${by.id} }`),
    '',
    'agreements:',
    '  first-agreement:',
    `    title: ${scalar(`Agreement of ${names}`)}`,
    `    parties: [${parties.map(({ id }) => id).join(', ')}]`,
    `    signed: ${formatDay(day)}  # change this to the day on which it was`,
    `    until: ${formatDay(addDuration(day, YEAR))}  # the first day without it`,
    '    clauses:',
    ...clause(type.name, [
      `by: ${by.id}  # who promises`, `to: ${to.id}  # who holds the promise`, ...ownKeys(type, covered, among),
    ]),
    // A cloud that the clause does not speak of is one that its holder has nothing against.
    ...(others.length === 0 || type.name === 'exclusivity' ? [] : clause('elsewhere', [`by: ${to.id}`, `to: ${by.id}`, `products: ${among}`, `clouds: [${others.map(({ id }) => id).join(', ')}]`], 'availability')),
  ].join('\n') + '\n';
}

const clause = (id: string, keys: readonly string[], type = id): readonly string[] => [`      ${id}:`, `        type: ${type}`, ...keys.map((key) => `        ${key}`)];

/** The clouds that the clause names. One that is exclusive, or takes one cloud only, names the first. */
function coveredBy(type: ClauseType, clouds: readonly Named[]): readonly Named[] {
  const keys = new Set(type.fields.map(({ name }) => name));
  if (keys.has('clouds') && type.name !== 'exclusivity') return clouds;
  return keys.has('cloud') ? clouds.slice(0, 1) : [];
}

/** Products and clouds as given, and an example for every other key that the type needs. */
function ownKeys(type: ClauseType, covered: readonly Named[], products: string): readonly string[] {
  const common = new Set(['type', 'by', 'to']);
  return clauseShape(type.name).fields.filter(({ name }) => !common.has(name)).flatMap(({ name, required, example }) => {
    if (name === 'products') return [`products: ${products}`];
    if (name === 'cloud') return covered.length === 1 ? [`cloud: ${covered[0]!.id}`] : [];
    if (name === 'clouds') return covered.length > 1 ? [`clouds: [${covered.map(({ id }) => id).join(', ')}]`] : [];
    return required ? [`${name}: ${example}  # an example`] : [];
  });
}

function problemOf(what: string, names: readonly string[], least: number): string | undefined {
  const plural = what === 'party' ? 'parties' : `${what}s`;
  if (names.length < least) return least === 1 ? `Name a ${what} at least.` : `Name two ${plural} at least: who promises, and who holds the promise.`;
  if (names.length > MOST.names) return `That is more than ${MOST.names} ${plural}.`;
  const seen = new Set<string>();
  for (const name of names) {
    const problem = unwritable(name);
    if (problem !== undefined) return problem;
    if (seen.has(name.trim())) return `The ${what} \`${name.trim()}\` is named twice.`;
    seen.add(name.trim());
  }
  return undefined;
}

/** Characters that are not seen would be findings; controls could not be written. */
function unwritable(name: string): string | undefined {
  if (name.trim() === '') return 'A name is empty.';
  if (name.length > MOST.characters) return `A name has more than ${MOST.characters} characters.`;
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u.test(name) || replaceHidden(name, () => '') !== name ? 'A name holds characters that are not seen.' : undefined;
}

/** Ids made of names: small letters, digits and single hyphens, each once. */
function named(what: string, names: readonly string[]): readonly Named[] {
  const taken = new Set<string>();
  return names.map((given, index) => {
    const name = given.trim();
    const word = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
    // A number or a truth would have to be quoted everywhere; a word with it need not.
    const base = word === '' || /^(?:[0-9].*|true|false|null|all|any)$/.test(word) ? `${what}-${word || index + 1}` : word;
    let id = base;
    for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
    taken.add(id);
    return { id, name };
  });
}

/** Plain where nothing in it could be taken for something else. */
const scalar = (name: string): string => (/^\p{L}(?:[\p{L}\p{N} .'’&-]*[\p{L}\p{N}.])?$/u.test(name) && !/^(?:true|false|null|unknown|unstated)$/i.test(name) ? name : JSON.stringify(name));

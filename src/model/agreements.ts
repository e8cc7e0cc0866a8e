import type { Day } from '../base/dates.js';
import { interned, Remembered } from '../base/remembered.js';
import { inParts, mapInParts, type Steps } from '../base/steps.js';
import { type Place, placeIn } from '../base/span.js';
import { clauseType } from '../clauses/registry.js';
import { amountOf, booleanOf, dateOf, itemsOf, mapAt, textAt, textOf, valueAt } from '../grammar/read.js';
import type { MapNode, Node } from '../syntax/tree.js';
import type { NameTable } from './names.js';
import type { Declaring } from './read-file.js';
import { declaredOf, placeOf } from './declared.js';
import { selectClouds, selectProducts } from './selectors.js';
import { conditionOf, endOf, isReadableClause, isReadableMoney, isReadableTerm, type Known, leadOf, OPEN, startOf, statedDate, textsOf } from './terms.js';
import type { Agreement, Amendment, Clause, Cloud, End, Problem, Product, Reading, Source, Unmodelled } from './types.js';

export interface Context {
  readonly names: NameTable;
  readonly clouds: ReadonlyMap<string, Cloud>;
  readonly products: ReadonlyMap<string, Product>;
  readonly readings: ReadonlyMap<string, Reading>;
}

/** Something resolved, with what was wrong in it. */
interface Resolved<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** What clauses take from declarations, as texts that are equal where nothing of it has changed. */
interface Turns {
  /** Ids of products and clouds, ids of events and facts, readings with their choices. */
  readonly ids: string;
  /** Owners and kinds, too: what selectors other than ids turn on. */
  readonly all: string;
}

/** What is resolved in one step. */
const CLAUSES_AT_ONCE = 100;
const AGREEMENTS_AT_ONCE = 4;

const KEYS = new Remembered<string>();
const ALIKE = new Remembered<Resolved<Agreement>>();
const AGREEMENTS = new Remembered<Resolved<Agreement>>();
const CLAUSES = new Remembered<Resolved<Clause | undefined>>();

/** Agreements and their clauses, with terms as days and selectors as sets (language, section 1). */
export function* resolveAgreements(context: Context): Steps<{ agreements: ReadonlyMap<string, Agreement>; problems: readonly Problem[] }> {
  const turns = turnsOf(context);
  const resolved = yield* mapInParts(context.names.all('agreement').values(), AGREEMENTS_AT_ONCE, (declaring) =>
    ALIKE.stepsOf(declaring, [turns.all, context.names.key], () => agreementOf(declaring, context, turns)));
  return { agreements: new Map(resolved.map(({ value }) => [value.id, value])), problems: resolved.flatMap(({ problems }) => problems) };
}

function turnsOf({ names, clouds, products, readings }: Context): Turns {
  const key = <T>(of: ReadonlyMap<string, T>, text: (item: T) => unknown): string => KEYS.of(of, [], () => JSON.stringify([...of].map(([id, item]) => [id, text(item)])));
  const known = [[...names.all('event').keys()], [...names.all('fact').keys()], [...readings].map(([id, { choices }]) => [id, ...choices.keys()])];
  return {
    ids: interned(JSON.stringify([[...products.keys()], [...clouds.keys()], known])),
    all: interned(JSON.stringify([key(products, ({ owner, kind }) => [owner, kind]), key(clouds, ({ operator, kind }) => [operator, kind]), known])),
  };
}

function* agreementOf(d: Declaring, context: Context, turns: Turns): Steps<Resolved<Agreement>> {
  const { node, file } = d;
  const { names } = context;
  const known: Known = {
    has: (namespace, id) => names.has(namespace, id),
    hasChoice: (reading, choice) => context.readings.get(reading)?.choices.has(choice) ?? false,
  };
  const signed = statedDate(valueAt(node, 'signed'), file);
  const effective = statedDate(valueAt(node, 'effective'), file);
  const start = startOf(effective ?? signed);
  const end = endOf(node, known) ?? OPEN;
  const inherited: Inherited = { start, end, readable: isReadableTerm(node, known) };
  // A clause of an agreement that is declared twice belongs to the declaration that counts.
  const declared = [...names.clausesOf(d.full).values()].filter((clause) => clause.file === file);
  const clauses: Resolved<Clause | undefined>[] = [];
  for (const clause of inParts(declared, CLAUSES_AT_ONCE)) {
    if (clause) {
      clauses.push(CLAUSES.of(clause, [d.full, JSON.stringify(inherited), ...turnsOfClause(clause.node, turns, names)], () => {
        const problems: Problem[] = [];
        return { value: clauseOf(clause, d.full, inherited, { ...context, known, problems }), problems };
      }));
    } else yield;
  }
  const others = valueAt(node, 'supersedes') || valueAt(node, 'amends') ? names.key : '';
  const own = valueAt(node, 'unmodelled') ? turns.all : turns.ids;
  return AGREEMENTS.of(d, [others, own, ...clauses], () => {
    const problems: Problem[] = [];
    const within: Within = { ...context, known, problems };
    if (node && !valueAt(node, 'signed') && !valueAt(node, 'effective')) {
      problems.push({
        code: 'missing-key', place: placeOf(d), payload: { key: 'effective', example: 'unstated', shape: 'agreement' },
        message: 'An agreement needs `effective` or `signed`. Where the source does not give the day, write `effective: unstated`; it counts as that for now.',
      });
    }
    const partiesNode = valueAt(node, 'parties');
    if (partiesNode?.kind === 'seq' && partiesNode.items.length === 0) {
      problems.push({ code: 'missing-key', place: placeIn(file, partiesNode.span), message: 'An agreement needs at least one party.', payload: { key: 'parties', example: '[a, b]', shape: 'agreement' } });
    }
    const value: Agreement = {
      ...declaredOf(d, node),
      name: textAt(node, 'title') ?? d.id,
      parties: new Set(textsOf(valueAt(node, 'parties'))),
      signed, effective, start, end,
      supersedes: itemsOf(valueAt(node, 'supersedes')).flatMap((item) => namedAt(item, file, (id) => names.has('agreement', id))).map(({ id, place }) => ({ agreement: id, place })),
      amends: itemsOf(valueAt(node, 'amends')).flatMap((item) => amendmentOf(item, d, within)),
      clauses: clauses.map((clause) => clause.value).filter((clause) => clause !== undefined),
      source: sourceOf(node, file),
      unmodelled: unmodelledOf(node, d.id, file, undefined, context),
    };
    return { value, problems: [...problems, ...clauses.flatMap((clause) => clause.problems)] };
  });
}

/** What a clause has from its agreement. */
interface Inherited {
  readonly start: Day;
  readonly end: End;
  readonly readable: boolean;
}

interface Within extends Context {
  readonly known: Known;
  readonly problems: Problem[];
}

/** What of the declarations a clause turns on: ids alone, where it names what it means. */
function turnsOfClause(node: MapNode | undefined, turns: Turns, names: NameTable): readonly string[] {
  const isNamed = (selector: Node | undefined): boolean => selector !== undefined && selector.kind !== 'map' && !['all', 'any'].includes(textOf(selector) ?? '');
  const clouds = valueAt(node, 'clouds') ?? valueAt(node, 'cloud');
  const named = isNamed(valueAt(node, 'products')) && (!clouds || isNamed(clouds)) && !valueAt(node, 'unmodelled');
  return [named ? turns.ids : turns.all, valueAt(node, 'subject-to') || valueAt(node, 'notwithstanding') ? names.key : ''];
}

function amendmentOf(node: Node, d: Declaring, context: Within): Amendment[] {
  if (node.kind !== 'map') return [];
  const targetNode = valueAt(node, 'target');
  const target = textAt(node, 'target');
  const effect = textAt(node, 'effect');
  const full = target === undefined || target.includes('/') ? target : `${d.id}/${target}`;
  if (full === undefined || !targetNode || !context.names.has('clause', full)) return [];
  if (effect !== 'end' && effect !== 'replace' && effect !== 'suspend') return [];
  const place: Place = placeIn(d.file, node.span);
  const until: Day | undefined = dateOf(valueAt(node, 'until'))?.first;
  const replacement = textAt(node, 'with');
  const missing = (key: string, example: string, message: string): void => {
    context.problems.push({ code: 'missing-key', place: placeIn(d.file, targetNode.span), message, payload: { key, example, shape: 'amendment' } });
  };
  if (effect === 'suspend' && !valueAt(node, 'until')) missing('until', '2027-01-01', 'A suspension needs `until`: the day from which the target contributes again. Without it nothing is suspended.');
  if (effect === 'replace' && !valueAt(node, 'with')) missing('with', 'new-clause', 'A replacement needs `with`: the clause that takes the target\'s place.');
  const misplaced = (key: string, belongs: string): void => {
    const entry = node.entries.find((candidate) => candidate.key === key);
    if (entry && effect !== belongs) context.problems.push({ code: 'conflicting-keys', place: placeIn(d.file, entry.keySpan), message: `\`${key}\` belongs to \`effect: ${belongs}\`; with \`effect: ${effect}\` it is not read.`, payload: { keys: [key, 'effect'] } });
  };
  misplaced('until', 'suspend');
  misplaced('with', 'replace');
  if (effect === 'suspend' && until === undefined) return [];
  return [{
    target: full, effect, until, place, targetPlace: placeIn(d.file, targetNode.span),
    with: replacement === undefined || replacement.includes('/') ? replacement : `${d.id}/${replacement}`,
  }];
}

function clauseOf(d: Declaring, agreement: string, inherited: Inherited, context: Within): Clause | undefined {
  const { node, file } = d;
  const { known } = context;
  const type = clauseType(textAt(node, 'type') ?? '');
  if (!node || !type) return undefined;
  const by = textAt(node, 'by') ?? '';
  const to = textAt(node, 'to') ?? '';
  const from = statedDate(valueAt(node, 'from'), file);
  // A key that the type does not have is a finding, and not read.
  const has = (key: string): boolean => type.fields.some(({ name }) => name === key);
  const own = (key: string): Node | undefined => (has(key) ? valueAt(node, key) : undefined);
  const cloudsNode = own('clouds') ?? own('cloud');
  if (has('clouds') && !cloudsNode && type.name !== 'first-refusal' && type.name !== 'revenue-share') {
    context.problems.push({ code: 'missing-key', place: placeOf(d), message: `A ${type.name} clause needs \`cloud\` or \`clouds\`: where it applies.`, payload: { key: 'cloud', example: 'azure', shape: `${type.name} clause` } });
  }
  const overrides = (key: string): { clause: string; place: Place }[] =>
    itemsOf(valueAt(node, key)).flatMap((item) => namedAt(item, file, (id) => context.names.has('clause', id), agreement)).map(({ id, place }) => ({ clause: id, place }));
  const products = selectProducts(own('products'), by, to, context.products);
  const clouds = selectClouds(cloudsNode, context.clouds);
  const leadNode = own('lead');
  const lead = leadOf(leadNode, known);
  if (lead.kind === 'reading') {
    for (const choice of context.readings.get(lead.reading)?.choices.keys() ?? []) {
      if (!lead.by.has(choice) && leadNode) {
        context.problems.push({
          code: 'missing-key', place: placeIn(file, leadNode.span), payload: { key: choice, example: 'none', shape: 'lead' },
          message: `The lead needs a value for the choice \`${choice}\` of \`${lead.reading}\`. Until then nobody waits under that choice.`,
        });
      }
    }
  }
  const declared = declaredOf(d, node);
  const title = textAt(node, 'title');
  return {
    // Each property by name: objects that start as a copy of another are slow to read.
    id: declared.id, note: declared.note, place: declared.place, whole: declared.whole,
    name: title ?? d.id, local: d.id, title, agreement, type, by, to, products, clouds,
    service: textOf(own('service')),
    strength: textOf(own('strength')) === 'must' ? 'must' : 'may',
    lead,
    amount: amountOf(own('amount')),
    share: textOf(own('share')),
    tranches: itemsOf(own('tranches')).flatMap((item) => (item.kind === 'map' ? [{
      amount: amountOf(valueAt(item, 'amount')), due: textAt(item, 'due'), when: conditionOf(valueAt(item, 'when'), known),
      place: placeIn(file, item.span),
    }] : [])),
    unreadableMoney: !isReadableMoney(node, known),
    subject: textsOf(own('subject')),
    exclusive: booleanOf(own('exclusive')) ?? false,
    start: from ? startOf(from) : inherited.start,
    end: endOf(node, known) ?? inherited.end,
    when: conditionOf(valueAt(node, 'when'), known),
    unless: conditionOf(valueAt(node, 'unless'), known),
    unreadable: !inherited.readable || !isReadableClause(node, known),
    subjectTo: overrides('subject-to'),
    notwithstanding: overrides('notwithstanding'),
    source: sourceOf(node, file),
    unmodelled: unmodelledOf(node, d.full, file, { products, clouds }, context),
  };
}

/** A name that is known, with its place; a clause's local name is completed by its agreement. */
function namedAt(node: Node, file: string, has: (id: string) => boolean, agreement?: string): { id: string; place: Place }[] {
  if (node.kind !== 'scalar') return [];
  const id = agreement !== undefined && !node.text.includes('/') ? `${agreement}/${node.text}` : node.text;
  return has(id) ? [{ id, place: placeIn(file, node.span) }] : [];
}

function sourceOf(map: MapNode | undefined, file: string): Source | undefined {
  const node = mapAt(map, 'source');
  if (!node) return undefined;
  const at = (key: string): Place | undefined => {
    const value = valueAt(node, key);
    return value && placeIn(file, value.span);
  };
  const status = textAt(node, 'status');
  return {
    document: textAt(node, 'document'), quote: textAt(node, 'quote'), at: textAt(node, 'at'),
    status: status === 'primary' || status === 'reported' || status === 'inferred' || status === 'disputed' ? status : undefined,
    place: placeIn(file, node.span), quotePlace: at('quote'), documentPlace: at('document'),
  };
}

function unmodelledOf(map: MapNode | undefined, owner: string, file: string, within: { products: ReadonlySet<string>; clouds: ReadonlySet<string> } | undefined, context: Context): Unmodelled[] {
  return itemsOf(valueAt(map, 'unmodelled')).flatMap((node): Unmodelled[] => {
    if (node.kind !== 'map') return [];
    const products = valueAt(node, 'products');
    const clouds = valueAt(node, 'clouds');
    return [{
      excerpt: textAt(node, 'excerpt') ?? '', reason: textAt(node, 'reason'), owner,
      products: products ? selectProducts(products, undefined, undefined, context.products) : within?.products ?? new Set(context.products.keys()),
      clouds: clouds ? selectClouds(clouds, context.clouds) : within && within.clouds.size > 0 ? within.clouds : new Set(context.clouds.keys()),
      place: placeIn(file, node.span),
    }];
  });
}

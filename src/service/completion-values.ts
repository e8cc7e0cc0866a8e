import { clauseType } from '../clauses/registry.js';
import { textAt } from '../grammar/read.js';
import type { Scope } from '../grammar/sink.js';
import type { Field, Namespace, ValueType } from '../grammar/types.js';
import type { Partnership } from '../model/types.js';
import type { MapNode } from '../syntax/tree.js';
import { dates } from './completion-dates.js';
import { type Mapping, mappingOf } from './mappings.js';
import { clauseSnippet, literal } from './snippets.js';

/** One value that can stand somewhere. */
export interface Candidate {
  readonly label: string;
  readonly kind: 'value' | 'enum' | 'reference' | 'snippet';
  readonly detail: string;
  /** Plain text, with `code` of our own. */
  readonly doc: string;
  /** A snippet; the label where absent. */
  readonly insert?: string;
}

export interface ValueContext {
  readonly partnership: Partnership;
  readonly scope: Scope;
  readonly field: Field | undefined;
  /** The mapping around the value. */
  readonly map: MapNode | undefined;
  /** The key under which the value stands. */
  readonly key: string | undefined;
  readonly mapping: Mapping | undefined;
  readonly flow: boolean;
  /** Paths of files that may be imported. */
  readonly files: () => readonly string[];
}

const word = (label: string, doc: string, kind: Candidate['kind'] = 'enum'): Candidate => ({ label, kind, detail: '', doc });
const form = (label: string, doc: string, insert: string): Candidate => ({ label, kind: 'snippet', detail: '', doc, insert });

/** Every value that the language can suggest for a type, best first. Free text has none. */
export function candidates(type: ValueType, context: ValueContext): readonly Candidate[] {
  const { partnership } = context;
  switch (type.kind) {
    case 'version': return [word('1', 'The language version.')];
    case 'boolean': return [word('true', ''), word('false', '')];
    case 'truth': return [word('true', 'It holds.'), word('false', 'It does not hold.'), word('unknown', 'Nobody knows yet; both are considered.')];
    case 'enum': return context.key === 'type' && context.mapping?.name.endsWith('clause') ? clauseTypes(type.values, context) : type.values.map(({ value, doc }) => word(value, doc));
    case 'date': return dates(type.unstated, context);
    case 'due': return [word('signing', 'Due when the agreement is signed.'), ...dates(true, context)];
    case 'end': return [
      ...names('event', context).map(({ label, detail }) => form(`{ event: ${label} }`, `Ends on the day on which it happens: ${detail}.`, literalForm(`event: ${label}`))),
      ...dates(true, context),
      form('{ earliest: [..] }', 'Ends with the first of several ends.', '{ earliest: [$0] \\}'),
      form('{ latest: [..] }', 'Ends with the last of several ends.', '{ latest: [$0] \\}'),
    ];
    case 'amount':
    case 'share': return context.field ? [word(context.field.example, 'An example: change it.', 'value')] : [];
    case 'lead': return [
      word('open-ended', 'Other clouds wait for the whole term.'), word('none', 'Nobody waits.'), word('6 months', 'A duration: `6 months`, `90 days`, `P1Y`.', 'value'),
      ...(context.mapping?.name === 'lead' ? [] : [...partnership.readings.values()].map((reading) => form(`{ reading: ${reading.id} }`, reading.question,
        literalForm([`reading: ${reading.id}`, ...[...reading.choices.keys()].map((choice, index) => `${choice}: ${index === 0 ? 'open-ended' : 'none'}`)].join(', '))))),
    ];
    case 'condition': return [
      ...names('fact', context), ...names('event', context),
      ...[...partnership.readings.values()].flatMap((reading) => [...reading.choices].map(([choice, label]) => form(`{ reading: ${reading.id}, is: ${choice} }`, `${reading.question} ${label}.`, literalForm(`reading: ${reading.id}, is: ${choice}`)))),
      form('{ all: [..] }', 'Every one of these holds.', '{ all: [$0] \\}'), form('{ any: [..] }', 'At least one of these holds.', '{ any: [$0] \\}'), form('{ not: .. }', 'This does not hold.', '{ not: $0 \\}'),
    ];
    case 'ref': return names(type.to, context);
    case 'selector': return [
      type.of === 'product' ? word('all', 'Every product that `by` or `to` owns, and those without an owner.') : word('any', 'Every cloud.'),
      ...names(type.of, context).map((candidate) => ({ ...candidate, insert: `[${literal(candidate.label)}]` })),
      form('{ kind: .. }', `The ${type.of}s of a kind.`, '{ kind: $0 \\}'), form('{ owner: .. }', `The ${type.of}s of a party.`, '{ owner: $0 \\}'), form('{ except: [..] }', `All but some ${type.of}s.`, '{ except: [$0] \\}'),
    ];
    case 'list': {
      if (type.item.kind === 'shape') return [form('[{ .. }]', type.item.shape().doc, '[{ $0 \\}]')];
      return candidates(type.item, context).map((candidate) => ({ ...candidate, insert: `[${candidate.insert ?? literal(candidate.label)}]` }));
    }
    case 'shape':
    case 'map':
    case 'services':
    case 'choices':
    case 'per-product':
    case 'assumptions': return [form('{ .. }', mappingOf(type)?.doc ?? '', '{ $0 \\}')];
    case 'text': return context.mapping?.name === 'assumptions' && context.key !== undefined ? assumptionValues(context.key, partnership) : [];
    case 'import': return context.files().map((path) => ({ label: path, kind: 'reference', detail: '', doc: '' }));
    case 'words': return [];
  }
}

const literalForm = (body: string): string => `{ ${literal(body)} \\}`;

/** Clause types, each with the rest of the clause where that is still to be written. */
function clauseTypes(values: readonly { readonly value: string; readonly doc: string }[], { partnership, map, flow }: ValueContext): Candidate[] {
  const present = new Set((map?.entries ?? []).map(({ key }) => key));
  return values.map(({ value, doc }) => {
    const type = clauseType(value);
    const insert = type && clauseSnippet(type, present, flow, partnership);
    return insert === undefined || insert === value ? word(value, doc) : { label: value, kind: 'snippet', detail: 'whole clause', doc, insert };
  });
}

function assumptionValues(name: string, { events, facts, readings }: Partnership): Candidate[] {
  const [base = ''] = name.split(':');
  if (events.has(base)) return [word('occurred', 'It has happened.'), word('never', 'It does not happen.')];
  if (facts.has(base)) return [word('true', 'It holds.'), word('false', 'It does not hold.')];
  return [...readings.get(base)?.choices ?? []].map(([choice, label]) => word(choice, label));
}

/** The ids that can be named from here, in file order; clauses of the own agreement first, by their short name. */
export function names(namespace: Namespace | 'assumption', { partnership, scope, map, key }: Pick<ValueContext, 'partnership' | 'scope' | 'map' | 'key'>): readonly Candidate[] {
  const known = (items: Iterable<{ readonly id: string; readonly name: string }>, what: string): Candidate[] =>
    [...items].map(({ id, name }) => ({ label: id, kind: 'reference', detail: name === id ? what : name, doc: '' }));
  const owned = (entries: Iterable<readonly [string, string]> | undefined): Candidate[] => [...entries ?? []].map(([id, name]) => ({ label: id, kind: 'reference', detail: name, doc: '' }));
  switch (namespace) {
    case 'party': return known(partnership.parties.values(), 'party');
    case 'cloud': return known(partnership.clouds.values(), 'cloud');
    case 'product': return known(partnership.products.values(), 'product');
    case 'event': return known(partnership.events.values(), 'event');
    case 'fact': return known(partnership.facts.values(), 'fact');
    case 'reading': return known(partnership.readings.values(), 'reading');
    case 'agreement': return known([...partnership.agreements.values()].filter(({ id }) => id !== scope.agreement), 'agreement');
    case 'assumption': return [...known(partnership.events.values(), 'event'), ...known(partnership.facts.values(), 'fact'), ...factsOfProducts(partnership), ...known(partnership.readings.values(), 'reading')];
    case 'service': return owned(partnership.clouds.get(scope.owner ?? textAt(map, 'cloud') ?? '')?.services);
    case 'choice': return owned(partnership.readings.get(scope.owner ?? textAt(map, 'reading') ?? '')?.choices);
    case 'clause': {
      const foreign = key === 'target';
      const all = [...partnership.clauses.values()].map((clause) => ({ clause, local: clause.agreement === scope.agreement }));
      return [...all.filter(({ local }) => local && !foreign), ...all.filter(({ local }) => !local)]
        .filter(({ clause, local }) => !(local && clause.local === scope.clause))
        .map(({ clause, local }) => ({ label: local ? clause.local : clause.id, kind: 'reference', detail: clause.title ?? clause.type.name, doc: '' }));
    }
  }
}

/** A fact for one product, where it is unknown for that product. */
function factsOfProducts({ facts, products }: Partnership): Candidate[] {
  return [...facts.values()].flatMap(({ id, name, value, per }) => [...products.values()].filter((product) => (per.get(product.id) ?? value) === 'unknown')
    .map((product) => ({ label: `${id}:${product.id}`, kind: 'reference', detail: `${name}: ${product.name}`, doc: '' })));
}

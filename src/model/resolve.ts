import { placeIn } from '../base/span.js';
import type { Day } from '../base/dates.js';
import { Remembered } from '../base/remembered.js';
import { mapInParts, outcomeOf, type Steps } from '../base/steps.js';
import { booleanOf, dateOf, mapAt, textAt, textOf, valueAt } from '../grammar/read.js';
import { type MapNode, type Tree } from '../syntax/tree.js';
import { resolveAgreements } from './agreements.js';
import { ClausesOf } from './clauses.js';
import { declaredOf, placeOf } from './declared.js';
import { gather, reachedThrough } from './imports.js';
import { NameTable } from './names.js';
import { type Declaring, type Facts, readFile } from './read-file.js';
import { startOf, statedDate, textsOf } from './terms.js';
import type { Assumptions, Cloud, Declared, EventDeclaration, Expectation, Fact, Partnership, Problem, Product, Reading, Truth } from './types.js';

/** Files that are read in one step, at most. */
const FILES_AT_ONCE = 10;

export interface ResolveInput {
  readonly file: string;
  /** URI of the folder that imports must stay inside. */
  readonly workspace: string;
  /** The tree of a file; null where it cannot be read. */
  readonly treeOf: (file: string) => Tree | null;
  readonly today: Day;
  /** Replaces the file's `as-of`. */
  readonly asOf?: Day | undefined;
}

/** Reads a file and its imports and resolves every name and value (language, section 1). Never throws. */
export const resolve = (input: ResolveInput): Partnership => outcomeOf(resolveSteps(input));

/** As `resolve`, in parts. */
export function* resolveSteps({ file, workspace, treeOf, today, asOf }: ResolveInput): Steps<Partnership> {
  const { files, problems: importProblems } = gather(file, workspace, treeOf);
  const facts = yield* mapInParts(files.values(), FILES_AT_ONCE, (source) => readFile(source.file, source.tree));
  const names = yield* NameTable.of(facts, reachedThrough(file, files));
  const root = files.get(file)?.tree.root ?? undefined;
  const named = yield* names.resolved();

  const parties = PARTIES.of(names, declaredOf);
  const partyAt = (node: MapNode | undefined, key: string): string | undefined => {
    const id = textAt(node, key);
    return id !== undefined && parties.all.has(id) ? id : undefined;
  };
  const clouds = CLOUDS.of(names, (d, node, _, operator) => ({
    ...declaredOf(d, node),
    operator,
    kind: textAt(node, 'kind'),
    services: new Map((mapAt(node, 'services')?.entries ?? []).map((entry) => [entry.key, textOf(entry.value) ?? entry.key])),
  }), (node) => partyAt(node, 'operator'));
  const products = PRODUCTS.of(names, (d, node, _, owner) => ({ ...declaredOf(d, node), owner, kind: textAt(node, 'kind') }), (node) => partyAt(node, 'owner'));
  const events = EVENTS.of(names, eventOf);
  const factDeclarations = FACTS.of(names, (d, node) => ({
    ...declaredOf(d, node),
    value: truthOf(node, 'value'),
    per: new Map((mapAt(node, 'for')?.entries ?? []).map((entry) => [entry.key, entry.value.kind === 'scalar' && typeof entry.value.value === 'boolean' ? entry.value.value : 'unknown'])),
  }));
  const readings = READINGS.of(names, readingOf);
  const { agreements, problems } = yield* resolveAgreements({ names, clouds: clouds.all, products: products.all, readings: readings.all });
  const inFiles = (of: Facts): readonly Facts[] => [of, ...of.parts.flatMap(inFiles)];
  const lazily = <T>(make: () => readonly T[]): (() => readonly T[]) => {
    let made: readonly T[] | undefined;
    return () => (made ??= make());
  };
  const references = lazily(() => named.flatMap((part) => part.references));
  const literals = lazily(() => facts.flatMap(inFiles).flatMap((part) => part.literals));

  return {
    file,
    title: root && textAt(root, 'title'),
    asOf: asOf ?? dateOf(root && valueAt(root, 'as-of'))?.first ?? today,
    files, parties: parties.all, clouds: clouds.all, products: products.all, events: events.all, facts: factDeclarations.all, readings: readings.all,
    agreements, clauses: new ClausesOf(agreements),
    expectations: root ? expectationsOf(root, file) : [],
    named,
    get references() {
      return references();
    },
    get literals() {
      return literals();
    },
    problems: [
      ...facts.flatMap(problemsIn), ...importProblems, ...names.problems, ...named.flatMap((part) => part.problems),
      ...[parties, clouds, products, events, factDeclarations, readings].flatMap((declared) => declared.problems), ...problems,
    ],
  };
}

const PROBLEMS = new Remembered<readonly Problem[]>();
const problemsIn = (facts: Facts): readonly Problem[] => PROBLEMS.of(facts, [], () => [...facts.problems, ...facts.parts.flatMap(problemsIn)]);

/** Everything that is declared in one namespace, in the order of the text, and what was wrong in it. */
interface DeclaredIn<T> {
  readonly all: ReadonlyMap<string, T>;
  readonly problems: readonly Problem[];
}

/** Reads what is declared in a namespace; as long as nothing of it changes, it is the very same map. */
class Section<T extends Declared> {
  private readonly items = new Remembered<{ readonly item: T; readonly problems: readonly Problem[] }>();
  private readonly known = new Remembered<DeclaredIn<T>>();
  private readonly none: DeclaredIn<T> = { all: new Map(), problems: [] };

  constructor(private readonly namespace: 'party' | 'cloud' | 'product' | 'event' | 'fact' | 'reading') {}

  /** What `read` makes of a declaration turns on its node and on the party that `partyOf` gives, alone. */
  of(names: NameTable, read: (d: Declaring, node: MapNode | undefined, problems: Problem[], party: string | undefined) => T, partyOf: (node: MapNode | undefined) => string | undefined = () => undefined): DeclaredIn<T> {
    const items = [...names.all(this.namespace).values()].map((declaring) => {
      const party = partyOf(declaring.node);
      return this.items.of(declaring, [party], () => {
        const problems: Problem[] = [];
        return { item: read(declaring, declaring.node, problems, party), problems };
      });
    });
    const [first] = items;
    if (!first) return this.none;
    return this.known.of(first, items, () => ({ all: new Map(items.map(({ item }) => [item.id, item])), problems: items.flatMap(({ problems }) => problems) }));
  }
}

const PARTIES = new Section<Declared>('party');
const CLOUDS = new Section<Cloud>('cloud');
const PRODUCTS = new Section<Product>('product');
const EVENTS = new Section<EventDeclaration>('event');
const FACTS = new Section<Fact>('fact');
const READINGS = new Section<Reading>('reading');

function eventOf(d: Declaring, node: MapNode | undefined, problems: Problem[]): EventDeclaration {
  const text = textAt(node, 'status');
  const status = text === 'occurred' || text === 'never' ? text : 'pending';
  const on = statedDate(valueAt(node, 'on'), d.file);
  if (status === 'occurred' && !valueAt(node, 'on')) {
    problems.push({ code: 'missing-key', place: placeOf(d), message: 'An event that occurred needs `on`: the day on which it happened.', payload: { key: 'on', example: '2026-03-01', shape: 'event' } });
  }
  const onEntry = node?.entries.find(({ key }) => key === 'on');
  if (onEntry && status !== 'occurred') {
    if (text === undefined) problems.push({ code: 'missing-key', place: placeOf(d), message: 'An event with `on` needs `status: occurred`; until then it counts as pending.', payload: { key: 'status', example: 'occurred', shape: 'event' } });
    else problems.push({ code: 'conflicting-keys', place: placeIn(d.file, onEntry.keySpan), message: `\`on\` belongs to \`status: occurred\`; with \`status: ${status}\` it is not read.`, payload: { keys: ['on', 'status'] } });
  }
  return { ...declaredOf(d, node), status, on: status === 'occurred' ? startOf(on) : undefined };
}

function readingOf(d: Declaring, node: MapNode | undefined, problems: Problem[]): Reading {
  const choices = new Map((mapAt(node, 'choices')?.entries ?? []).map((entry) => [entry.key, textOf(entry.value) ?? entry.key]));
  const adopted = textAt(node, 'adopted');
  if (adopted === undefined && (valueAt(node, 'by') || valueAt(node, 'because'))) {
    problems.push({ code: 'missing-key', place: placeOf(d), message: 'A reading with `by` or `because` needs `adopted`: the choice that was made. Until then it is open.', payload: { key: 'adopted', example: choices.keys().next().value ?? 'choice', shape: 'reading' } });
  }
  return {
    ...declaredOf(d, node), name: textAt(node, 'question') ?? d.id, question: textAt(node, 'question') ?? d.id, choices,
    adopted: adopted !== undefined && choices.has(adopted) ? adopted : undefined,
    by: textAt(node, 'by'), because: textAt(node, 'because'),
  };
}

function truthOf(node: MapNode | undefined, key: string): Truth {
  return booleanOf(valueAt(node, key)) ?? 'unknown';
}

function expectationsOf(root: MapNode, file: string): Expectation[] {
  const list = valueAt(root, 'expect');
  if (list?.kind !== 'seq') return [];
  return list.items.flatMap((node): Expectation[] => {
    if (node.kind !== 'map') return [];
    const assume: Record<string, string | boolean> = Object.create(null) as Record<string, string | boolean>;
    for (const entry of mapAt(node, 'assume')?.entries ?? []) {
      if (entry.value.kind === 'scalar' && entry.value.value !== null) assume[entry.key] = typeof entry.value.value === 'boolean' ? entry.value.value : entry.value.text;
    }
    const list = (key: string): readonly string[] | undefined => (valueAt(node, key) ? textsOf(valueAt(node, key)) : undefined);
    return [{
      at: dateOf(valueAt(node, 'at'))?.first, product: textAt(node, 'product'), cloud: textAt(node, 'cloud'),
      status: textAt(node, 'status'), certain: booleanOf(valueAt(node, 'certain')),
      possible: list('possible'), because: list('because'), assume: { ...assume } as Assumptions,
      place: placeIn(file, node.span),
    }];
  });
}


import { placeIn } from '../base/span.js';
import type { Day } from '../base/dates.js';
import { booleanOf, dateOf, mapAt, textAt, textOf, valueAt } from '../grammar/read.js';
import { type MapNode, type Tree } from '../syntax/tree.js';
import { resolveAgreements } from './agreements.js';
import { declaredOf, placeOf } from './declared.js';
import { gather, reachedThrough } from './imports.js';
import { type Declaring, NameTable } from './names.js';
import { readFile } from './read-file.js';
import { startOf, statedDate, textsOf } from './terms.js';
import type { Assumptions, Cloud, Declared, EventDeclaration, Expectation, Fact, Partnership, Problem, Product, Reading, Truth } from './types.js';

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
export function resolve({ file, workspace, treeOf, today, asOf }: ResolveInput): Partnership {
  const { files, problems: importProblems } = gather(file, workspace, treeOf);
  const facts = [...files.values()].map((source) => readFile(source.file, source.tree));
  const names = new NameTable(facts, reachedThrough(file, files));
  const root = files.get(file)?.tree.root ?? undefined;
  const problems: Problem[] = [...facts.flatMap((fact) => fact.problems), ...importProblems, ...names.problems];

  const parties = collect(names, 'party', declaredOf);
  const clouds = collect(names, 'cloud', (d, node): Cloud => ({
    ...declaredOf(d, node),
    operator: known(names, 'party', textAt(node, 'operator')),
    kind: textAt(node, 'kind'),
    services: new Map((mapAt(node, 'services')?.entries ?? []).map((entry) => [entry.key, textOf(entry.value) ?? entry.key])),
  }));
  const products = collect(names, 'product', (d, node): Product => ({
    ...declaredOf(d, node), owner: known(names, 'party', textAt(node, 'owner')), kind: textAt(node, 'kind'),
  }));
  const events = collect(names, 'event', (d, node): EventDeclaration => {
    const text = textAt(node, 'status');
    const status = text === 'occurred' || text === 'never' ? text : 'pending';
    const on = statedDate(valueAt(node, 'on'), d.file);
    if (status === 'occurred' && !valueAt(node, 'on')) {
      problems.push({ code: 'missing-key', place: placeOf(d), message: 'An event that occurred needs `on`: the day on which it happened.', payload: { key: 'on', example: '2026-03-01', shape: 'event' } });
    }
    const onEntry = node?.entries.find(({ key }) => key === 'on');
    if (onEntry && status !== 'occurred') {
      const place = placeIn(d.file, onEntry.keySpan);
      if (text === undefined) problems.push({ code: 'missing-key', place: placeOf(d), message: 'An event with `on` needs `status: occurred`; until then it counts as pending.', payload: { key: 'status', example: 'occurred', shape: 'event' } });
      else problems.push({ code: 'conflicting-keys', place, message: `\`on\` belongs to \`status: occurred\`; with \`status: ${status}\` it is not read.`, payload: { keys: ['on', 'status'] } });
    }
    return { ...declaredOf(d, node), status, on: status === 'occurred' ? startOf(on) : undefined };
  });
  const factDeclarations = collect(names, 'fact', (d, node): Fact => ({
    ...declaredOf(d, node),
    value: truthOf(node, 'value'),
    per: new Map((mapAt(node, 'for')?.entries ?? []).map((entry) => [entry.key, entry.value.kind === 'scalar' && typeof entry.value.value === 'boolean' ? entry.value.value : 'unknown'])),
  }));
  const readings = collect(names, 'reading', (d, node): Reading => {
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
  });
  const { agreements, clauses } = resolveAgreements({ names, parties, clouds, products, readings, problems });

  return {
    file,
    title: root && textAt(root, 'title'),
    asOf: asOf ?? dateOf(root && valueAt(root, 'as-of'))?.first ?? today,
    files, parties, clouds, products, events, facts: factDeclarations, readings, agreements, clauses,
    expectations: root ? expectationsOf(root, file) : [],
    references: names.references,
    literals: facts.flatMap((fact) => fact.literals),
    problems,
  };
}

function collect<T extends Declared>(names: NameTable, namespace: 'party' | 'cloud' | 'product' | 'event' | 'fact' | 'reading', read: (d: Declaring, node: MapNode | undefined) => T): ReadonlyMap<string, T> {
  return new Map([...names.all(namespace)].map(([id, declaring]) => [id, read(declaring, declaring.node)]));
}

const known = (names: NameTable, namespace: 'party', id: string | undefined): string | undefined => (id !== undefined && names.all(namespace).has(id) ? id : undefined);

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


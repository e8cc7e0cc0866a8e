import type { Day } from '../base/dates.js';
import { type Place, placeIn } from '../base/span.js';
import { clauseType } from '../clauses/registry.js';
import { amountOf, booleanOf, dateOf, itemsOf, mapAt, textAt, valueAt } from '../grammar/read.js';
import type { MapNode, Node } from '../syntax/tree.js';
import { type Declaring, type NameTable } from './names.js';
import { declaredOf, placeOf } from './declared.js';
import { selectClouds, selectProducts } from './selectors.js';
import { conditionOf, endOf, isReadableClause, isReadableMoney, isReadableTerm, type Known, leadOf, OPEN, startOf, statedDate, textsOf } from './terms.js';
import type { Agreement, Amendment, Clause, Cloud, Declared, End, Problem, Product, Reading, Source, Unmodelled } from './types.js';

export interface Context {
  readonly names: NameTable;
  readonly parties: ReadonlyMap<string, Declared>;
  readonly clouds: ReadonlyMap<string, Cloud>;
  readonly products: ReadonlyMap<string, Product>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly problems: Problem[];
}

/** Agreements and their clauses, with terms as days and selectors as sets (language, section 1). */
export function resolveAgreements(context: Context): { agreements: ReadonlyMap<string, Agreement>; clauses: ReadonlyMap<string, Clause> } {
  const known: Known = {
    has: (namespace, id) => context.names.all(namespace).has(id),
    hasChoice: (reading, choice) => context.readings.get(reading)?.choices.has(choice) ?? false,
  };
  const byAgreement = new Map<string, Declaring[]>();
  for (const declaring of context.names.all('clause').values()) {
    const agreement = declaring.scope.agreement ?? '';
    // A clause of an agreement that is declared twice belongs to the declaration that counts.
    if (context.names.all('agreement').get(agreement)?.file !== declaring.file) continue;
    const list = byAgreement.get(agreement);
    if (list) list.push(declaring);
    else byAgreement.set(agreement, [declaring]);
  }
  const agreements = new Map<string, Agreement>();
  const clauses = new Map<string, Clause>();
  for (const [id, declaring] of context.names.all('agreement')) {
    const agreement = agreementOf(declaring, byAgreement.get(id) ?? [], context, known);
    agreements.set(id, agreement);
    for (const clause of agreement.clauses) clauses.set(clause.id, clause);
  }
  return { agreements, clauses };
}

function agreementOf(d: Declaring, clauses: readonly Declaring[], context: Context, known: Known): Agreement {
  const { node, file } = d;
  const signed = statedDate(valueAt(node, 'signed'), file);
  const effective = statedDate(valueAt(node, 'effective'), file);
  if (node && !valueAt(node, 'signed') && !valueAt(node, 'effective')) {
    context.problems.push({
      code: 'missing-key', place: placeOf(d), payload: { key: 'effective', example: 'unstated', shape: 'agreement' },
      message: 'An agreement needs `effective` or `signed`. Where the source does not give the day, write `effective: unstated`; it counts as that for now.',
    });
  }
  const partiesNode = valueAt(node, 'parties');
  if (partiesNode?.kind === 'seq' && partiesNode.items.length === 0) {
    context.problems.push({ code: 'missing-key', place: placeIn(file, partiesNode.span), message: 'An agreement needs at least one party.', payload: { key: 'parties', example: '[a, b]', shape: 'agreement' } });
  }
  const start = startOf(effective ?? signed);
  const end = endOf(node, known) ?? OPEN;
  const declared = declaredOf(d, node);
  const resolved = clauses.map((clause) => clauseOf(clause, d.id, { start, end, readable: isReadableTerm(node, known) }, context, known)).filter((clause) => clause !== undefined);
  return {
    ...declared,
    name: textAt(node, 'title') ?? d.id,
    parties: new Set(textsOf(valueAt(node, 'parties'))),
    signed, effective, start, end,
    supersedes: itemsOf(valueAt(node, 'supersedes')).flatMap((item) => namedAt(item, file, (id) => context.names.all('agreement').has(id))).map(({ id, place }) => ({ agreement: id, place })),
    amends: itemsOf(valueAt(node, 'amends')).flatMap((item) => amendmentOf(item, d, context)),
    clauses: resolved,
    source: sourceOf(node, file),
    unmodelled: unmodelledOf(node, d.id, file, undefined, context),
  };
}

function amendmentOf(node: Node, d: Declaring, context: Context): Amendment[] {
  if (node.kind !== 'map') return [];
  const targetNode = valueAt(node, 'target');
  const target = textAt(node, 'target');
  const effect = textAt(node, 'effect');
  const full = target === undefined || target.includes('/') ? target : `${d.id}/${target}`;
  if (full === undefined || !targetNode || !context.names.all('clause').has(full)) return [];
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

function clauseOf(d: Declaring, agreement: string, inherited: { start: Day; end: End; readable: boolean }, context: Context, known: Known): Clause | undefined {
  const { node, file } = d;
  const type = clauseType(textAt(node, 'type') ?? '');
  if (!node || !type) return undefined;
  const by = textAt(node, 'by') ?? '';
  const to = textAt(node, 'to') ?? '';
  const from = statedDate(valueAt(node, 'from'), file);
  const hasClouds = type.fields.some((field) => field.name === 'cloud' || field.name === 'clouds');
  const cloudsNode = valueAt(node, 'clouds') ?? valueAt(node, 'cloud');
  if (hasClouds && !cloudsNode && type.fields.some((field) => field.name === 'clouds') && type.name !== 'first-refusal' && type.name !== 'revenue-share') {
    context.problems.push({ code: 'missing-key', place: placeOf(d), message: `A ${type.name} clause needs \`cloud\` or \`clouds\`: where it applies.`, payload: { key: 'cloud', example: 'azure', shape: `${type.name} clause` } });
  }
  const overrides = (key: string): { clause: string; place: Place }[] =>
    itemsOf(valueAt(node, key)).flatMap((item) => namedAt(item, file, (id) => context.names.all('clause').has(id), agreement)).map(({ id, place }) => ({ clause: id, place }));
  const products = selectProducts(valueAt(node, 'products'), by, to, context.products);
  const clouds = selectClouds(cloudsNode, context.clouds);
  const lead = leadOf(valueAt(node, 'lead'), known);
  if (lead.kind === 'reading') {
    for (const choice of context.readings.get(lead.reading)?.choices.keys() ?? []) {
      const leadNode = valueAt(node, 'lead');
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
    ...declared, name: title ?? d.id, local: d.id, title, agreement, type, by, to, products, clouds,
    service: textAt(node, 'service'),
    strength: textAt(node, 'strength') === 'must' ? 'must' : 'may',
    lead,
    amount: amountOf(valueAt(node, 'amount')),
    share: textAt(node, 'share'),
    tranches: itemsOf(valueAt(node, 'tranches')).flatMap((item) => (item.kind === 'map' ? [{
      amount: amountOf(valueAt(item, 'amount')), due: textAt(item, 'due'), when: conditionOf(valueAt(item, 'when'), known),
      place: placeIn(file, item.span),
    }] : [])),
    unreadableMoney: !isReadableMoney(node, known),
    subject: textsOf(valueAt(node, 'subject')),
    exclusive: booleanOf(valueAt(node, 'exclusive')) ?? false,
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
  const all = { products: new Set(context.products.keys()), clouds: new Set(context.clouds.keys()) };
  return itemsOf(valueAt(map, 'unmodelled')).flatMap((node): Unmodelled[] => {
    if (node.kind !== 'map') return [];
    const products = valueAt(node, 'products');
    const clouds = valueAt(node, 'clouds');
    return [{
      excerpt: textAt(node, 'excerpt') ?? '', reason: textAt(node, 'reason'), owner,
      products: products ? selectProducts(products, undefined, undefined, context.products) : within?.products ?? all.products,
      clouds: clouds ? selectClouds(clouds, context.clouds) : within && within.clouds.size > 0 ? within.clouds : all.clouds,
      place: placeIn(file, node.span),
    }];
  });
}

import { BEGINNING, formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { Namespace } from '../grammar/types.js';
import { unknownsIn } from '../matrix/unknowns.js';
import type { Clause, Partnership, Truth } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { declaredAs } from './lookup.js';
import { bold, code, escapeText, paragraphs, section } from './markdown.js';
import { describeClause, namesOf } from './names.js';
import { quoted } from './phrases.js';

type Simple = Exclude<Namespace, 'clause' | 'agreement'>;

/** Anything that is declared beside agreements and clauses: what it is, and which clauses turn on it. */
export function declaredHover({ partnership }: Analysis, namespace: Simple, id: string): string | undefined {
  if (namespace === 'service' || namespace === 'choice') return ownedHover(partnership, namespace, id);
  const declared = declaredAs(partnership, namespace, id);
  if (!declared) return undefined;
  const lines = linesOf(partnership, namespace, id);
  const users = [...partnership.clauses.values()].filter((clause) => speaksOf(clause, namespace, id));
  return paragraphs(
    declared.name === id ? `${code(id)} · ${namespace}` : `${bold(declared.name)} · ${code(id)} · ${namespace}`,
    ...lines.map(escapeText),
    namespace === 'reading' ? section('Choices', choices(partnership, id)) : undefined,
    declared.note === undefined ? undefined : escapeText(declared.note),
    users.length === 0 ? 'No clause speaks of it.' : section('In clauses', users.map((clause) => `${code(clause.id)}: ${escapeText(describeClause(clause, partnership))}`), 8),
  );
}

function linesOf(partnership: Partnership, namespace: Simple, id: string): readonly string[] {
  const names = namesOf(partnership);
  const { clouds, products, events, facts, readings, asOf } = partnership;
  switch (namespace) {
    case 'party': {
      const owned = [...products.values()].filter(({ owner }) => owner === id).map(({ name }) => name);
      const run = [...clouds.values()].filter(({ operator }) => operator === id).map(({ name }) => name);
      return [owned.length > 0 ? `Owns ${listWords(owned)}.` : '', run.length > 0 ? `Operates ${listWords(run)}.` : ''];
    }
    case 'cloud': {
      const cloud = clouds.get(id);
      const services = [...cloud?.services.values() ?? []];
      return [
        cloud?.operator === undefined ? 'Nobody is named as its operator.' : `Operated by ${names.party(cloud.operator)}.`,
        cloud?.kind === undefined ? '' : `Kind: ${cloud.kind}.`,
        services.length > 0 ? `Services: ${listWords(services)}.` : '',
      ];
    }
    case 'product': {
      const product = products.get(id);
      return [product?.owner === undefined ? 'Nobody is named as its owner.' : `Owned by ${names.party(product.owner)}.`, product?.kind === undefined ? '' : `Kind: ${product.kind}.`];
    }
    case 'event': {
      const event = events.get(id);
      if (event?.status === 'occurred') return [event.on === undefined ? 'It happened.' : event.on === BEGINNING ? 'It happened before every dated fact.' : `It happened on ${formatDay(event.on)}.`];
      return [event?.status === 'never' ? 'It will not happen.' : `Pending: it has not happened up to ${formatDay(asOf)}; on later days both are possible.`];
    }
    case 'fact': {
      const fact = facts.get(id);
      const truth = (value: Truth): string => (value === 'unknown' ? 'unknown' : value ? 'holds' : 'does not hold');
      const per = [...fact?.per ?? []].map(([product, value]) => `${nameOf(products, product)}: ${truth(value)}.`);
      return [fact?.value === 'unknown' ? 'Unknown: both are considered, and where one must be shown it does not hold.' : `For every product it ${truth(fact?.value ?? false)}.`, ...per];
    }
    case 'reading': {
      const reading = readings.get(id);
      if (reading?.adopted === undefined) return [`${reading?.question ?? id} Still open: a judgment is needed.`];
      return [`${reading.question} Adopted: ${quoted(reading.choices.get(reading.adopted) ?? reading.adopted)}${reading.by === undefined ? '' : `, by ${reading.by}`}${reading.because === undefined ? '' : `, because: ${reading.because}`}`];
    }
    case 'service':
    case 'choice': return [];
  }
}

function choices({ readings }: Partnership, id: string): readonly string[] {
  const reading = readings.get(id);
  return [...reading?.choices ?? []].map(([choice, label], index) => {
    const mark = reading?.adopted === choice ? ' (adopted)' : reading?.adopted === undefined && index === 0 ? ' (shown while the question is open)' : '';
    return `${code(choice)}: ${escapeText(label)}${mark}`;
  });
}

function ownedHover({ clouds, readings }: Partnership, namespace: 'service' | 'choice', id: string): string | undefined {
  const at = id.indexOf('/');
  const owner = id.slice(0, at);
  const own = id.slice(at + 1);
  if (namespace === 'service') {
    const cloud = clouds.get(owner);
    const name = cloud?.services.get(own);
    return name === undefined ? undefined : paragraphs(`${bold(name)} · ${code(own)} · service`, escapeText(`A service of ${cloud?.name ?? owner}.`));
  }
  const reading = readings.get(owner);
  const label = reading?.choices.get(own);
  return label === undefined ? undefined : paragraphs(`${bold(label)} · ${code(own)} · choice`, escapeText(`One way to read: ${reading?.question ?? owner}${reading?.adopted === own ? ' This one was adopted.' : ''}`));
}

function speaksOf(clause: Clause, namespace: Simple, id: string): boolean {
  switch (namespace) {
    case 'party': return clause.by === id || clause.to === id;
    case 'cloud': return clause.clouds.has(id);
    case 'product': return clause.products.has(id);
    default: return [clause, ...clause.tranches.map(({ when }) => ({ ...clause, when }))].some((part) => unknownsIn(part).includes(id));
  }
}

import { contains, type Span } from '../base/span.js';
import { clauseType } from '../clauses/registry.js';
import type { Reference } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { fieldDoc } from './completion.js';
import { agreementHover, clauseHover } from './hover-clause.js';
import { declaredHover } from './hover-declared.js';
import { literalHover } from './hover-literal.js';
import { literalAt, referenceAt } from './lookup.js';
import { bold, code, escapeText, ours, paragraphs } from './markdown.js';
import { passageOf, sourceAt } from './passage.js';
import { positionIn } from './position.js';

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** What stands at the offset: a name, a date or an amount, else the key or value of the language. */
export function hover(analysis: Analysis, file: string, offset: number): Hover | undefined {
  const { partnership } = analysis;
  const reference = referenceAt(partnership, file, offset);
  const named = reference && nameHover(analysis, reference);
  if (reference && named !== undefined) return { markdown: named, span: spanOf(reference.place) };
  const literal = literalAt(partnership, file, offset);
  if (literal) return { markdown: literalHover(literal, partnership), span: spanOf(literal.place) };
  return sourceHover(analysis, file, offset) ?? wordHover(analysis, file, offset);
}

/** The quoted words among those around them, with their place; or that they are not there. */
function sourceHover(analysis: Analysis, file: string, offset: number): Hover | undefined {
  const found = sourceAt(analysis.partnership, file, offset);
  const passage = found && passageOf(found.source, analysis);
  if (!found || !passage) return undefined;
  const document = code(found.source.document ?? '');
  if (!passage.isQuoted) return found.source.quote === undefined ? undefined : { markdown: `These words are not in ${document}.`, span: spanOf(found.at) };
  const { text, parts, cut } = passage.excerpt;
  const pieces = parts.map(({ start, end }, index) => `${words(text.slice(index === 0 ? 0 : parts[index - 1]!.end, start))}${bold(text.slice(start, end).replace(/\s+/g, ' '))}`);
  const excerpt = `${cut.before ? '… ' : ''}${pieces.join('')}${words(text.slice(parts.at(-1)!.end))}${cut.after ? ' …' : ''}`;
  return { markdown: paragraphs(`${document}, line ${passage.line}:`, `> ${excerpt}`), span: spanOf(found.at) };
}

const words = (text: string): string => escapeText(text.replace(/\s+/g, ' '));

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function nameHover(analysis: Analysis, { namespace, id }: Reference): string | undefined {
  const { partnership } = analysis;
  if (namespace === 'clause') {
    const clause = partnership.clauses.get(id);
    return clause && clauseHover(analysis, clause);
  }
  if (namespace === 'agreement') {
    const agreement = partnership.agreements.get(id);
    return agreement && agreementHover(analysis, agreement);
  }
  return declaredHover(analysis, namespace, id);
}

/** A key is explained by its field, a fixed value by its own documentation. */
function wordHover({ partnership }: Analysis, file: string, offset: number): Hover | undefined {
  const root = partnership.files.get(file)?.tree.root;
  const position = root ? positionIn(root, offset) : undefined;
  if (position?.kind === 'key') {
    const { field, entry, mapping } = position;
    if (!field) return undefined;
    const head = `${code(field.name)} · ${field.required ? 'required key' : 'key'} of ${escapeText(mapping?.name ?? 'a mapping')}`;
    return { markdown: paragraphs(head, fieldDoc(field)), span: entry.keySpan };
  }
  if (position?.kind !== 'value' || position.node.kind !== 'scalar' || !contains(position.node.span, offset)) return undefined;
  const { node, type, field } = position;
  const { text, span } = node;
  if (type?.kind === 'enum') {
    const value = type.values.find((candidate) => candidate.value === text);
    const clause = field?.name === 'type' ? clauseType(text) : undefined;
    if (clause) return { markdown: paragraphs(bold(clause.name), ours(clause.summary), ours(clause.effect), `\`\`\`yaml\n${clause.example}\n\`\`\``), span };
    return value && { markdown: paragraphs(code(value.value), ours(value.doc)), span };
  }
  const fixed: Readonly<Record<string, string>> = {
    unstated: 'A date that the source does not give. As a start it counts as before every dated fact, as an end as no end.',
    'open-ended': 'Other clouds wait for the whole term.',
    none: 'Nobody waits.',
    signing: 'Due when the agreement is signed.',
    all: 'Every product that `by` or `to` owns, and those without an owner; for clouds, every cloud.',
    any: 'Every product that `by` or `to` owns, and those without an owner; for clouds, every cloud.',
  };
  const applies = type && ['date', 'end', 'lead', 'due', 'selector'].includes(type.kind) && Object.hasOwn(fixed, text);
  return applies ? { markdown: paragraphs(code(text), ours(fixed[text] ?? '')), span } : undefined;
}

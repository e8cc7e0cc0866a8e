import { type Span, span } from '../base/span.js';
import { withArticle } from '../base/words.js';
import { ID } from '../grammar/read.js';
import type { Namespace } from '../grammar/types.js';
import type { Partnership, Reference } from '../model/types.js';
import type { FileEdits } from './code-actions.js';
import { declarationOf, referenceAt, sameName, textOfFile } from './lookup.js';

/** A name that can be renamed, and the characters that hold it. */
export interface Renamable {
  readonly name: Reference;
  readonly span: Span;
  /** The last part of the id: what is typed anew. */
  readonly local: string;
}

/** One sentence about why something cannot be renamed, or not to that. */
export interface Refusal { readonly refused: string }

const refuse = (refused: string): Refusal => ({ refused });

/** Words that mean something else where a name of this kind is expected. */
const RESERVED: Readonly<Partial<Record<Namespace, readonly string[]>>> = { product: ['all', 'any'], cloud: ['all', 'any'], choice: ['reading'] };
/** Events, facts and readings share one set of names: conditions and assumptions do not say which they mean. */
const UNKNOWNS: readonly Namespace[] = ['event', 'fact', 'reading'];

/** The name at the offset, if it is declared somewhere and written out there. */
export function renamable(partnership: Partnership, file: string, offset: number): Renamable | Refusal {
  const name = referenceAt(partnership, file, offset);
  if (!name) return refuse('There is no name here. Only ids can be renamed.');
  if (!declarationOf(partnership, name)) return refuse(`\`${name.id}\` is not declared anywhere, so there is nothing to rename.`);
  const local = localOf(name);
  const at = spanOf(name, textOfFile(partnership, file) ?? '');
  return at ? { name, span: at, local } : refuse(`\`${local}\` is not written out here (an alias or an escaped text), so it cannot be renamed here.`);
}

/**
 * The edits that give a name a new last part, in every file of the partnerships: those that hold its declaration.
 * Refused where the new id is none, is taken, or where a use is not written out.
 */
export function rename(partnerships: readonly Partnership[], { name, local }: Renamable, to: string): readonly FileEdits[] | Refusal {
  if (to === local) return [];
  if (!ID.test(to) || to === 'null') return refuse(`\`${to}\` is not an id: ids are small letters, digits and single hyphens, such as \`first-on-azure\`.`);
  if (RESERVED[name.namespace]?.includes(to)) return refuse(`\`${to}\` has a meaning of its own here, so it cannot be the id of ${withArticle(name.namespace)}.`);
  const id = name.id.slice(0, name.id.length - local.length) + to;
  const edits = new Map<string, Map<number, { span: Span; text: string }>>();
  for (const partnership of partnerships) {
    const taken = takenBy(partnership, name.namespace, id);
    if (taken) return refuse(`\`${to}\` is already ${taken.role === 'declaration' ? 'the id of' : 'used for'} ${withArticle(taken.namespace)} in ${fileName(taken.place.file)}.`);
    for (const reference of partnership.references) {
      if (!sameName(reference, name)) continue;
      const { file } = reference.place;
      const at = spanOf(reference, textOfFile(partnership, file) ?? '');
      if (!at) return refuse(`\`${local}\` is used through an alias or an escaped text in ${fileName(file)}. Write the id out there first.`);
      const inFile = edits.get(file) ?? new Map<number, { span: Span; text: string }>();
      edits.set(file, inFile.set(at.start, { span: at, text: to }));
    }
  }
  return [...edits].map(([file, inFile]) => ({ file, edits: [...inFile.values()].sort((a, b) => a.span.start - b.span.start) }));
}

/** A declaration that has the id already, or a use that would suddenly mean what is renamed. */
function takenBy({ references }: Partnership, namespace: Namespace, id: string): Reference | undefined {
  const namespaces = UNKNOWNS.includes(namespace) ? UNKNOWNS : [namespace];
  return references.find((reference) => namespaces.includes(reference.namespace) && reference.id === id);
}

const localOf = ({ id }: Reference): string => id.slice(id.lastIndexOf('/') + 1);

/** The characters of the last part of a name; undefined where the text there is another. */
function spanOf(reference: Reference, text: string): Span | undefined {
  const local = localOf(reference);
  const { start, end } = reference.place;
  const quote = /["']/.test(text[start] ?? '') ? 1 : 0;
  const from = end - quote - local.length;
  const before = text.slice(start + quote, from);
  const whole = reference.id.slice(0, reference.id.length - local.length);
  return text.slice(from, end - quote) === local && (before === '' || before === whole) ? span(from, end - quote) : undefined;
}

const fileName = (file: string): string => decodeURIComponent(file.slice(file.lastIndexOf('/') + 1));

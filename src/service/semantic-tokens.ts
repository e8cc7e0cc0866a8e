import { type Span, span } from '../base/span.js';
import type { Namespace } from '../grammar/types.js';
import type { Analysis } from './analysis.js';

/** The protocol's own token types, which every theme knows. */
export const TOKEN_TYPES = ['class', 'namespace', 'struct', 'event', 'variable', 'enum', 'interface', 'function', 'property', 'enumMember', 'number'] as const;
/** `deprecated` marks the declaration of what an agreement has ended for good by the as-of day. */
export const TOKEN_MODIFIERS = ['declaration', 'deprecated'] as const;

export interface SemanticToken {
  /** On one line. */
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

const TYPES: Readonly<Record<Namespace, SemanticToken['type']>> = {
  party: 'class', cloud: 'namespace', product: 'struct', event: 'event', fact: 'variable', reading: 'enum',
  agreement: 'interface', clause: 'function', service: 'property', choice: 'enumMember',
};

/** Names that are declared, dates, amounts and durations, in order and without overlap. */
export function semanticTokens({ partnership, matrix }: Analysis, file: string, range: Span): readonly SemanticToken[] {
  const text = partnership.files.get(file)?.text ?? '';
  const ended = (id: string): boolean => (matrix.precedence.endings.get(id) ?? []).some(({ kind, from }) => kind !== 'suspend' && from <= partnership.asOf);
  const here = <T extends { readonly place: Span & { readonly file: string } }>(all: readonly T[]): readonly T[] =>
    all.filter(({ place }) => place.file === file && place.start < range.end && range.start < place.end);
  const names = here(partnership.references).filter(({ known }) => known).map(({ namespace, id, place, role }): SemanticToken => {
    // `agreement/clause`: the part before the slash is a name of its own.
    const slash = namespace === 'clause' ? text.slice(place.start, place.end).indexOf('/') : -1;
    const declaration = role === 'declaration';
    const over = declaration && (namespace === 'agreement' || namespace === 'clause') && ended(id);
    return { span: span(place.start + slash + 1, place.end), type: TYPES[namespace], modifiers: [...(declaration ? ['declaration' as const] : []), ...(over ? ['deprecated' as const] : [])] };
  });
  const literals = here(partnership.literals).map(({ place }): SemanticToken => ({ span: span(place.start, place.end), type: 'number', modifiers: [] }));
  const all = [...names, ...literals].filter((token) => !text.slice(token.span.start, token.span.end).includes('\n')).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let reached = 0;
  return all.filter((token) => {
    if (token.span.start < reached || token.span.end <= token.span.start) return false;
    reached = token.span.end;
    return true;
  });
}

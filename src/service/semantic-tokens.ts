import { type Place, type Span, span } from '../base/span.js';
import { inParts, outcomeOf, type Steps } from '../base/steps.js';
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
export const semanticTokens = (analysis: Analysis, file: string, range: Span): readonly SemanticToken[] => outcomeOf(semanticTokenSteps(analysis, file, range));

/** Names that are looked at in one step. */
const NAMES_AT_ONCE = 2_000;

/** As `semanticTokens`, in parts. */
export function* semanticTokenSteps({ partnership, matrix }: Analysis, file: string, range: Span): Steps<readonly SemanticToken[]> {
  const text = partnership.files.get(file)?.text ?? '';
  const ended = (id: string): boolean => (matrix.precedence.endings.get(id) ?? []).some(({ kind, from }) => kind !== 'suspend' && from <= partnership.asOf);
  const within = (place: Place): boolean => place.file === file && place.start < range.end && range.start < place.end;
  const tokens: SemanticToken[] = [];
  for (const reference of inParts(partnership.references, NAMES_AT_ONCE)) {
    if (!reference) yield;
    else if (reference.known && within(reference.place)) {
      const { namespace, id, place, role } = reference;
      // `agreement/clause`: the part before the slash is a name of its own.
      const slash = namespace === 'clause' ? text.slice(place.start, place.end).indexOf('/') : -1;
      const declaration = role === 'declaration';
      const over = declaration && (namespace === 'agreement' || namespace === 'clause') && ended(id);
      tokens.push({ span: span(place.start + slash + 1, place.end), type: TYPES[namespace], modifiers: [...(declaration ? ['declaration' as const] : []), ...(over ? ['deprecated' as const] : [])] });
    }
  }
  for (const literal of inParts(partnership.literals, NAMES_AT_ONCE)) {
    if (!literal) yield;
    else if (within(literal.place)) tokens.push({ span: span(literal.place.start, literal.place.end), type: 'number', modifiers: [] });
  }
  const all = tokens.filter((token) => !text.slice(token.span.start, token.span.end).includes('\n')).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  yield;
  let reached = 0;
  return all.filter((token) => {
    if (token.span.start < reached || token.span.end <= token.span.start) return false;
    reached = token.span.end;
    return true;
  });
}

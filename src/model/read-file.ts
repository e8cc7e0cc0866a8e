import { type Place, placeIn, type Span } from '../base/span.js';
import { clauseShape, clauseType } from '../clauses/registry.js';
import { Check } from '../grammar/check.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Declaration, NameUse } from '../grammar/sink.js';
import { textAt } from '../grammar/read.js';
import { entryOf, type Tree } from '../syntax/tree.js';
import type { Literal, Problem } from './types.js';

/** What one file says, before names are resolved. */
export interface FileFacts {
  readonly file: string;
  readonly tree: Tree;
  readonly declarations: readonly Declaration[];
  readonly uses: readonly NameUse[];
  readonly literals: readonly Literal[];
  readonly problems: readonly Problem[];
}

/** Walks one file by the language's shapes. */
export function readFile(file: string, tree: Tree): FileFacts {
  const declarations: Declaration[] = [];
  const uses: NameUse[] = [];
  const literals: Literal[] = [];
  const at = (place: Span): Place => (placeIn(file, place));
  const problems: Problem[] = tree.problems.map(({ code, span, message, related }) => ({
    code, place: at(span), message, ...(related ? { related: [{ place: at(related.span), message: related.message }] } : {}),
  }));
  const check = new Check({
    problem: (code, span, message, payload) => problems.push({ code, place: at(span), message, payload }),
    use: (use) => uses.push(use),
    declare: (declaration) => declarations.push(declaration),
    date: (date, key, span) => literals.push({ kind: 'date', date, key, place: at(span) }),
    amount: (amount, span) => literals.push({ kind: 'amount', amount, place: at(span) }),
    duration: (duration, span) => literals.push({ kind: 'duration', duration, place: at(span) }),
  }, (namespace, map) => {
    if (namespace !== 'clause') return undefined;
    const type = textAt(map, 'type');
    return clauseShape(type !== undefined && clauseType(type) ? type : undefined);
  });
  if (tree.root) {
    const first = tree.root.entries[0];
    const top = first?.keySpan ?? tree.root.span;
    check.shape(tree.root, FILE_SHAPE, top, {});
    const version = entryOf(tree.root, 'entente');
    if (version && version !== first) {
      problems.push({ code: 'unsupported-version', place: at(version.keySpan), message: '`entente: 1` is the first key of a file.' });
    }
  }
  return { file, tree, declarations, uses, literals, problems };
}

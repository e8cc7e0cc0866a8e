import { type Span, span } from '../base/span.js';
import { mapInParts, outcomeOf, type Steps } from '../base/steps.js';
import { textAt } from '../grammar/read.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Namespace, ValueType } from '../grammar/types.js';
import { LIMITS } from '../syntax/limits.js';
import type { Entry, MapNode, Node } from '../syntax/tree.js';
import type { Analysis } from './analysis.js';
import { type Mapping, mappingOf, valueType } from './mappings.js';
import { termAndStatus } from './term-words.js';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  /** What is declared; `group` for the key that holds declarations. */
  readonly kind: Namespace | 'group' | 'expectation';
  /** The whole declaration. */
  readonly span: Span;
  /** Its id; always inside `span`. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a file: its declarations, agreements, clauses and expectations, as far as they can be read. */
export const symbols = (analysis: Analysis, file: string): readonly DocumentSymbol[] => outcomeOf(symbolSteps(analysis, file));

/** Declarations and agreements that are looked at in one step. */
const SYMBOLS_AT_ONCE = 5;

/** As `symbols`, in parts. */
export function* symbolSteps(analysis: Analysis, file: string): Steps<readonly DocumentSymbol[]> {
  const { agreements, clauses, files } = analysis.partnership;
  const root = files.get(file)?.tree.root;
  if (!root) return [];
  const standing = new Map([...agreements.values(), ...clauses.values()].filter(({ place }) => place.file === file).map((declared) => [declared.place.start, declared]));
  const withStanding = (symbol: DocumentSymbol): DocumentSymbol => {
    const declared = standing.get(symbol.selection.start);
    const detail = declared ? [symbol.detail, termAndStatus(declared, analysis)].filter((part) => part !== '').join(' · ') : symbol.detail;
    return { ...symbol, detail, children: symbol.children.map(withStanding) };
  };
  const found: DocumentSymbol[] = [];
  for (const group of outlineOf(root)) {
    found.push({ ...withStanding({ ...group, children: [] }), children: yield* mapInParts(group.children, SYMBOLS_AT_ONCE, function* (symbol) { return withStanding(symbol); }) });
  }
  return found;
}

/** The outline from the text alone, without what the declarations amount to. */
export const outlineOf = (root: MapNode): readonly DocumentSymbol[] => groupsIn(root, FILE_SHAPE, 0);

/** The declaring keys of a mapping. Those of a clause's agreement are left out of the outline: its clauses stand directly in it. */
function groupsIn(map: MapNode, mapping: Mapping | undefined, depth: number): DocumentSymbol[] {
  if (depth > LIMITS.depth) return [];
  return map.entries.flatMap((entry): DocumentSymbol[] => {
    const type = valueType(mapping, entry.key, undefined);
    if (!type) return [];
    const children = declarationsIn(entry.value, type, depth);
    if (children === undefined) return [];
    return depth === 0 ? [{ name: entry.key, detail: '', kind: 'group', span: spanOf(entry), selection: entry.keySpan, children }] : [...children];
  });
}

function declarationsIn(node: Node, type: ValueType, depth: number): readonly DocumentSymbol[] | undefined {
  if (type.kind === 'map') {
    const mapping = mappingOf(type);
    return node.kind !== 'map' ? [] : node.entries.map((entry) => {
      const value = entry.value.kind === 'map' ? entry.value : undefined;
      const inner = valueType(mapping, entry.key, value);
      return {
        name: entry.key === '' ? '?' : entry.key,
        detail: textAt(value, 'title') ?? textAt(value, 'name') ?? textAt(value, 'type') ?? textAt(value, 'question') ?? '',
        kind: type.declares, span: spanOf(entry), selection: entry.keySpan,
        children: value && inner ? groupsIn(value, mappingOf(inner), depth + 1) : [],
      };
    });
  }
  if (type.kind === 'list' && type.item.kind === 'shape' && type.item.shape().name === 'expectation') {
    return node.kind !== 'seq' ? [] : node.items.filter((item) => item.kind === 'map').map((item) => ({
      name: [textAt(item, 'at'), textAt(item, 'product'), textAt(item, 'cloud')].filter((part) => part !== undefined).join(' ') || 'expectation',
      detail: textAt(item, 'status') ?? '', kind: 'expectation', span: item.span, selection: item.span, children: [],
    }));
  }
  return undefined;
}

/** An alias may point elsewhere; a symbol's range still holds its id. */
const spanOf = ({ keySpan, span: whole }: Entry): Span => span(Math.min(keySpan.start, whole.start), Math.max(keySpan.end, whole.end));

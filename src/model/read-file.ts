import { Remembered } from '../base/remembered.js';
import type { Steps } from '../base/steps.js';
import { type Place, placeIn, type Span } from '../base/span.js';
import { clauseShape, clauseType } from '../clauses/registry.js';
import { Check } from '../grammar/check.js';
import { textAt } from '../grammar/read.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Declaration, NameUse, Sink } from '../grammar/sink.js';
import { entryOf, type Tree } from '../syntax/tree.js';
import type { Literal, Problem } from './types.js';

export interface Declaring extends Declaration {
  readonly file: string;
  /** Full id: clauses as `agreement/clause`, services as `cloud/service`, choices as `reading/choice`. */
  readonly full: string;
}

/** What a file, or one declared entry in it, says before names are resolved. */
export interface Facts {
  readonly file: string;
  readonly declarations: readonly Declaring[];
  readonly uses: readonly NameUse[];
  readonly literals: readonly Literal[];
  readonly problems: readonly Problem[];
  /** The declared entries inside, in the order of the text. */
  readonly parts: readonly Facts[];
}

const FILES = new Remembered<Facts>();
const PARTS = new Remembered<Facts>();

/** Entries that are walked in one step. */
const PARTS_AT_ONCE = 200;

/** Walks one file by the language's shapes. What an entry says is remembered as long as it is the same entry. */
export const readFile = (file: string, tree: Tree): Steps<Facts> => FILES.stepsOf(tree, [file], function* () {
  const at = (place: Span): Place => placeIn(file, place);
  const unread = tree.problems.map(({ code, span, message, related }): Problem => ({
    code, place: at(span), message, ...(related ? { related: [{ place: at(related.span), message: related.message }] } : {}),
  }));
  const { root } = tree;
  if (!root) return { ...nothing(file), problems: unread };
  const first = root.entries[0];
  let facts: Facts | undefined;
  while (!(facts = walked(file, (check) => check.shape(root, FILE_SHAPE, first?.keySpan ?? root.span, {})))) yield;
  const version = entryOf(root, 'entente');
  const late: Problem[] = version && version !== first ? [{ code: 'unsupported-version', place: at(version.keySpan), message: '`entente: 1` is the first key of a file.' }] : [];
  return { ...facts, problems: [...unread, ...facts.problems, ...late] };
});

interface Collected extends Facts {
  readonly declarations: Declaring[];
  readonly uses: NameUse[];
  readonly literals: Literal[];
  readonly problems: Problem[];
  readonly parts: Facts[];
}

const nothing = (file: string): Collected => ({ file, declarations: [], uses: [], literals: [], problems: [], parts: [] });

/** There is more than is walked in one step. */
const MORE = Symbol('more');

/** Undefined where entries are left: those that were walked are remembered, so that the next walk gets further. */
function walked(file: string, walk: (check: Check) => void): Facts | undefined {
  let here = nothing(file);
  let room = PARTS_AT_ONCE;
  const at = (place: Span): Place => placeIn(file, place);
  const sink: Sink = {
    part: (entry, namespace, { agreement }, inner) => {
      const outer = here;
      outer.parts.push(PARTS.of(entry, [file, namespace, agreement], () => {
        if (room === 0) throw MORE;
        room -= 1;
        here = nothing(file);
        inner();
        return here;
      }));
      here = outer;
    },
    problem: (code, span, message, payload) => here.problems.push({ code, place: at(span), message, payload }),
    use: (use) => here.uses.push(use),
    declare: (declaration) => here.declarations.push({ ...declaration, file, full: fullId(declaration) }),
    date: (date, key, span) => here.literals.push({ kind: 'date', date, key, place: at(span) }),
    amount: (amount, span) => here.literals.push({ kind: 'amount', amount, place: at(span) }),
    duration: (duration, span) => here.literals.push({ kind: 'duration', duration, place: at(span) }),
  };
  const check = new Check(sink, (namespace, map) => {
    if (namespace !== 'clause') return undefined;
    const type = textAt(map, 'type');
    return clauseShape(type !== undefined && clauseType(type) ? type : undefined);
  });
  try {
    walk(check);
    return here;
  } catch (error) {
    if (error !== MORE) throw error;
    return undefined;
  }
}

function fullId({ namespace, id, scope }: Declaration): string {
  const prefix = namespace === 'clause' ? scope.agreement : namespace === 'service' || namespace === 'choice' ? scope.owner : undefined;
  return prefix === undefined ? id : `${prefix}/${id}`;
}

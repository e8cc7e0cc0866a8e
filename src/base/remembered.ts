/**
 * Remembers one outcome for each owner: the same inputs, each the very same object or value, give the same outcome again.
 * Right only for what is computed from its inputs alone; places in an outcome move along with the text.
 */
export class Remembered<T> {
  private readonly known = new WeakMap<object, { readonly inputs: readonly unknown[]; readonly outcome: T }>();

  of(owner: object, inputs: readonly unknown[], compute: () => T): T {
    const known = this.known.get(owner);
    if (known && sameItems(known.inputs, inputs)) return known.outcome;
    const outcome = compute();
    this.known.set(owner, { inputs, outcome });
    return outcome;
  }
}

/** Gives back the very list that was given before, where it holds the same objects; each list is known by its first. */
export class Lists<T extends object> {
  private readonly known = new Remembered<readonly T[]>();

  of(items: readonly T[]): readonly T[] {
    const [first] = items;
    return first ? this.known.of(first, items, () => items) : NOTHING;
  }
}

const NOTHING: readonly never[] = [];

export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((item, index) => Object.is(item, b[index]));

const TEXTS = new Map<string, string>();
const KEPT = 64;

/** The very text that was given before, where it is equal to it, so that equal inputs are told from others at once. */
export function interned(text: string): string {
  const known = TEXTS.get(text) ?? text;
  TEXTS.delete(known);
  TEXTS.set(known, known);
  for (const oldest of TEXTS.keys()) {
    if (TEXTS.size <= KEPT) break;
    TEXTS.delete(oldest);
  }
  return known;
}

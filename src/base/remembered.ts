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

/** As `Remembered`, with one outcome for each owner and key; of each owner at most so many, the newest. */
export class RememberedBy<T> {
  private readonly known = new WeakMap<object, Map<string, { readonly inputs: readonly unknown[]; readonly outcome: T }>>();

  constructor(private readonly most = Infinity) {}

  of(owner: object, key: string, inputs: readonly unknown[], compute: () => T): T {
    const own = this.known.get(owner) ?? new Map<string, { readonly inputs: readonly unknown[]; readonly outcome: T }>();
    this.known.set(owner, own);
    const known = own.get(key);
    if (known && sameItems(known.inputs, inputs)) return known.outcome;
    const outcome = compute();
    own.delete(key);
    own.set(key, { inputs, outcome });
    for (const oldest of own.keys()) {
      if (own.size <= this.most) break;
      own.delete(oldest);
    }
    return outcome;
  }
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false;
  return true;
}

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

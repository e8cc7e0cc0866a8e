import type { Steps } from './steps.js';

/** An owner that keeps by itself what is remembered of it: for owners of which there are many. */
export class Owner {
  first: { readonly by: object; value: unknown; readonly next: Owner['first'] } | undefined;
}

/** What is kept for each owner, no longer than it is there. */
class Kept<T> {
  private readonly others = new WeakMap<object, T>();

  get(owner: object): T | undefined {
    if (!(owner instanceof Owner)) return this.others.get(owner);
    for (let at = owner.first; at; at = at.next) if (at.by === this) return at.value as T;
    return undefined;
  }

  set(owner: object, value: T): void {
    if (!(owner instanceof Owner)) {
      this.others.set(owner, value);
      return;
    }
    for (let at = owner.first; at; at = at.next) {
      if (at.by === this) {
        at.value = value;
        return;
      }
    }
    owner.first = { by: this, value, next: owner.first };
  }
}

interface Outcome<T> {
  readonly inputs: readonly unknown[];
  readonly outcome: T;
}

/**
 * Remembers one outcome for each owner: the same inputs, each the very same object or value, give the same outcome again.
 * Right only for what is computed from its inputs alone; places in an outcome move along with the text.
 */
export class Remembered<T> {
  private readonly known = new Kept<Outcome<T>>();

  of(owner: object, inputs: readonly unknown[], compute: () => T): T {
    const known = this.known.get(owner);
    if (known && sameItems(known.inputs, inputs)) return known.outcome;
    const outcome = compute();
    this.known.set(owner, { inputs, outcome });
    return outcome;
  }

  /** As `of`, of what is computed in parts. Nothing is kept of what was not computed to its end. */
  *stepsOf(owner: object, inputs: readonly unknown[], compute: () => Steps<T>): Steps<T> {
    const known = this.known.get(owner);
    if (known && sameItems(known.inputs, inputs)) return known.outcome;
    const outcome = yield* compute();
    this.known.set(owner, { inputs, outcome });
    return outcome;
  }
}

/** As `Remembered`, with one outcome for each owner and key; of each owner at most so many, the newest. */
export class RememberedBy<T> {
  private readonly known = new Kept<Map<string, Outcome<T>>>();

  constructor(private readonly most = Infinity) {}

  of(owner: object, key: string, inputs: readonly unknown[], compute: () => T): T {
    let own = this.known.get(owner);
    if (!own) this.known.set(owner, own = new Map());
    const known = own.get(key);
    if (known && sameItems(known.inputs, inputs)) return known.outcome;
    const outcome = compute();
    own.delete(key);
    own.set(key, { inputs, outcome });
    if (own.size > this.most) {
      for (const oldest of own.keys()) {
        if (own.size <= this.most) break;
        own.delete(oldest);
      }
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

import { type Day, FOREVER } from '../base/dates.js';
import { Remembered } from '../base/remembered.js';
import type { Place } from '../base/span.js';
import type { Agreement, Clause, Partnership } from '../model/types.js';

/** Something that ends a clause for good, or suspends it for some days (language, section 2). */
export interface Ending {
  /** The agreement that does it. */
  readonly by: string;
  readonly kind: 'supersedes' | 'end' | 'replace' | 'suspend';
  /** First day without the clause. */
  readonly from: Day;
  /** For `suspend`: first day on which it contributes again; FOREVER otherwise. */
  readonly to: Day;
  /** For `replace`: the clause that took its place. */
  readonly with: string | undefined;
  /** Where it is written. */
  readonly place: Place;
}

/** An end, replacement or override of a right whose holder is not a party: it has no effect. */
export interface Violation {
  readonly kind: 'supersedes' | 'amends' | 'subject-to' | 'notwithstanding';
  /** The agreement that claims to do it. */
  readonly agreement: string;
  /** The clause whose holder is not a party. */
  readonly clause: string;
  readonly place: Place;
}

export interface Precedence {
  /** By clause id; by agreement id for what is superseded as a whole. */
  readonly endings: ReadonlyMap<string, readonly Ending[]>;
  /** By the id of the clause that yields: the clauses that it yields to. Cyclic and powerless ones are left out. */
  readonly yieldsTo: ReadonlyMap<string, ReadonlySet<string>>;
  /** The clauses that yield or are yielded to, numbered so that a clause comes after those that it yields to. */
  readonly rank: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  /** Cycles of `subject-to` and `notwithstanding`: the clause ids of each. */
  readonly cycles: readonly (readonly string[])[];
}

const OVERRIDING = new Remembered<readonly Clause[]>();

/** Reads who ended, amended and overrode what, with privity checked (language, section 2). */
export function precedenceOf({ agreements, clauses }: Partnership): Precedence {
  const endings = new Map<string, Ending[]>();
  const violations: Violation[] = [];
  const edges: { yields: string; to: string }[] = [];
  const holds = (clause: Clause, agreement: Agreement): boolean => agreement.parties.has(clause.to);
  const end = (clause: string, ending: Ending): void => void endings.set(clause, [...(endings.get(clause) ?? []), ending]);

  for (const agreement of agreements.values()) {
    const { id, start } = agreement;
    for (const { agreement: target, place } of agreement.supersedes) {
      if (target === id) continue;
      end(target, { by: id, kind: 'supersedes', from: start, to: FOREVER, with: undefined, place });
      for (const clause of agreements.get(target)?.clauses ?? []) {
        if (holds(clause, agreement)) end(clause.id, { by: id, kind: 'supersedes', from: start, to: FOREVER, with: undefined, place });
        else violations.push({ kind: 'supersedes', agreement: id, clause: clause.id, place });
      }
    }
    for (const { target, effect, until, with: replacement, targetPlace } of agreement.amends) {
      const clause = clauses.get(target);
      if (!clause) continue;
      if (holds(clause, agreement)) end(target, { by: id, kind: effect, from: start, to: effect === 'suspend' ? until ?? start : FOREVER, with: effect === 'replace' ? replacement : undefined, place: targetPlace });
      else violations.push({ kind: 'amends', agreement: id, clause: target, place: targetPlace });
    }
    for (const clause of OVERRIDING.of(agreement, [], () => agreement.clauses.filter(({ subjectTo, notwithstanding }) => subjectTo.length > 0 || notwithstanding.length > 0))) {
      for (const { clause: to, place } of clause.subjectTo) {
        if (!clauses.has(to)) continue; // its type could not be read
        if (holds(clause, agreement)) edges.push({ yields: clause.id, to });
        else violations.push({ kind: 'subject-to', agreement: id, clause: clause.id, place });
      }
      for (const { clause: yields, place } of clause.notwithstanding) {
        const target = clauses.get(yields);
        if (!target) continue;
        if (holds(target, agreement)) edges.push({ yields, to: clause.id });
        else violations.push({ kind: 'notwithstanding', agreement: id, clause: yields, place });
      }
    }
  }
  const { cycles, order } = componentsOf(edges);
  const circle = new Map(cycles.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const yieldsTo = new Map<string, Set<string>>();
  for (const { yields, to } of edges) {
    const index = circle.get(yields);
    if (index !== undefined && index === circle.get(to)) continue;
    const set = yieldsTo.get(yields) ?? new Set();
    yieldsTo.set(yields, set.add(to));
  }
  return { endings, yieldsTo, rank: new Map(order.map((id, index) => [id, index])), violations, cycles };
}

/**
 * Strongly connected components (Tarjan), with an explicit stack so that long chains are fine: those with a cycle in them,
 * and all clauses in the order in which their components end, winners first.
 */
function componentsOf(edges: readonly { yields: string; to: string }[]): { cycles: string[][]; order: string[] } {
  const order: string[] = [];
  const next = new Map<string, string[]>();
  for (const { yields, to } of edges) next.set(yields, [...(next.get(yields) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  for (const root of next.keys()) {
    if (index.has(root)) continue;
    const work: { node: string; at: number }[] = [{ node: root, at: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1]!;
      const { node } = frame;
      if (frame.at === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node)!);
        stack.push(node);
        onStack.add(node);
      }
      const target = next.get(node)?.[frame.at];
      frame.at += 1;
      if (target !== undefined) {
        if (!index.has(target)) work.push({ node: target, at: 0 });
        else if (onStack.has(target)) low.set(node, Math.min(low.get(node)!, index.get(target)!));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.node, Math.min(low.get(parent.node)!, low.get(node)!));
      if (low.get(node) !== index.get(node)) continue;
      const members: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        members.push(member);
        if (member === node) break;
      }
      order.push(...members);
      if (members.length > 1 || next.get(node)?.includes(node)) cycles.push(members.reverse());
    }
  }
  return { cycles, order };
}

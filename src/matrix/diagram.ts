/**
 * Multi-valued decision diagrams, reduced and ordered: a function from unknowns to a terminal has exactly one node, so
 * equal functions are equal numbers. Terminals are the numbers below TERMINALS; 0 is false and 1 is true.
 */
export type Diagram = number;

export const FALSE: Diagram = 0;
export const TRUE: Diagram = 1;
const TERMINALS = 16;

/** Thrown where a cell cannot be decided: more steps than the limit, or text that could not be read. Caught where the cell becomes `undecided`. */
export class Undecidable extends Error {}

/** A literal: variable and index of its value. */
export type Literal = readonly [variable: number, value: number];

export class Diagrams {
  private readonly variables: number[] = [];
  private readonly branches: (readonly Diagram[])[] = [];
  private readonly unique = new Map<string, Diagram>();
  private readonly conditionals = new Map<string, Diagram>();
  private steps = 0;

  /** At most `limit` steps are taken, and with them at most as many nodes made; then Undecidable is thrown. */
  constructor(private readonly limit: number) {}

  /** Whether anything was computed that is not true or false. */
  get used(): boolean {
    return this.steps > 0;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.limit) throw new Undecidable();
  }

  /** The function that takes the branch of the variable's value. Variables are ordered by their numbers. */
  node(variable: number, branches: readonly Diagram[]): Diagram {
    const [first] = branches;
    if (first !== undefined && branches.every((branch) => branch === first)) return first;
    const key = `${variable}:${branches.join(',')}`;
    const known = this.unique.get(key);
    if (known !== undefined) return known;
    this.step();
    const created = this.variables.length + TERMINALS;
    this.variables.push(variable);
    this.branches.push(branches);
    this.unique.set(key, created);
    return created;
  }

  literal(variable: number, value: number, size: number): Diagram {
    return this.node(variable, Array.from({ length: size }, (_, index) => (index === value ? TRUE : FALSE)));
  }

  /** `condition ? yes : no`, where `condition` is a truth function and the others have any terminals. */
  choose(condition: Diagram, yes: Diagram, no: Diagram): Diagram {
    if (condition === TRUE) return yes;
    if (condition === FALSE) return no;
    if (yes === no) return yes;
    if (yes === TRUE && no === FALSE) return condition;
    const key = `${condition},${yes},${no}`;
    const known = this.conditionals.get(key);
    if (known !== undefined) return known;
    this.step();
    const top = Math.min(this.top(condition), this.top(yes), this.top(no));
    const size = (this.top(condition) === top ? this.of(condition) : this.top(yes) === top ? this.of(yes) : this.of(no)).length;
    const result = this.node(top, Array.from({ length: size }, (_, value) =>
      this.choose(this.cofactor(condition, top, value), this.cofactor(yes, top, value), this.cofactor(no, top, value))));
    this.conditionals.set(key, result);
    return result;
  }

  and = (a: Diagram, b: Diagram): Diagram => this.choose(a, b, FALSE);
  or = (a: Diagram, b: Diagram): Diagram => this.choose(a, TRUE, b);
  not = (a: Diagram): Diagram => this.choose(a, FALSE, TRUE);
  all = (list: readonly Diagram[]): Diagram => list.reduce(this.and, TRUE);
  any = (list: readonly Diagram[]): Diagram => list.reduce(this.or, FALSE);

  /** The terminal in the world where every variable has its first value: the baseline. */
  baseline(diagram: Diagram): number {
    let at = diagram;
    while (at >= TERMINALS) at = this.of(at)[0]!;
    return at;
  }

  /** The terminals that some world reaches, sorted. */
  terminals(diagram: Diagram): number[] {
    return [...this.reach(diagram)].filter((node) => node < TERMINALS).sort((a, b) => a - b);
  }

  /** The variables that the function depends on, sorted. */
  support(diagram: Diagram): number[] {
    return [...new Set([...this.reach(diagram)].filter((node) => node >= TERMINALS).map((node) => this.top(node)))].sort((a, b) => a - b);
  }

  /**
   * A world that reaches the terminal with as few departures from the baseline as there can be: the literals that are not
   * the first value of their variable. Of equally near worlds the one whose variables come first by name, so that it does
   * not depend on how variables are numbered. Undefined where no world reaches it. No new nodes are made.
   */
  departures(diagram: Diagram, terminal: number, nameOf: (variable: number) => string): readonly Literal[] | undefined {
    const nearest = new Map<Diagram, readonly Literal[] | undefined>();
    const order = ([a, v]: Literal, [b, w]: Literal): number => (a === b ? v - w : nameOf(a) < nameOf(b) ? -1 : 1);
    const before = (a: readonly Literal[], b: readonly Literal[]): boolean => {
      if (a.length !== b.length) return a.length < b.length;
      const differs = a.findIndex((literal, index) => order(literal, b[index]!) !== 0);
      return differs >= 0 && order(a[differs]!, b[differs]!) < 0;
    };
    const visit = (node: Diagram): readonly Literal[] | undefined => {
      if (node < TERMINALS) return node === terminal ? [] : undefined;
      if (nearest.has(node)) return nearest.get(node);
      let best: readonly Literal[] | undefined;
      this.of(node).forEach((branch, value) => {
        const rest = visit(branch);
        const found = rest && (value === 0 ? rest : [...rest, [this.top(node), value] as const].sort(order));
        if (found && (!best || before(found, best))) best = found;
      });
      nearest.set(node, best);
      return best;
    };
    return visit(diagram);
  }

  /** The function with some variables fixed. */
  given(diagram: Diagram, literals: readonly Literal[]): Diagram {
    return this.restrict(diagram, literals);
  }

  /** The truth function of "the terminal is this one". */
  is(diagram: Diagram, terminal: number, memo = new Map<Diagram, Diagram>()): Diagram {
    if (diagram < TERMINALS) return diagram === terminal ? TRUE : FALSE;
    const known = memo.get(diagram);
    if (known !== undefined) return known;
    const result = this.node(this.top(diagram), this.of(diagram).map((branch) => this.is(branch, terminal, memo)));
    memo.set(diagram, result);
    return result;
  }

  /**
   * The prime implicants of a truth function: the smallest sets of literals that make it true. A prime either leaves the
   * top variable open, and is a prime of the conjunction of all branches; or fixes it, and is a prime of that branch that
   * does not already make all branches true. At most `limit` are kept at any step; `more` tells that some were dropped.
   */
  primes(diagram: Diagram, limit: number): { readonly sets: readonly (readonly Literal[])[]; readonly more: boolean } {
    const memo = new Map<Diagram, { sets: readonly (readonly Literal[])[]; more: boolean }>();
    const visit = (node: Diagram): { sets: readonly (readonly Literal[])[]; more: boolean } => {
      if (node < TERMINALS) return { sets: node === TRUE ? [[]] : [], more: false };
      const known = memo.get(node);
      if (known) return known;
      const variable = this.top(node);
      const branches = this.of(node);
      const common = this.all(branches);
      const open = visit(common);
      let more = open.more;
      const sets: (readonly Literal[])[] = [...open.sets];
      branches.forEach((branch, value) => {
        const inner = visit(branch);
        more ||= inner.more;
        for (const set of inner.sets) if (this.restrict(common, set) !== TRUE) sets.push([[variable, value], ...set]);
      });
      if (sets.length > limit) {
        more = true;
        sets.sort((a, b) => a.length - b.length);
        sets.length = limit;
      }
      const result = { sets, more };
      memo.set(node, result);
      return result;
    };
    return visit(diagram);
  }

  /** The function with some variables fixed. */
  private restrict(diagram: Diagram, literals: readonly Literal[], memo = new Map<Diagram, Diagram>()): Diagram {
    if (diagram < TERMINALS || literals.length === 0) return diagram;
    const known = memo.get(diagram);
    if (known !== undefined) return known;
    const variable = this.top(diagram);
    this.step();
    const fixed = literals.find(([candidate]) => candidate === variable);
    const result = fixed
      ? this.restrict(this.of(diagram)[fixed[1]]!, literals, memo)
      : this.node(variable, this.of(diagram).map((branch) => this.restrict(branch, literals, memo)));
    memo.set(diagram, result);
    return result;
  }

  private reach(diagram: Diagram): Set<Diagram> {
    const seen = new Set<Diagram>();
    const queue = [diagram];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (node >= TERMINALS) queue.push(...this.of(node));
    }
    return seen;
  }

  private top(diagram: Diagram): number {
    return diagram < TERMINALS ? Infinity : this.variables[diagram - TERMINALS]!;
  }

  private of(diagram: Diagram): readonly Diagram[] {
    return this.branches[diagram - TERMINALS] ?? [];
  }

  private cofactor(diagram: Diagram, variable: number, value: number): Diagram {
    return this.top(diagram) === variable ? this.of(diagram)[value]! : diagram;
  }
}

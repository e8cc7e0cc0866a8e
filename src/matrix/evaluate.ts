import type { Day } from '../base/dates.js';
import type { Contribution } from '../clauses/clause-type.js';
import type { Assumptions, Clause, End, Partnership } from '../model/types.js';
import { leadEnd } from './days.js';
import { sourceStatus } from '../model/sources.js';
import { unknownsIn } from './unknowns.js';
import { type Given, type GivenBy, givenBy } from './given.js';
import { type Diagram, FALSE, TRUE, Undecidable } from './diagram.js';
import { CELL_LIMITS } from './limits.js';
import type { Precedence } from './precedence.js';
import { type Cell, type Possible, type Status, STATUSES } from './types.js';
import { Worlds } from './worlds.js';

/** What every clause does to one cell, each as a function of the unknowns. */
export interface CellTerms {
  readonly claims: readonly Effect[];
  readonly bars: readonly Effect[];
  readonly leaves: readonly Effect[];
  readonly priorities: readonly Effect[];
  readonly waits: readonly Effect[];
  readonly conflict: Diagram;
  /** Terminals are indexes of STATUSES. */
  readonly status: Diagram;
}
export interface Effect {
  readonly clause: Clause;
  /** In which worlds it counts. */
  readonly holds: Diagram;
  readonly exclusive: boolean;
}

/** Evaluates cells by sections 2 and 3 of the language, under one set of assumptions and one precedence. */
export class Evaluator {
  readonly worlds: Worlds;
  /** Clauses that yield or are yielded to, by product, winners first. */
  private readonly byRank = new Map<string, readonly Clause[]>();
  private readonly given: GivenBy;
  /** Of the clauses asked for so far. */
  private readonly contributions = new Map<Clause, Given>();
  private readonly most = new Map<string, number>();
  /** What was found for the cell that is being evaluated. */
  private memo: Memo = { product: '', cloud: '', day: NaN, active: new Map(), effective: new Map() };
  /** The clauses of the product that was asked for last that may be in force on the day. */
  private live: { readonly product: string; readonly day: Day; readonly clauses: readonly Clause[] } = { product: '', day: NaN, clauses: [] };

  constructor(readonly partnership: Partnership, readonly precedence: Precedence, assume: Assumptions) {
    this.worlds = new Worlds(partnership, assume);
    this.given = givenBy(partnership);
  }

  /** The clauses that can contribute to some cell of the product, in file order. */
  clausesOf(product: string): readonly Clause[] {
    return this.given.clausesOf(product);
  }

  /** Those that can count for a cell of the product on the day: begun, not surely over, not ended by another; or not readable. */
  private liveOn(product: string, day: Day): readonly Clause[] {
    if (this.live.product === product && this.live.day === day) return this.live.clauses;
    const clauses = this.clausesOf(product).filter((clause) =>
      !this.endedByAnother(clause.id, day) && (clause.unreadable || (clause.start <= day && !this.surelyEnded(clause.end, day))));
    this.live = { product, day, clauses };
    return clauses;
  }

  contributionsTo(clause: Clause, cloud: string): readonly Contribution[] {
    return this.givenOf(clause).onCloud.get(cloud) ?? NOTHING;
  }

  private givenOf(clause: Clause): Given {
    const known = this.contributions.get(clause) ?? this.given.of(clause);
    this.contributions.set(clause, known);
    return known;
  }

  /** Whether clauses of its type do something to cells. */
  changesCells(clause: Clause): boolean {
    return this.givenOf(clause).all.length > 0;
  }

  hasPriority(clause: Clause): boolean {
    return this.givenOf(clause).all.some(({ role }) => role === 'priority');
  }

  /** The worlds in which the clause is in force for the product on the day, before overrides. Call it inside `on`. */
  active(clause: Clause, product: string, day: Day): Diagram {
    const { active } = this.memo;
    const known = active.get(clause);
    if (known !== undefined) return known;
    const { diagrams } = this.worlds;
    if (clause.unreadable && !this.endedByAnother(clause.id, day)) throw new Undecidable();
    const inTerm = this.inTerm(clause, product, day);
    const result = inTerm !== FALSE && clause.unless ? diagrams.and(inTerm, diagrams.not(this.worlds.condition(clause.unless, product, day))) : inTerm;
    active.set(clause, result);
    return result;
  }

  /** The worlds in which the clause would be in force, were it not for what its `unless` says. Call it inside `on`. */
  inTerm({ id, start, end, when }: Clause, product: string, day: Day): Diagram {
    if (day < start || this.endedByAnother(id, day)) return FALSE;
    const { diagrams } = this.worlds;
    return diagrams.and(diagrams.not(this.ended(end, day)), when ? this.worlds.condition(when, product, day) : TRUE);
  }

  /** The worlds in which the clause contributes to the cell: in force, and not yielding to a clause that contributes. */
  effective(clause: Clause, product: string, cloud: string, day: Day): Diagram {
    if (!clause.products.has(product) || this.contributionsTo(clause, cloud).length === 0) return FALSE;
    // Only what yields is remembered: the rest is `active`, which is.
    if (!this.precedence.yieldsTo.has(clause.id)) return this.active(clause, product, day);
    const { effective } = this.memo;
    const here = effective.get(cloud) ?? new Map<Clause, Diagram>();
    effective.set(cloud, here);
    const known = here.get(clause);
    if (known !== undefined) return known;
    const { diagrams } = this.worlds;
    const result = diagrams.and(this.active(clause, product, day), diagrams.not(this.overridden(clause, product, cloud, day)));
    here.set(clause, result);
    return result;
  }

  /** The worlds in which something that the clause yields to contributes to the cell. */
  overridden(clause: Clause, product: string, cloud: string, day: Day): Diagram {
    const winners = this.precedence.yieldsTo.get(clause.id);
    return winners ? this.worlds.diagrams.any([...winners].map((id) => this.effective(this.partnership.clauses.get(id)!, product, cloud, day))) : FALSE;
  }

  /** The worlds in which the clause has priority on another cloud, its lead runs, and nothing overrides it here. */
  waiting(clause: Clause, product: string, cloud: string, day: Day): Diagram {
    const { diagrams } = this.worlds;
    const home = this.givenOf(clause).all.find(({ role }) => role === 'priority');
    if (!home || home.clouds.has(cloud)) return FALSE;
    if (clause.unreadable && !this.endedByAnother(clause.id, day)) throw new Undecidable();
    const running = this.leadRunning(clause, day);
    if (running === FALSE) return FALSE;
    const ahead = diagrams.any([...home.clouds].map((first) => this.effective(clause, product, first, day)));
    return diagrams.all([ahead, running, diagrams.not(this.overridden(clause, product, cloud, day))]);
  }

  /** How many unknowns the clauses that can touch the cell turn on, counted before anything is computed; below the limit it may be too high. */
  unknownsTouching(product: string, cloud: string, day: Day): number {
    const most = this.mostUnknowns(product);
    if (most <= CELL_LIMITS.unknowns) return most;
    const touching = this.withWinners(
      this.clausesOf(product).filter((clause) => this.givenOf(clause).all.some(({ role, clouds }) => role === 'priority' || clouds.has(cloud))),
      (clause) => clause.start <= day && !this.surelyEnded(clause.end, day),
    );
    const unknowns = new Set<string>();
    for (const clause of touching) for (const name of unknownsIn(clause)) if (this.worlds.isUnknown(name, product, day)) unknowns.add(name);
    return unknowns.size;
  }

  /** The unknowns that any cell of the product may turn on, on any day. */
  private mostUnknowns(product: string): number {
    const known = this.most.get(product);
    if (known !== undefined) return known;
    const names = new Set<string>();
    for (const clause of this.withWinners(this.clausesOf(product), () => true)) for (const name of unknownsIn(clause)) names.add(name);
    this.most.set(product, names.size);
    return names.size;
  }

  /** The clauses and everything that they yield to, directly and indirectly, as far as `counts` holds. */
  withWinners(clauses: readonly Clause[], counts: (clause: Clause) => boolean): ReadonlySet<Clause> {
    const found = new Set<Clause>();
    const queue = [...clauses];
    for (let clause = queue.pop(); clause; clause = queue.pop()) {
      if (found.has(clause) || !counts(clause)) continue;
      found.add(clause);
      for (const id of this.precedence.yieldsTo.get(clause.id) ?? []) queue.push(this.partnership.clauses.get(id)!);
    }
    return found;
  }

  /**
   * Runs `work` on a cell with diagrams of its own; `otherwise` where the cell cannot be decided. What `work` computes has
   * a meaning inside it only.
   */
  on<T>(product: string, cloud: string, day: Day, work: (evaluator: this) => T, otherwise: T): T {
    const { memo } = this;
    if (memo.cloud !== cloud || memo.product !== product || memo.day !== day) this.forget(product, cloud, day);
    try {
      if (this.unknownsTouching(product, cloud, day) > CELL_LIMITS.unknowns) return otherwise;
      this.winnersFirst(product, cloud, day);
      return work(this);
    } catch (error) {
      this.forget('', '', NaN);
      if (!(error instanceof Undecidable)) throw error;
      return otherwise;
    }
  }

  private forget(product: string, cloud: string, day: Day): void {
    this.memo = { product, cloud, day, active: new Map(), effective: new Map() };
    this.worlds.fresh();
  }

  /** So that a long chain of overrides is no deep recursion. Call it inside `on`. */
  winnersFirst(product: string, cloud: string, day: Day): void {
    const { rank } = this.precedence;
    if (rank.size === 0) return;
    let ranked = this.byRank.get(product);
    if (!ranked) {
      ranked = this.clausesOf(product).filter(({ id }) => rank.has(id)).sort((a, b) => rank.get(a.id)! - rank.get(b.id)!);
      this.byRank.set(product, ranked);
    }
    for (const clause of ranked) this.effective(clause, product, cloud, day);
  }

  /** Call it inside `on`. */
  terms(product: string, cloud: string, day: Day): CellTerms {
    const { diagrams } = this.worlds;
    const claims: Effect[] = [];
    const bars: Effect[] = [];
    const leaves: Effect[] = [];
    const priorities: Effect[] = [];
    const waits: Effect[] = [];
    const lists = { claim: claims, bar: bars, leave: leaves, priority: priorities };
    for (const clause of this.liveOn(product, day)) {
      const contributions = this.contributionsTo(clause, cloud);
      if (contributions.length > 0) {
        const holds = this.effective(clause, product, cloud, day);
        if (holds !== FALSE) for (const { role, exclusive } of contributions) lists[role].push({ clause, holds, exclusive: exclusive === true });
      } else if (this.hasPriority(clause)) {
        const waiting = this.waiting(clause, product, cloud, day);
        if (waiting !== FALSE) waits.push({ clause, holds: waiting, exclusive: false });
      }
    }
    const any = (effects: readonly Effect[]): Diagram => diagrams.any(effects.map(({ holds }) => holds));
    const claim = any(claims);
    const bar = any(bars);
    const givers = new Set(bar === FALSE ? [] : leaves.map(({ clause }) => clause.by));
    const selfConflict = diagrams.any([...givers].map((party) =>
      diagrams.and(any(leaves.filter(({ clause }) => clause.by === party)), any(bars.filter(({ clause }) => clause.to === party)))));
    const conflict = diagrams.or(diagrams.and(claim, bar), selfConflict);
    const permitted = diagrams.or(claim, any(leaves));
    const conditions: readonly Diagram[] = [conflict, bar, any(claims.filter(({ exclusive }) => exclusive)), any(priorities), diagrams.and(permitted, any(waits)), permitted];
    const status = conditions.reduceRight<Diagram>((rest, condition, index) => diagrams.choose(condition, index, rest), STATUSES.length - 1);
    return { claims, bars, leaves, priorities, waits, conflict, status };
  }

  cell(product: string, cloud: string, day: Day): Cell {
    const unmodelled = this.marks(product, cloud, day);
    const undecided: Cell = { product, cloud, status: 'undecided', certain: false, possible: [], because: [], unknowns: [], unmodelled, doubtful: [] };
    return this.on(product, cloud, day, () => {
      const { diagrams } = this.worlds;
      const terms = this.terms(product, cloud, day);
      const baseline = diagrams.baseline(terms.status);
      const reached = diagrams.terminals(terms.status);
      const certain = reached.length === 1;
      const unknowns = this.worlds.names(diagrams.support(terms.status));
      const because = this.because(STATUSES[baseline]!, terms);
      const doubtful = because.filter((id) => ['inferred', 'disputed'].includes(sourceStatus(id, this.partnership) ?? ''));
      const possible = [baseline, ...reached.filter((index) => index !== baseline)].map((index): Possible =>
        (certain ? { status: STATUSES[index]!, when: [], more: false } : { status: STATUSES[index]!, ...this.smallestSets(() => diagrams.is(terms.status, index)) }));
      return { product, cloud, status: STATUSES[baseline]!, certain, possible, because, unknowns, unmodelled, doubtful };
    }, undecided);
  }

  /** The smallest assumption sets that make a truth function true, in a stable order; none but `more` where that takes too long. */
  smallestSets(diagram: () => Diagram): Pick<Possible, 'when' | 'more'> {
    try {
      const { sets, more } = this.worlds.diagrams.primes(diagram(), CELL_LIMITS.sets);
      return { when: sets.map((set) => [...set].sort((a, b) => a[0] - b[0])).sort(compareSets).map((set) => this.worlds.assumptions(set)), more };
    } catch (error) {
      if (!(error instanceof Undecidable)) throw error;
      return { when: [], more: true };
    }
  }

  endedInBaseline(end: End, day: Day): boolean {
    return this.worlds.diagrams.baseline(this.ended(end, day)) === TRUE;
  }

  /** Whether the effect counts in the baseline. */
  inBaseline = ({ holds }: { readonly holds: Diagram }): boolean => this.worlds.diagrams.baseline(holds) === TRUE;

  private because(status: Status, terms: CellTerms): string[] {
    const base = (effects: readonly Effect[]): Effect[] => effects.filter(this.inBaseline);
    const bars = base(terms.bars);
    const claims = base(terms.claims);
    const leaves = base(terms.leaves);
    const effects: readonly Effect[] = (() => {
      switch (status) {
        case 'conflict': return clashing(claims, bars, leaves);
        case 'barred': return bars;
        case 'exclusive': return claims.filter(({ exclusive }) => exclusive);
        case 'first': return base(terms.priorities);
        case 'after-first': return [...claims, ...leaves, ...base(terms.waits)];
        case 'available': return [...claims, ...leaves];
        case 'unspecified': return [];
      }
    })();
    return [...new Set(effects.map(({ clause }) => clause.id))].sort();
  }

  /** Whether the term is over in every world, without computing with unknowns. */
  private surelyEnded(end: End, day: Day): boolean {
    switch (end.kind) {
      case 'open': return false;
      case 'day': return day >= end.day;
      case 'event': {
        const event = this.partnership.events.get(end.event);
        return event?.status === 'occurred' && event.on !== undefined && day >= event.on;
      }
      case 'earliest': return end.of.some((part) => this.surelyEnded(part, day));
      case 'latest': return end.of.every((part) => this.surelyEnded(part, day));
    }
  }

  private ended(end: End, day: Day): Diagram {
    switch (end.kind) {
      case 'open': return FALSE;
      case 'day': return day >= end.day ? TRUE : FALSE;
      case 'event': return this.worlds.event(end.event, day);
      case 'earliest': return this.worlds.diagrams.any(end.of.map((part) => this.ended(part, day)));
      case 'latest': return this.worlds.diagrams.all(end.of.map((part) => this.ended(part, day)));
    }
  }

  private leadRunning({ lead, start }: Clause, day: Day): Diagram {
    if (lead.kind !== 'reading') return day < leadEnd(lead, start) ? TRUE : FALSE;
    const { diagrams } = this.worlds;
    return diagrams.any([...lead.by].map(([choice, value]) => (day < leadEnd(value, start) ? this.worlds.reading(lead.reading, choice) : FALSE)));
  }

  /** Whether something other than its term keeps a clause, or an agreement as a whole, out of force on the day. */
  private endedByAnother(holder: string, day: Day): boolean {
    return this.precedence.endings.get(holder)?.some(({ from, to }) => from <= day && day < to) === true;
  }

  private marks(product: string, cloud: string, day: Day): readonly string[] {
    const marks = new Set<string>();
    for (const holder of this.given.unmodelled) {
      if (day < holder.start || this.surelyEnded(holder.end, day) || this.endedByAnother(holder.id, day)) continue;
      if (holder.unmodelled.some(({ products, clouds }) => products.has(product) && clouds.has(cloud))) marks.add(holder.id);
    }
    return [...marks].sort();
  }
}

interface Memo {
  readonly product: string;
  readonly cloud: string;
  readonly day: Day;
  readonly active: Map<Clause, Diagram>;
  /** By cloud, of the clauses that yield to others. */
  readonly effective: Map<string, Map<Clause, Diagram>>;
}

const NOTHING: readonly Contribution[] = [];

/** The claims, bars and leaves that take part in a clash when these are in force together. */
export function clashing<E extends { readonly clause: Clause }>(claims: readonly E[], bars: readonly E[], leaves: readonly E[]): E[] {
  const holders = new Set(bars.map(({ clause }) => clause.to));
  const givers = new Set(leaves.map(({ clause }) => clause.by));
  return [
    ...(bars.length > 0 ? claims : []),
    ...bars.filter(({ clause }) => claims.length > 0 || givers.has(clause.to)),
    ...leaves.filter(({ clause }) => holders.has(clause.by)),
  ];
}

function compareSets(a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const [index, [variable, value]] of a.entries()) {
    const other = b[index]!;
    if (variable !== other[0] || value !== other[1]) return variable - other[0] || value - other[1];
  }
  return 0;
}

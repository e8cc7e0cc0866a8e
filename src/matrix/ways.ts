import { type Day, FOREVER } from '../base/dates.js';
import type { Assumptions, Clause } from '../model/types.js';
import { type Effect, Evaluator } from './evaluate.js';
import type { Flip, PrecedenceEdit } from './matrix.js';
import type { Precedence } from './precedence.js';
import { SERVED } from './release.js';
import type { Cell, Status } from './types.js';

/** What a cell is to become. */
export type Goal = 'served' | 'cleared' | 'conflict';

const REACHED: Readonly<Record<Goal, (status: Status) => boolean>> = {
  served: (status) => SERVED.has(status), cleared: (status) => status !== 'conflict', conflict: (status) => status === 'conflict',
};
/** Edits of precedence in one way. */
const MOST_EDITS = 3;
/** Sets of edits that are evaluated for a cell; fewer in long files, since each takes time with the number of clauses. */
const TRIED = { most: 96, clauses: 40_000 } as const;

/**
 * The smallest changes after which the cell reaches the goal, of assumptions and of explicit precedence: of none of them
 * can anything be left out. Fewest changes first, among as many those with fewer edits. Edits only ever let a right yield
 * or end, in an agreement that its holder signed (language, section 9). `until` is the first day on which the cell
 * reaches the goal as the terms run; FOREVER where there is none. Each way was evaluated.
 */
export function waysTo(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day, goal: Goal, until: Day): readonly Flip[] {
  const reached = REACHED[goal];
  const after = (edits: readonly PrecedenceEdit[], more: Assumptions = {}): Evaluator =>
    (edits.length === 0 && Object.keys(more).length === 0 ? evaluator : new Evaluator(evaluator.partnership, edited(evaluator, edits), { ...assume, ...more }));
  const statusAfter = (edits: readonly PrecedenceEdit[], more: Assumptions): Cell['status'] => after(edits, more).cell(product, cloud, day).status;
  const reaches = (edits: readonly PrecedenceEdit[], more: Assumptions): boolean => {
    const status = statusAfter(edits, more);
    return status !== 'undecided' && reached(status);
  };
  const found: Flip[] = [];
  const isNeeded = (way: Omit<Flip, 'status'>): boolean => !found.some((known) => contains(way, known));
  const add = (edits: readonly PrecedenceEdit[], more: Assumptions): void => {
    if (!isNeeded({ assume: more, edits })) return;
    const status = statusAfter(edits, more);
    if (status === 'undecided' || !reached(status)) return;
    if (edits.length > 0 && without(edits).some((fewer) => reaches(fewer, more))) return;
    if (edits.length > 0 && without(Object.entries(more)).some((fewer) => reaches(edits, Object.fromEntries(fewer)))) return;
    found.push({ assume: more, edits, status });
  };

  const queue: (readonly PrecedenceEdit[])[] = [[]];
  const seen = new Set<string>();
  let left = Math.min(TRIED.most, Math.ceil(TRIED.clauses / Math.max(1, evaluator.partnership.clauses.size)));
  for (const edits of queue) {
    const key = JSON.stringify(edits.map((edit) => JSON.stringify(edit)).sort());
    if (seen.has(key) || !isNeeded({ assume: {}, edits })) continue;
    seen.add(key);
    if (left-- === 0) break;
    const now = after(edits);
    const cell = now.cell(product, cloud, day);
    if (cell.status === 'undecided') continue;
    if (reached(cell.status)) {
      if (edits.length === 0) return [];
      add(edits, {});
      continue;
    }
    for (const change of changesTo(now, cell, reached)) add(edits, change);
    if (goal !== 'conflict' && edits.length < MOST_EDITS) queue.push(...editsFor(now, product, cloud, day, goal, until).map((edit) => [...edits, edit]));
  }
  const size = (way: Flip): number => Object.keys(way.assume).length + way.edits.length;
  return found.sort((a, b) => size(a) - size(b) || a.edits.length - b.edits.length);
}

const without = <T>(list: readonly T[]): readonly (readonly T[])[] => list.map((_, index) => list.filter((__, other) => other !== index));

function contains(way: Omit<Flip, 'status'>, part: Omit<Flip, 'status'>): boolean {
  return Object.entries(part.assume).every(([name, value]) => way.assume[name] === value) &&
    part.edits.every((edit) => way.edits.some((other) => JSON.stringify(other) === JSON.stringify(edit)));
}

/** The smallest changes of the baseline under which the cell has a status that reaches the goal, fewest first. */
function changesTo({ worlds }: Evaluator, { possible }: Cell, reached: (status: Status) => boolean): readonly Assumptions[] {
  const changes = possible.filter(({ status }) => reached(status))
    .flatMap(({ when }) => when.map((set) => Object.entries(set).filter(([name, value]) => !worlds.isBaseline(name, value))));
  return changes.sort((a, b) => a.length - b.length).map((change) => Object.fromEntries(change));
}

/** The precedence as if these edits were written. */
function edited({ partnership, precedence }: Evaluator, edits: readonly PrecedenceEdit[]): Precedence {
  const yieldsTo = new Map(precedence.yieldsTo);
  const endings = new Map(precedence.endings);
  const end = (id: string, by: string, to: Day, kind: 'supersedes' | 'end' | 'suspend'): void => {
    const agreement = partnership.agreements.get(by);
    if (agreement) endings.set(id, [...(endings.get(id) ?? []), { by, kind, from: agreement.start, to, with: undefined, place: agreement.place }]);
  };
  for (const { key, holder, target, until } of edits) {
    switch (key) {
      case 'subject-to': yieldsTo.set(holder, new Set([...(yieldsTo.get(holder) ?? []), target])); break;
      case 'notwithstanding': yieldsTo.set(target, new Set([...(yieldsTo.get(target) ?? []), holder])); break;
      case 'amends': end(target, holder, until ?? FOREVER, until === undefined ? 'end' : 'suspend'); break;
      case 'supersedes': for (const id of [target, ...(partnership.agreements.get(target)?.clauses ?? []).map((clause) => clause.id)]) end(id, holder, FOREVER, 'supersedes');
    }
  }
  return { ...precedence, endings, yieldsTo };
}

/** A clause that must go, and the clauses on the other side that it could yield to. */
interface Rival { readonly clause: Clause; readonly winners: readonly Clause[] }

/** Single edits that take away what stands between the cell and the goal: its first bar or wait, or one side of its first clash. */
function editsFor(now: Evaluator, product: string, cloud: string, day: Day, goal: 'served' | 'cleared', until: Day): readonly PrecedenceEdit[] {
  const rivals = now.on<readonly Rival[]>(product, cloud, day, () => {
    const terms = now.terms(product, cloud, day);
    const clauses = (effects: readonly Effect[]): readonly Clause[] => [...new Set(effects.map(({ clause }) => clause))];
    const [bars, waits] = [terms.bars, terms.waits].map((effects) => clauses(effects.filter(now.inBaseline))) as [readonly Clause[], readonly Clause[]];
    if (goal === 'served') {
      const [first] = bars.length > 0 ? bars : waits;
      return first ? [{ clause: first, winners: clauses([...terms.claims, ...terms.leaves]) }] : [];
    }
    const claims = clauses(terms.claims.filter(now.inBaseline));
    const leaves = clauses(terms.leaves.filter(now.inBaseline));
    const opposed = (bar: Clause): readonly Clause[] => [...new Set([...claims, ...leaves.filter(({ by }) => by === bar.to)])];
    const bar = bars.find((one) => opposed(one).length > 0);
    const other = bar && opposed(bar)[0];
    return other ? [{ clause: other, winners: bars.filter((one) => opposed(one).includes(other)) }, { clause: bar, winners: opposed(bar) }] : [];
  }, []);
  return rivals.flatMap(({ clause, winners }) => [...overrides(now, clause, winners), ...endings(now, clause, product, cloud, day, until)]);
}

function overrides({ partnership: { agreements }, precedence: { yieldsTo } }: Evaluator, clause: Clause, winners: readonly Clause[]): readonly PrecedenceEdit[] {
  const signed = (agreement: string): boolean => agreements.get(agreement)?.parties.has(clause.to) ?? false;
  return winners.filter((winner) => winner !== clause && !yieldsTo.get(clause.id)?.has(winner.id) && !yields(yieldsTo, winner.id, clause.id)).flatMap((winner): PrecedenceEdit[] => [
    ...(signed(clause.agreement) ? [{ key: 'subject-to' as const, holder: clause.id, target: winner.id }] : []),
    // In one agreement `subject-to` says the same.
    ...(winner.agreement !== clause.agreement && signed(winner.agreement) ? [{ key: 'notwithstanding' as const, holder: winner.id, target: clause.id }] : []),
  ]);
}

/** Whether a clause yields to another, directly or through others: the other way round it would be a circle, without effect. */
function yields(yieldsTo: Precedence['yieldsTo'], from: string, wanted: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const next of yieldsTo.get(id) ?? []) seen.add(next);
  return seen.has(wanted);
}

/**
 * Later agreements in force that could end or suspend the clause: the holder has signed them, and they bind the one who
 * promises as well, or speak of the cell.
 */
function endings(now: Evaluator, clause: Clause, product: string, cloud: string, day: Day, until: Day): readonly PrecedenceEdit[] {
  const { partnership: { agreements }, precedence } = now;
  const own = agreements.get(clause.agreement);
  if (!own) return [];
  const speaking = new Set(now.clausesOf(product).filter((each) => now.contributionsTo(each, cloud).length > 0).map(({ agreement }) => agreement));
  return [...agreements.values()].flatMap(({ id, start, parties, supersedes, amends }): PrecedenceEdit[] => {
    if (id === own.id || !Number.isFinite(start) || start > day || start <= own.start || !parties.has(clause.to)) return [];
    if (!parties.has(clause.by) && !speaking.has(id)) return [];
    const isAmended = amends.some(({ target }) => target === clause.id) || precedence.endings.get(clause.id)?.some(({ by }) => by === id) === true;
    return [
      ...(!isAmended && until < FOREVER && !now.endedInBaseline(clause.end, until) ? [{ key: 'amends' as const, holder: id, target: clause.id, until }] : []),
      ...(isAmended ? [] : [{ key: 'amends' as const, holder: id, target: clause.id }]),
      ...(own.clauses.every(({ to }) => parties.has(to)) && !supersedes.some(({ agreement }) => agreement === own.id) ? [{ key: 'supersedes' as const, holder: id, target: own.id }] : []),
    ];
  });
}

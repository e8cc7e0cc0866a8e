import type { Day } from '../base/dates.js';
import type { Assumptions } from '../model/types.js';
import { clashing, type Effect, Evaluator } from './evaluate.js';
import type { Flip } from './matrix.js';

/**
 * The smallest changes that clear or create a conflict on a cell: of assumptions, and, where the baseline is in conflict,
 * of explicit precedence that the holder of the right that yields may agree to (language, sections 2 and 3). Each was
 * checked by evaluating the cell again.
 */
export function flipsOf(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day): readonly Flip[] {
  const cell = evaluator.cell(product, cloud, day);
  if (cell.status === 'undecided') return [];
  const inConflict = cell.status === 'conflict';
  return [...assumptionFlips(evaluator, assume, cell, inConflict, day), ...(inConflict ? overrideFlips(evaluator, assume, product, cloud, day) : [])];
}

function assumptionFlips(evaluator: Evaluator, assume: Assumptions, cell: ReturnType<Evaluator['cell']>, inConflict: boolean, day: Day): Flip[] {
  const seen = new Set<string>();
  const flips: Flip[] = [];
  const changes = cell.possible
    .filter(({ status }) => (status === 'conflict') !== inConflict)
    .flatMap(({ when }) => when.map((set) => Object.entries(set).filter(([name, value]) => !evaluator.worlds.isBaseline(name, value))));
  const smallest = changes.filter((change) => !changes.some((other) =>
    other.length < change.length && other.every(([name, value]) => change.some(([n, v]) => n === name && v === value))));
  for (const change of smallest.sort((a, b) => a.length - b.length)) {
    const set: Assumptions = Object.fromEntries(change);
    const key = JSON.stringify(set);
    if (seen.has(key)) continue;
    seen.add(key);
    const after = new Evaluator(evaluator.partnership, evaluator.precedence, { ...assume, ...set }).cell(cell.product, cell.cloud, day).status;
    if (after !== 'undecided' && (after === 'conflict') !== inConflict) flips.push({ kind: 'assume', assume: set, status: after });
  }
  return flips;
}

function overrideFlips(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day): Flip[] {
  const { partnership, precedence } = evaluator;
  const { involved, barIds } = evaluator.on(product, cloud, day, () => {
    const terms = evaluator.terms(product, cloud, day);
    const [claims, bars, leaves] = [terms.claims, terms.bars, terms.leaves].map((effects) => effects.filter(evaluator.inBaseline)) as [Effect[], Effect[], Effect[]];
    return { involved: [...new Set(clashing(claims, bars, leaves).map(({ clause }) => clause))], barIds: new Set(bars.map(({ clause }) => clause.id)) };
  }, { involved: [], barIds: new Set<string>() });
  const flips: Flip[] = [];
  for (const yields of involved) {
    for (const to of involved) {
      if (yields === to || barIds.has(yields.id) === barIds.has(to.id)) continue;
      const keys = ([['subject-to', yields.agreement], ['notwithstanding', to.agreement]] as const)
        .filter(([, agreement]) => partnership.agreements.get(agreement)?.parties.has(yields.to));
      const [first] = keys;
      if (!first) continue;
      const yieldsTo = new Map(precedence.yieldsTo);
      yieldsTo.set(yields.id, new Set([...(yieldsTo.get(yields.id) ?? []), to.id]));
      if (yieldsTo.get(to.id)?.has(yields.id)) continue;
      const status = new Evaluator(partnership, { ...precedence, yieldsTo }, assume).cell(product, cloud, day).status;
      if (status !== 'conflict' && status !== 'undecided') flips.push({ kind: 'override', yields: yields.id, to: to.id, key: first[0], status });
    }
  }
  return flips;
}

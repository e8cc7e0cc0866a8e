import type { Day } from '../base/dates.js';
import type { Assumptions } from '../model/types.js';
import { clashing, type Effect, Evaluator } from './evaluate.js';
import type { Flip } from './matrix.js';
import type { Precedence } from './precedence.js';

/**
 * The smallest changes that clear or create a conflict on a cell: of assumptions, and of explicit precedence. Where the
 * baseline is in conflict, what the holder of the right that yields may agree to; where it is not, what keeps it from one
 * (language, sections 9 and 12). Each was checked by evaluating the cell again.
 */
export function flipsOf(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day): readonly Flip[] {
  const cell = evaluator.cell(product, cloud, day);
  if (cell.status === 'undecided') return [];
  const inConflict = cell.status === 'conflict';
  return [...assumptionFlips(evaluator, assume, cell, inConflict, day), ...(inConflict ? overrideFlips : dropFlips)(evaluator, assume, product, cloud, day)];
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
      if (reaches(yieldsTo, to.id, yields.id)) continue; // a circle would have no effect
      const status = new Evaluator(partnership, { ...precedence, yieldsTo }, assume).cell(product, cloud, day).status;
      if (status !== 'conflict' && status !== 'undecided') flips.push({ kind: 'override', yields: yields.id, to: to.id, key: first[0], status });
    }
  }
  return flips;
}

/** Whether a clause yields to another, directly or through others. */
function reaches(yieldsTo: Precedence['yieldsTo'], from: string, wanted: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const next of yieldsTo.get(id) ?? []) seen.add(next);
  return seen.has(wanted);
}

/** Single entries of the text without which the cell would be in conflict. */
function dropFlips(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day): Flip[] {
  const { partnership: { clauses }, precedence: { endings, yieldsTo } } = evaluator;
  const drops = new Map<string, { readonly flip: Omit<Extract<Flip, { kind: 'drop' }>, 'status'>; readonly precedence: Pick<Precedence, 'endings' | 'yieldsTo'> }>();
  const add = (key: Extract<Flip, { kind: 'drop' }>['key'], holder: string, target: string, precedence: Pick<Precedence, 'endings' | 'yieldsTo'>): void =>
    void drops.set(`${key} ${holder} ${target}`, { flip: { kind: 'drop', key, holder, target }, precedence });
  for (const clause of evaluator.clausesOf(product).filter((each) => evaluator.contributionsTo(each, cloud).length > 0)) {
    const own = endings.get(clause.id) ?? [];
    for (const ending of own.filter(({ from, to }) => from <= day && day < to)) {
      const whole = ending.kind === 'supersedes';
      if (!whole && own.filter(({ by, kind }) => by === ending.by && kind !== 'supersedes').length > 1) continue; // named twice by one agreement
      const kept = new Map([...endings].map(([id, list]) => [id, list.filter((one) =>
        (whole ? one.kind !== 'supersedes' || one.by !== ending.by || (clauses.get(id)?.agreement ?? id) !== clause.agreement : one !== ending))] as const));
      add(whole ? 'supersedes' : 'amends', ending.by, whole ? clause.agreement : clause.id, { endings: kept, yieldsTo });
    }
    for (const to of yieldsTo.get(clause.id) ?? []) {
      const written = [clause.subjectTo.some((entry) => entry.clause === to), clauses.get(to)?.notwithstanding.some((entry) => entry.clause === clause.id) === true];
      if (written[0] === written[1]) continue; // written on both sides: it takes more than one change
      const kept = new Map(yieldsTo).set(clause.id, new Set([...(yieldsTo.get(clause.id) ?? [])].filter((id) => id !== to)));
      if (written[0] === true) add('subject-to', clause.id, to, { endings, yieldsTo: kept });
      else add('notwithstanding', to, clause.id, { endings, yieldsTo: kept });
    }
  }
  return [...drops.values()].flatMap(({ flip, precedence }): Flip[] => {
    const { status } = new Evaluator(evaluator.partnership, { ...evaluator.precedence, ...precedence }, assume).cell(product, cloud, day);
    return status === 'conflict' ? [{ ...flip, status }] : [];
  });
}

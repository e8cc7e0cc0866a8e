import type { Day } from '../base/dates.js';
import type { Assumptions } from '../model/types.js';
import { Evaluator } from './evaluate.js';
import type { Flip, PrecedenceEdit } from './matrix.js';
import type { Precedence } from './precedence.js';
import { waysTo } from './ways.js';

/**
 * The smallest changes that clear or create a conflict on a cell: of assumptions, and of explicit precedence. Where the
 * baseline is in conflict, what the holder of the right that yields may agree to; where it is not, what keeps it from one
 * (language, sections 9 and 12). Each was checked by evaluating the cell again.
 */
export function flipsOf(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day, until: Day): readonly Flip[] {
  const { status } = evaluator.cell(product, cloud, day);
  if (status === 'undecided') return [];
  if (status === 'conflict') return waysTo(evaluator, assume, product, cloud, day, 'cleared', until);
  return [...waysTo(evaluator, assume, product, cloud, day, 'conflict', until), ...dropFlips(evaluator, assume, product, cloud, day)];
}

/** Single entries of the text without which the cell would be in conflict. */
function dropFlips(evaluator: Evaluator, assume: Assumptions, product: string, cloud: string, day: Day): Flip[] {
  const { partnership: { clauses }, precedence: { endings, yieldsTo } } = evaluator;
  const drops = new Map<string, { readonly edit: PrecedenceEdit; readonly precedence: Pick<Precedence, 'endings' | 'yieldsTo'> }>();
  const add = (key: PrecedenceEdit['key'], holder: string, target: string, precedence: Pick<Precedence, 'endings' | 'yieldsTo'>): void =>
    void drops.set(`${key} ${holder} ${target}`, { edit: { key, holder, target, drop: true }, precedence });
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
  return [...drops.values()].flatMap(({ edit, precedence }): Flip[] => {
    const { status } = new Evaluator(evaluator.partnership, { ...evaluator.precedence, ...precedence }, assume).cell(product, cloud, day);
    return status === 'conflict' ? [{ assume: {}, edits: [edit], status }] : [];
  });
}

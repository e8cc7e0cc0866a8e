import { FOREVER, formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { Release } from '../matrix/matrix.js';
import { SERVED } from '../matrix/release.js';
import type { Cell } from '../matrix/types.js';
import type { Agreement, Assumptions, Clause } from '../model/types.js';
import { describeClause, namesOf } from './names.js';
import { assumptionsWords, capital, quoted } from './phrases.js';
import type { Asked, Reason } from './reason.js';

/** Statuses that leave somebody asking why the product may not simply be served here. */
const ASKED: ReadonlySet<string> = new Set(['conflict', 'barred', 'after-first', 'unspecified']);

/**
 * What would have to hold for the product to be served here: other facts, a later day, or fewer promises. Each was
 * evaluated. Empty where it is served already, or where nothing is decided.
 */
export function whyNot(cell: Cell, asked: Asked): readonly Reason[] {
  if (!ASKED.has(cell.status)) return [];
  const release = asked.matrix.release(asked.product, asked.cloud, asked.day, asked.assumed);
  return [...otherFacts(cell, asked), ...laterDay(asked), ...(release ? fewerPromises(release, asked) : [])];
}

/** The assumptions as they are switched: a fact that is open for this product by name is set for it alone. */
export function switches(set: Assumptions, { partnership, product }: Asked): Assumptions {
  return Object.fromEntries(Object.entries(set).map(([name, value]) =>
    [partnership.facts.get(name)?.per.get(product) === 'unknown' ? `${name}:${product}` : name, value]));
}

function otherFacts(cell: Cell, asked: Asked): readonly Reason[] {
  return cell.possible.filter(({ status }) => SERVED.has(status)).flatMap(({ status, when }) => when.map((set): Reason => ({
    id: `assume ${JSON.stringify(set)}`, kind: 'choice', assume: switches(set, asked),
    text: `If ${assumptionsWords(set, asked.partnership)}, it is ${status}.`,
  })));
}

/** The first later day on which it is served without anybody doing anything. */
function laterDay({ matrix, product, cloud, day, assumed }: Asked): readonly Reason[] {
  const next = matrix.timeline(product, cloud, assumed).find(({ from, to, cell }) => to > day && from > day && from < FOREVER && SERVED.has(cell.status));
  return next ? [{ id: 'later', kind: 'detail', text: `From ${formatDay(next.from)} on it is ${next.cell.status}${next.cell.certain ? '' : ', though that depends'}, as the terms run.` }] : [];
}

function fewerPromises({ ended, cell }: Release, asked: Asked): readonly Reason[] {
  const { partnership } = asked;
  const depends = cell.certain ? '' : ' (this depends)';
  const missing = SERVED.has(cell.status) ? [] : [{
    id: 'missing', kind: 'detail' as const,
    text: 'A claim or a leave is missing: no clause that counts here promises the product on this cloud or allows it. An availability clause would.',
  }];
  if (ended.length === 0) return missing;
  const nodes = ended.flatMap(({ clause: id, role }): Reason[] => {
    const clause = partnership.clauses.get(id);
    if (!clause) return [];
    const holder = namesOf(partnership).party(clause.to);
    return [{
      id: `end ${id}`, kind: 'clause', about: id, place: clause.place,
      text: `${describeClause(clause, partnership)} ${role === 'bar' ? 'This bar' : 'This wait'} can only be released by ${holder}, to whom it is owed.`,
      children: signedBy(clause, asked),
    }];
  });
  const one = ended.length === 1;
  const then = missing.length === 0 ? `it would be ${cell.status}${depends}` : `nothing would bar it${depends === '' ? '' : ' in the case shown'}, and nothing would allow it yet`;
  return [{
    id: 'release', kind: 'group', open: true, children: nodes,
    text: `If ${one ? 'this ended' : `these ${ended.length} ended`}, ${then}:`,
  }, ...missing];
}

/** The agreements in which the holder could release the clause: those that it has signed. */
function signedBy({ to }: Clause, { partnership }: Asked): readonly Reason[] {
  const signed = [...partnership.agreements.values()].filter(({ parties }) => parties.has(to));
  return signed.map((agreement: Agreement): Reason => ({
    id: `signed ${agreement.id}`, kind: 'detail', about: agreement.id, place: agreement.place,
    text: `${capital(namesOf(partnership).party(to))} is a party of ${quoted(agreement.name)}, with ${listWords([...agreement.parties].filter((id) => id !== to).map(namesOf(partnership).party)) || 'nobody else'}.`,
  }));
}

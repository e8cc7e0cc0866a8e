import { FOREVER, formatDay } from '../base/dates.js';
import { listWords } from '../base/words.js';
import type { Flip, Release } from '../matrix/matrix.js';
import { SERVED } from '../matrix/release.js';
import type { Cell } from '../matrix/types.js';
import type { Agreement, Clause } from '../model/types.js';
import { changeNode } from './change-words.js';
import { describeClause, namesOf } from './names.js';
import { capital, quoted } from './phrases.js';
import type { Asked, Reason } from './reason.js';

/** Statuses that leave somebody asking why the product may not simply be served here. */
const ASKED: ReadonlySet<string> = new Set(['conflict', 'barred', 'after-first', 'unspecified']);

/**
 * What would have to hold for the product to be served here: other facts, other precedence, a later day, or fewer promises.
 * Each was evaluated. Empty where it is served already, or where nothing is decided. `told` is listed elsewhere.
 */
export function whyNot(cell: Cell, asked: Asked, told: readonly Flip[] = []): readonly Reason[] {
  if (!ASKED.has(cell.status)) return [];
  const release = asked.matrix.release(asked.product, asked.cloud, asked.day, asked.assumed);
  return [...changes(asked, told), ...laterDay(asked), ...(release ? fewerPromises(release, asked) : [])];
}

/** Other facts and other precedence, smallest changes first; those that merely clear the conflict and are told there are left out. */
function changes(asked: Asked, told: readonly Flip[]): readonly Reason[] {
  const known = new Set(told.filter(({ edits }) => edits.length > 0).map((flip) => JSON.stringify(flip)));
  return asked.matrix.waysToServe(asked.product, asked.cloud, asked.day, asked.assumed).filter((flip) => !known.has(JSON.stringify(flip))).map((flip) => changeNode(flip, asked));
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

import { formatDay } from '../base/dates.js';
import type { Place } from '../base/span.js';
import { listWords } from '../base/words.js';
import type { Flip, PrecedenceEdit } from '../matrix/matrix.js';
import type { Assumptions, Partnership } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import { assumptionsWords, capital, clauseName, quoted } from './phrases.js';
import type { Asked, Reason } from './reason.js';

/** The assumptions as they are switched: a fact that is open for this product by name is set for it alone. */
export function switches(set: Assumptions, { partnership, product }: Pick<Asked, 'partnership' | 'product'>): Assumptions {
  return Object.fromEntries(Object.entries(set).map(([name, value]) =>
    [partnership.facts.get(name)?.per.get(product) === 'unknown' ? `${name}:${product}` : name, value]));
}

/** Changes that belong together as a line of the explanation: one that only assumes can be tried out at once. */
export function changeNode(flip: Flip, asked: Asked): Reason {
  const { partnership } = asked;
  const { assume, edits } = flip;
  const id = [...(Object.keys(assume).length > 0 ? [`assume ${JSON.stringify(assume)}`] : []), ...edits.map((edit) => `${edit.key} ${edit.holder} ${edit.target}${edit.until === undefined ? '' : ` ${edit.until}`}`)].join(' ');
  const text = changeWords(flip, partnership);
  const [first] = edits;
  if (!first) return { id, kind: 'choice', assume: switches(assume, asked), text };
  const about = { about: first.holder, place: placeOf(first, partnership) };
  return { id, kind: first.drop || Object.keys(assume).length > 0 ? 'detail' : 'override', text, ...about };
}

/** `If “it rains” holds, and with `subject-to: a/b` in “Hosting”, it is available.` */
export function changeWords({ assume, edits, status }: Flip, partnership: Partnership): string {
  const facts = Object.keys(assume).length === 0 ? [] : [`if ${assumptionsWords(assume, partnership)}`];
  const written = edits.length === 0 ? [] : [`${edits.some(({ drop }) => drop) ? 'without' : 'with'} ${listWords(edits.map((edit) => editWords(edit, partnership)))}`];
  return `${capital([...facts, ...written].join(', and '))}, it ${edits.some(({ drop }) => drop) ? 'would be a conflict' : `is ${status}`}.`;
}

function editWords({ key, holder, target, until, drop }: PrecedenceEdit, partnership: Partnership): string {
  const where = partnership.clauses.has(holder) ? clauseName(holder, partnership) : quoted(nameOf(partnership.agreements, holder));
  const effect = until === undefined ? 'end' : `suspend, until: ${formatDay(until)}`;
  return `\`${key}: ${key === 'amends' && !drop ? `{ target: ${target}, effect: ${effect} }` : target}\` in ${where}`;
}

/** The entry that is dropped, else where an entry is to be written. */
function placeOf({ key, holder, target, drop }: PrecedenceEdit, { agreements, clauses }: Partnership): Place | undefined {
  const [agreement, clause] = [agreements.get(holder), clauses.get(holder)];
  if (!drop) return clause?.place ?? agreement?.place;
  switch (key) {
    case 'supersedes': return agreement?.supersedes.find((entry) => entry.agreement === target)?.place;
    case 'amends': return agreement?.amends.find((entry) => entry.target === target)?.targetPlace;
    case 'subject-to': return clause?.subjectTo.find((entry) => entry.clause === target)?.place;
    case 'notwithstanding': return clause?.notwithstanding.find((entry) => entry.clause === target)?.place;
  }
}

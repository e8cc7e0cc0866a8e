import { dayOrNull, describeInterval, type Interval } from '../base/dates.js';
import { count, listWords } from '../base/words.js';
import type { Standing } from '../matrix/matrix.js';
import type { Assumptions, Clause } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { describeClause, namesOf } from './names.js';
import { alternativesOf, cellName, clauseName } from './phrases.js';
import type { Answer, Line } from './questions.js';

/** Cells and days on which a right is broken in the same way. */
interface Breach extends Interval, Pick<Standing, 'broken' | 'brokenWhen' | 'against'> { readonly cells: readonly { readonly product: string; readonly cloud: string }[] }

/**
 * Rights under other agreements that draft agreements would break: on a cell and day, in some world, the right counts and
 * a clause of the draft goes against it. A right that yields to the draft, or that the draft ends, is not broken there:
 * its holder has signed that. What the draft does to a right without its holder is listed as without power.
 */
export function infringed(analysis: Analysis, drafts: readonly string[], assume: Assumptions): Answer {
  const { partnership, matrix, findings } = analysis;
  const draft = new Set(drafts);
  const isDraft = ({ agreement }: Clause): boolean => draft.has(agreement);
  const touched = new Set(drafts.flatMap((id) => partnership.agreements.get(id)?.clauses ?? []).flatMap((clause) => [...clause.products]));
  const rights = [...partnership.clauses.values()].filter((clause) => !isDraft(clause) && [...clause.products].some((product) => touched.has(product))).flatMap((clause) => {
    const breaches = together(matrix.standings(clause.id, isDraft, assume).filter(({ broken }) => broken !== 'none'));
    return breaches.length > 0 ? [{ clause, breaches }] : [];
  });
  // Rights that are no cells: what the rules found about a draft clause and another one.
  const others = findings.filter(({ code }) => code === 'license-clash' || code === 'purchase-barred').flatMap(({ message, code, payload }) => {
    const { clauses = [], clause, barring = [] } = (payload ?? {}) as { clauses?: readonly string[]; clause?: string; barring?: readonly string[] };
    const named = [...clauses, ...barring, ...(clause === undefined ? [] : [clause])].map((id) => partnership.clauses.get(id)).filter((one) => one !== undefined);
    const right = named.find((one) => !isDraft(one));
    return right && named.some(isDraft) ? [{ clause: right, code, message }] : [];
  });
  const powerless = matrix.precedence.violations.flatMap(({ agreement, clause: id, kind }) => {
    const clause = draft.has(agreement) ? partnership.clauses.get(id) : undefined;
    return clause && !isDraft(clause) ? [{ clause, agreement, kind }] : [];
  });
  const names = namesOf(partnership);
  const holders = [...new Set([...rights, ...others, ...powerless].map(({ clause }) => clause.to))];
  const broken = new Set([...rights, ...others].map(({ clause }) => clause.id)).size;
  const signs = (party: string): boolean => drafts.some((id) => partnership.agreements.get(id)?.parties.has(party));
  const named = listWords(drafts.map((id) => `“${nameOf(partnership.agreements, id)}”`));
  return {
    summary: broken === 0 ? `${named} ${drafts.length === 1 ? 'infringes' : 'infringe'} no right under another agreement.`
      : `${named} ${drafts.length === 1 ? 'infringes' : 'infringe'} ${count(broken, 'right')} of ${listWords([...new Set([...rights, ...others].map(({ clause }) => names.party(clause.to)))])}.`,
    lines: holders.map((holder): Line => ({
      text: `${names.party(holder)}${signs(holder) ? ', which signs the draft and could give these up in it' : ', which does not sign the draft'}`,
      children: [
        ...rights.filter(({ clause }) => clause.to === holder).map(({ clause, breaches }): Line => ({
          text: `${clauseName(clause.id, partnership)}: ${describeClause(clause, partnership)}`,
          children: breaches.map((breach) => ({ text: breachWords(breach, analysis) })),
        })),
        ...others.filter(({ clause }) => clause.to === holder).map(({ clause, message }): Line => ({ text: `${clauseName(clause.id, partnership)}: ${message}` })),
        ...powerless.filter(({ clause }) => clause.to === holder).map(({ clause, agreement, kind }): Line => ({
          text: `${clauseName(clause.id, partnership)}: \`${kind}\` in \`${agreement}\` has no power over it, since ${names.party(holder)} has not signed there`,
        })),
      ],
    })),
    data: {
      agreements: drafts,
      rights: rights.map(({ clause, breaches }) => ({
        holder: clause.to, by: clause.by, clause: clause.id, signs: signs(clause.to),
        breaches: breaches.map(({ cells, from, to, broken: worlds, brokenWhen, against }) => ({ cells, from: dayOrNull(from), to: dayOrNull(to), certain: worlds === 'all', when: brokenWhen, against })),
      })),
      others: others.map(({ clause, code, message }) => ({ holder: clause.to, clause: clause.id, signs: signs(clause.to), code, message })),
      withoutPower: powerless.map(({ clause, agreement, kind }) => ({ holder: clause.to, clause: clause.id, agreement, key: kind })),
    },
  };
}

function together(standings: readonly Standing[]): readonly Breach[] {
  const groups = new Map<string, Breach>();
  for (const { product, cloud, from, to, broken, brokenWhen, against } of standings) {
    const key = JSON.stringify([String(from), String(to), broken, brokenWhen, against]);
    groups.set(key, { from, to, broken, brokenWhen, against, cells: [...(groups.get(key)?.cells ?? []), { product, cloud }] });
  }
  return [...groups.values()].sort((a, b) => (a.from === b.from ? 0 : a.from - b.from));
}

function breachWords({ cells, from, to, broken, brokenWhen, against }: Breach, { partnership }: Analysis): string {
  const when = broken === 'all' ? '' : `, if ${alternativesOf(brokenWhen, partnership)}`;
  return `${listWords(cells.map(({ product, cloud }) => cellName(product, cloud, partnership)))}, ${describeInterval({ from, to })}, by ${listWords(against)}${when}`;
}

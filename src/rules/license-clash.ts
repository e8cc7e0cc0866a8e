import { describeInterval } from '../base/dates.js';
import type { Clause, Condition, Partnership, Truth } from '../model/types.js';
import type { Report, Rule, RuleInput } from './rule.js';
import { nameOf, quoted } from './support/names.js';
import { clausesOfType, latestFirst, placeAmong } from './support/places.js';
import { earliestEnd, inForce, latestEnd, overlaps, severityInTime } from './support/terms.js';

export const licenseClash: Rule = {
  code: 'license-clash',
  severity: 'error',
  title: 'Exclusive licence beside another one',
  rationale:
    'An exclusive licence says that nobody else has one, yet the same party licensed the same subject to somebody else for some of the same days. Licences change no cell of the matrix, so it does not show there. Subjects are compared word for word.',
  bad: { text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2028
    clauses:
      catalogue: { type: license, by: lyra, to: stageline, subject: [recordings, artwork], exclusive: true }
  riverton-deal:
    parties: [lyra, riverton]
    signed: 2026-01
    through: 2029
    clauses:
      live-sessions: { type: license, by: lyra, to: riverton, subject: [recordings] }
    # ^^^^^^^^^^^^^ license-clash
` },
  good: { text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2028
    clauses:
      catalogue: { type: license, by: lyra, to: stageline, subject: [recordings, artwork], exclusive: true }
  riverton-deal:
    parties: [lyra, riverton]
    signed: 2026-01
    through: 2029
    clauses:
      live-sessions: { type: license, by: lyra, to: riverton, subject: [interviews] }
` },
  *check(input) {
    const licences = clausesOfType(input.partnership, 'license');
    for (const [index, one] of licences.entries()) {
      for (const other of licences.slice(index + 1)) {
        if (one.by === other.by && one.to !== other.to && (one.exclusive || other.exclusive)) yield* clash(input, one, other);
      }
    }
  },
};

function* clash({ partnership, matrix }: RuleInput, one: Clause, other: Clause): Iterable<Report> {
  const subjects = one.subject.filter((word) => other.subject.some((same) => same.toLowerCase() === word.toLowerCase()));
  const { yieldsTo, endings } = matrix.precedence;
  if (![...one.products].some((product) => other.products.has(product)) && one.products.size > 0 && other.products.size > 0) return;
  if (subjects.length === 0 || yieldsTo.get(one.id)?.has(other.id) || yieldsTo.get(other.id)?.has(one.id)) return;
  const { asOf, events, parties } = partnership;
  const force = [one, other].map((clause) => standing(clause, partnership));
  if (force.includes(false)) return;
  const [possible, sure] = [latestEnd, earliestEnd].map((endOf) => {
    const [a = [], b = []] = [one, other].map((clause) => inForce(clause, endOf(clause.end, events, asOf), endings.get(clause.id)));
    return overlaps(a, b);
  });
  const days = possible?.find(({ to }) => to > asOf) ?? possible?.[0];
  if (!days) return;
  const certain = !force.includes('unknown') && (sure ?? []).some(({ to }) => to > asOf);
  const [later, earlier] = latestFirst(partnership, [one, other]);
  const place = placeAmong(partnership, [one, other], [one.place.file, other.place.file]);
  if (!later || !earlier || !place) return;
  const exclusive = [earlier, later].filter((clause) => clause.exclusive);
  const severity = severityInTime(certain, days.to, asOf);
  yield {
    place,
    severity,
    message: `${nameOf(parties, one.by)} licenses ${quoted(subjects)} to ${nameOf(parties, later.to)} (\`${later.id}\`) and to ${nameOf(parties, earlier.to)} (\`${earlier.id}\`) ` +
      `${describeInterval(days)}, but ${exclusive.length === 2 ? 'both licences are' : `\`${exclusive[0]?.id ?? ''}\` is`} exclusive.${severity === 'warning' ? ' That depends on what is not known yet.' : ''}`,
    related: [earlier, later].filter((clause) => clause.place !== place).map((clause) => ({ place: clause.place, message: `\`${clause.id}\`` })),
    payload: { clauses: [earlier.id, later.id], subjects },
  };
}

/** Whether the conditions of a clause let it count, as far as that is known. */
function standing(clause: Clause, partnership: Partnership): Truth {
  const when = clause.when ? truthOf(clause.when, partnership) : true;
  const unless = clause.unless ? truthOf(clause.unless, partnership) : false;
  if (when === false || unless === true) return false;
  return when === true && unless === false ? true : 'unknown';
}

/** Licences are not per product or day, so only what is settled for all of them is known here. */
function truthOf(condition: Condition, partnership: Partnership): Truth {
  switch (condition.kind) {
    case 'event': return partnership.events.get(condition.id)?.status === 'never' ? false : 'unknown';
    case 'fact': {
      const fact = partnership.facts.get(condition.id);
      return fact && fact.per.size === 0 ? fact.value : 'unknown';
    }
    case 'reading': {
      const adopted = partnership.readings.get(condition.id)?.adopted;
      return adopted === undefined ? 'unknown' : adopted === condition.choice;
    }
    case 'not': {
      const inner = truthOf(condition.of, partnership);
      return inner === 'unknown' ? inner : !inner;
    }
    case 'all':
    case 'any': {
      const decisive = condition.kind === 'any';
      const parts = condition.of.map((part) => truthOf(part, partnership));
      return parts.includes(decisive) ? decisive : parts.includes('unknown') ? 'unknown' : !decisive;
    }
  }
}

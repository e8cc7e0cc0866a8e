import type { Violation } from '../matrix/precedence.js';
import type { Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { nameOf, namesOf, quoted } from './support/names.js';

export const noPrivity: Rule = {
  code: 'no-privity',
  severity: 'error',
  title: 'Ending a right that the parties do not hold',
  rationale:
    'Only the party to whom something was promised can give it up. An agreement that supersedes, amends or overrides a clause needs that party among its own; otherwise it has no effect on the clause, whatever it says. Get the holder to sign, or live with both promises.',
  bad: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
clouds:
  stageline-net: { name: Stageline network, operator: stageline }
products:
  recordings: { name: Live recordings, owner: lyra }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2029
    clauses:
      live-exclusive: { type: exclusivity, by: lyra, to: stageline, products: [recordings], cloud: stageline-net }
  riverton-deal:
    parties: [lyra, riverton]
    signed: 2026-01
    through: 2029
    supersedes: [stageline-deal]
    #            ^^^^^^^^^^^^^^ no-privity
    clauses:
      share: { type: revenue-share, by: lyra, to: riverton, share: 12% }
`,
  },
  good: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
clouds:
  stageline-net: { name: Stageline network, operator: stageline }
products:
  recordings: { name: Live recordings, owner: lyra }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2029
    clauses:
      live-exclusive: { type: exclusivity, by: lyra, to: stageline, products: [recordings], cloud: stageline-net }
  riverton-deal:
    parties: [lyra, riverton, stageline]
    signed: 2026-01
    through: 2029
    supersedes: [stageline-deal]
    clauses:
      share: { type: revenue-share, by: lyra, to: riverton, share: 12% }
`,
  },
  *check({ partnership, matrix }) {
    const groups = new Map<string, Violation[]>();
    for (const violation of matrix.precedence.violations) {
      if (violation.place.file !== partnership.file) continue;
      const key = `${violation.kind} ${violation.place.start}`;
      groups.set(key, [...(groups.get(key) ?? []), violation]);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const clauses = group.map(({ clause }) => clause);
      yield {
        place: first.place,
        message: sentence(first, clauses, partnership),
        related: clauses.flatMap((id) => {
          const clause = partnership.clauses.get(id);
          return clause ? [{ place: clause.place, message: `\`${id}\` is owed to ${nameOf(partnership.parties, clause.to)}` }] : [];
        }),
        payload: { agreement: first.agreement, clauses },
      };
    }
  },
};

function sentence({ kind, agreement }: Violation, clauses: readonly string[], partnership: Partnership): string {
  const holders = new Set(clauses.map((id) => partnership.clauses.get(id)?.to ?? ''));
  const verb = kind === 'supersedes' ? 'end' : kind === 'amends' ? 'amend' : 'override';
  const signed = namesOf(partnership.parties, partnership.agreements.get(agreement)?.parties ?? []);
  return `\`${agreement}\` cannot ${verb} ${quoted(clauses)}: ${clauses.length === 1 ? 'that promise is' : 'those promises are'} owed to ` +
    `${namesOf(partnership.parties, holders)}, but the parties here are ${signed}. It has no effect on ${clauses.length === 1 ? 'it' : 'them'}.`;
}

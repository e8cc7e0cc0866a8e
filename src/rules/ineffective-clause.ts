import type { Precedence } from '../matrix/precedence.js';
import type { Clause, Partnership } from '../model/types.js';
import { circlesOf } from './circular-supersession.js';
import { type Rule, within } from './rule.js';
import { quoted } from './support/names.js';
import { cellsOf } from './support/places.js';
import { datedEnd, inForce } from './support/terms.js';

export const ineffectiveClause: Rule = {
  code: 'ineffective-clause',
  severity: 'warning',
  title: 'Clause that never has an effect',
  rationale:
    'Clauses of this type change the matrix, but this one changes no cell on any day, whatever happens: perhaps it covers no product, yields everywhere, was ended before it began, or its condition can never hold. Either the text means something else, or the clause is not needed.',
  bad: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix, kind: application }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      pipelines-on-northwind:
    # ^^^^^^^^^^^^^^^^^^^^^^ ineffective-clause
        type: availability
        by: helix
        to: northwind
        products: { kind: pipeline }
        cloud: northwind-eu
        strength: must
      browser-on-northwind: { type: availability, by: helix, to: northwind, products: [browser], cloud: northwind-eu, strength: must }
` },
  good: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix, kind: application }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      pipelines-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: { kind: application }
        cloud: northwind-eu
        strength: must
` },
  turnsOn: (agreement, input) => [...cellsOf(agreement, input), JSON.stringify([...circlesOf(input.partnership)])],
  *checkAgreement(agreement, { partnership, matrix }) {
    const clouds = new Set(partnership.clouds.keys());
    const circles = circlesOf(partnership);
    for (const clause of agreement.clauses) {
      if (matrix.everContributes(clause.id) || clause.type.contributions({ ...clause, clouds }, clouds).length === 0) continue;
      if (matrix.swallowed(clause.id)) continue; // what swallows it is reported
      // Where part of the clause could not be read, or agreements end each other, that is the reason, and it has been said.
      if (datedEnd(clause.end) <= clause.start || partnership.problems.some(({ place }) => within(place, clause.whole))) continue;
      const circle = circles.get(clause.agreement);
      if (circle !== undefined && matrix.precedence.endings.get(clause.id)?.some(({ by }) => circles.get(by) === circle)) continue;
      yield { place: clause.place, message: `\`${clause.id}\` changes no cell on any day: ${reason(clause, partnership, matrix.precedence)}.`, related: [] };
    }
  },
};

function reason(clause: Clause, partnership: Partnership, { endings, yieldsTo }: Precedence): string {
  if (clause.products.size === 0) return partnership.products.size === 0 ? 'the file has no products' : 'it covers no product';
  if (clause.clouds.size === 0) return 'it covers no cloud';
  const over = endings.get(clause.id) ?? [];
  if (inForce(clause, datedEnd(clause.end), over).length === 0) return `${quoted(new Set(over.map(({ by }) => by)))} ended it before it had begun`;
  const winners = yieldsTo.get(clause.id);
  if (winners) return `it yields to ${quoted([...winners].sort())} wherever it applies`;
  return 'its conditions can never hold while it is in force';
}

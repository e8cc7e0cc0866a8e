import { FOREVER } from '../base/dates.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { eventsOf, inForce, latestEnd } from './support/terms.js';

export const noEnd: Rule = {
  code: 'no-end',
  severity: 'information',
  title: 'Exclusivity without an end',
  rationale:
    'An exclusivity or exclusive licence without an end binds for ever. That is rarely meant, and in some laws not valid. Give the clause or its agreement a term, or a note that says why it has none.',
  bad: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2025-03
    clauses:
      only-vault:
    # ^^^^^^^^^^ no-end
        type: exclusivity
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
` },
  good: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2025-03
    clauses:
      only-vault:
        type: exclusivity
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
        through: 2028
` },
  *checkAgreement(agreement, { partnership, matrix }) {
    for (const clause of agreement.clauses) {
      if (!bindsForEver(clause, partnership, matrix) || mayEnd(clause, partnership)) continue;
      const never = eventsOf(clause.end).length > 0;
      const what = clause.type.name === 'license' ? 'exclusive licence' : 'exclusivity';
      yield {
        place: clause.place,
        message: never ? `This ${what} ends only with an event that will not happen.`
          : clause.end.kind === 'open' && clause.end.unstated ? `The source does not say when this ${what} ends; it counts as having no end.`
            : `This ${what} has no end.`,
        related: [],
      };
    }
  },
};

/** An exclusivity or exclusive licence that no date and no other agreement ends. */
export function bindsForEver(clause: Clause, partnership: Partnership, matrix: Matrix): boolean {
  const exclusive = clause.type.name === 'exclusivity' || (clause.type.name === 'license' && clause.exclusive);
  return exclusive && inForce(clause, latestEnd(clause.end, partnership.events), matrix.precedence.endings.get(clause.id)).some(({ to }) => to === FOREVER);
}

/** Whether some event that can still happen is part of its end. */
export const mayEnd = (clause: Clause, { events }: Partnership): boolean => eventsOf(clause.end).some((id) => events.get(id)?.status === 'pending');

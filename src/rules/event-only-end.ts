import type { Rule } from './rule.js';
import { bindsForEver, mayEnd } from './no-end.js';
import { quoted } from './support/names.js';
import { clauseValue } from './support/places.js';
import { eventsOf } from './support/terms.js';

export const eventOnlyEnd: Rule = {
  code: 'event-only-end',
  severity: 'information',
  title: 'Exclusivity that only an event ends',
  rationale:
    'An exclusivity or exclusive licence that ends only when something happens binds for ever if it does not. Consider a last day beside the event: `until: { earliest: [{ event: .. }, 2030-01-01] }`.',
  bad: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
events:
  sequel: { name: The sequel is released, status: pending }
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
        until: { event: sequel }
        #      ^^^^^^^^^^^^^^^^^ event-only-end
` },
  good: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
events:
  sequel: { name: The sequel is released, status: pending }
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
        until: { earliest: [{ event: sequel }, 2031] }
` },
  *checkAgreement(agreement, { partnership, matrix }) {
    for (const clause of agreement.clauses) {
      if (!bindsForEver(clause, partnership, matrix) || !mayEnd(clause, partnership)) continue;
      const events = [...new Set(eventsOf(clause.end))];
      yield {
        place: clauseValue(partnership, clause, 'until') ?? clause.place,
        message: `\`${clause.id}\` ends only if ${quoted(events)} ${events.length === 1 ? 'happens' : 'happen'}; no date ends it.`,
        related: events.flatMap((id) => {
          const event = partnership.events.get(id);
          return event ? [{ place: event.place, message: event.name }] : [];
        }),
      };
    }
  },
};

import { placeIn } from '../base/span.js';
import { assumptionProblems } from '../matrix/assumptions.js';
import type { Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';
import { mappingAt, placeOf } from './support/places.js';

export const badAssumption: Rule = {
  code: 'bad-assumption',
  severity: 'error',
  title: 'Assumption that cannot be made',
  rationale:
    'Only what is unknown can be assumed: a pending event is `occurred` or `never`, an open fact `true` or `false` (for one product as `fact:product`), and a reading that nobody adopted is one of its choices. The expectation is not evaluated until this is put right.',
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  outage: { name: Cirrus North is out of service }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, unless: outage }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, assume: { outage: yes }, status: unspecified }
  #                                                                          ^^^ bad-assumption
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  outage: { name: Cirrus North is out of service }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, unless: outage }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, assume: { outage: true }, status: unspecified }
` },
  *check({ partnership }) {
    for (const { assume, place } of partnership.expectations) {
      const problems = assumptionProblems(partnership, assume);
      const map = problems.length === 0 ? undefined : mappingAt(partnership, place)?.entries.find(({ key }) => key === 'assume')?.value;
      for (const { name, about, message, suggestion } of problems) {
        const entry = map?.kind === 'map' ? map.entries.find(({ key }) => key === name) : undefined;
        const at = !entry ? place : about === 'name' ? placeIn(place.file, entry.keySpan) : placeOf(place.file, entry.value);
        yield { place: at, message, related: [], payload: { suggestion } };
      }
    }
  },
  fixes: useSuggestion,
};

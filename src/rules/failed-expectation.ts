import { checkAssumptions } from '../matrix/assumptions.js';
import { runExpectation } from './expectation.js';
import type { Fix, Rule } from './rule.js';
import { mappingAt } from './support/places.js';

export const failedExpectation: Rule = {
  code: 'failed-expectation',
  severity: 'error',
  title: 'Expectation that is not met',
  rationale:
    'An entry of `expect` says what a cell must be, and it is something else. Either the clauses do not say what was meant, or the expectation is out of date. Find out which before you change either.',
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, status: available }
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ failed-expectation
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
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, status: barred, because: [cirrus-deal/only-cirrus] }
` },
  *check({ partnership, matrix }) {
    for (const expectation of partnership.expectations) {
      // Entries that are not complete, or assume what cannot be, are reported as such.
      if (checkAssumptions(partnership, expectation.assume).length > 0) continue;
      const { pass, actual, expected, differences } = runExpectation(expectation, matrix);
      if (pass || !actual) continue;
      yield {
        place: expectation.place,
        message: differences.join(' '),
        related: actual.because.flatMap((id) => {
          const clause = partnership.clauses.get(id);
          return clause ? [{ place: clause.place, message: `\`${id}\` decides the status` }] : [];
        }),
        payload: {
          actual: {
            ...(expected.status === undefined ? {} : { status: actual.status }),
            ...(expected.certain === undefined ? {} : { certain: String(actual.certain) }),
            ...(expected.possible === undefined ? {} : { possible: `[${actual.possible.map(({ status }) => status).join(', ')}]` }),
            ...(expected.because === undefined ? {} : { because: `[${actual.because.join(', ')}]` }),
          },
        },
      };
    }
  },
  fixes({ payload, place }, partnership) {
    const map = mappingAt(partnership, place);
    const { actual } = payload as { actual: Readonly<Record<string, string>> };
    if (!map || actual['status'] === 'undecided') return [];
    const edits = map.entries.flatMap(({ key, value }) => {
      const text = Object.hasOwn(actual, key) ? actual[key] : undefined;
      return text === undefined || (value.kind !== 'scalar' && !value.flow) ? [] : [{ span: value.span, text }];
    });
    return edits.length === 0 ? [] : [{ title: 'Expect what the clauses say', edits, safe: false } satisfies Fix];
  },
};

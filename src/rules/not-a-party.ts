import type { Rule } from './rule.js';
import { addItem, payloadText } from './support/edits.js';
import { nameOf, namesOf } from './support/names.js';
import { clauseValue, listAt } from './support/places.js';

export const notAParty: Rule = {
  code: 'not-a-party',
  severity: 'error',
  title: 'Promise by or to somebody who is not a party',
  rationale:
    'An agreement binds and entitles those who made it. A promise by an outsider is not given, and one to an outsider is not owed to the outsider. Correct the name, or add the party if it signed.',
  bad: {
    text: `entente: 1
parties:
  medscan: { name: Medscan }
  clinique: { name: Clinique Group }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2025-11
    through: 2030
    clauses:
      archive-on-basalt:
        type: availability
        by: medscan
        to: clinique
        #   ^^^^^^^^ not-a-party
        products: [archive]
        cloud: basalt-eu
        strength: must
`,
  },
  good: {
    text: `entente: 1
parties:
  medscan: { name: Medscan }
  clinique: { name: Clinique Group }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt, clinique]
    signed: 2025-11
    through: 2030
    clauses:
      archive-on-basalt:
        type: availability
        by: medscan
        to: clinique
        products: [archive]
        cloud: basalt-eu
        strength: must
`,
  },
  alsoReads: ['parties'],
  *checkAgreement(agreement, { partnership }) {
    if (agreement.parties.size === 0) return;
    for (const clause of agreement.clauses) {
      for (const key of ['by', 'to'] as const) {
        const party = clause[key];
        const place = clauseValue(partnership, clause, key);
        if (!place || !partnership.parties.has(party) || agreement.parties.has(party)) continue;
        yield {
          place,
          message: `${nameOf(partnership.parties, party)} is not a party to \`${agreement.id}\`, which is between ${namesOf(partnership.parties, agreement.parties)}: it cannot ${key === 'by' ? 'promise anything there' : 'be owed anything there'}.`,
          related: [{ place: agreement.place, message: 'The agreement' }],
          payload: { agreement: agreement.id, party },
        };
      }
    }
  },
  fixes({ payload }, partnership) {
    const agreement = partnership.agreements.get(payloadText(payload, 'agreement') ?? '');
    const party = payloadText(payload, 'party');
    const text = agreement && partnership.files.get(agreement.place.file)?.text;
    const list = agreement && listAt(partnership, agreement.place.file, ['agreements', agreement.id, 'parties']);
    if (!agreement || party === undefined || text === undefined || !list) return [];
    return [{ title: `Add \`${party}\` to the parties of \`${agreement.id}\``, edits: [addItem(text, list, party)], file: agreement.place.file, safe: false }];
  },
};

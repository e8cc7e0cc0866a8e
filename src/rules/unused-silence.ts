import type { Rule } from './rule.js';

export const unusedSilence: Rule = {
  code: 'unused-silence',
  severity: 'warning',
  title: 'Silencing comment without its finding',
  rationale:
    'The comment silences a finding that is not there, or not there any more. Left standing, it would hide the next one of its kind without anybody having looked at it. Remove it.',
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    clauses:
      all: { type: exclusivity, by: meteo, to: cirrus, cloud: cirrus-north, through: 2030 } # entente-silence no-end: both sides want it so
#                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-silence
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    clauses:
      # entente-silence no-end: both sides want it so
      all: { type: exclusivity, by: meteo, to: cirrus, cloud: cirrus-north }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
` },
  *check({ silences }) {
    for (const { silence: { code, place }, outcome } of silences) {
      if (outcome === 'unused') yield { place, related: [], unused: true, message: `There is no finding \`${code}\` here to silence, or another comment silences it.` };
    }
  },
  fixes: ({ place }, partnership) => {
    const text = partnership.files.get(place.file)?.text ?? '';
    const before = text.slice(text.lastIndexOf('\n', place.start - 1) + 1, place.start);
    const alone = before.trim() === '';
    const start = place.start - (alone ? before.length : before.length - before.trimEnd().length);
    const lineEnd = /^\r?\n/.exec(text.slice(place.end))?.[0].length ?? 0;
    return [{ title: 'Remove the comment', edits: [{ span: { start, end: place.end + (alone ? lineEnd : 0) }, text: '' }], safe: true }];
  },
};

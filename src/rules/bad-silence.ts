import { didYouMean } from '../base/words.js';
import type { Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';

export const badSilence: Rule = {
  code: 'bad-silence',
  severity: 'warning',
  title: 'Silencing comment that silences nothing',
  rationale:
    'A comment `# entente-silence CODE: reason` hides one finding of that code on its line, or on the next line where the comment stands alone. It needs the code and a reason that the next reader understands. What says that text is not read cannot be silenced: cells would lack that text, and nobody would know.',
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    clauses:
      all: { type: exclusivity, by: meteo, to: cirrus, cloud: cirrus-north } # entente-silence no-ned: both sides want it so
    # ^^^ no-end
#                                                                                              ^^^^^^ bad-silence
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
      all: { type: exclusivity, by: meteo, to: cirrus, cloud: cirrus-north } # entente-silence no-end: both sides want it so
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
` },
  *check({ silences, codes }) {
    for (const { silence: { code, place, codePlace }, outcome } of silences) {
      if (outcome === 'no-code') yield { place, related: [], message: 'The comment names no finding. For example: `# entente-silence conflict: both sides know of it`.' };
      else if (outcome === 'no-reason') yield { place, related: [], message: `The comment gives no reason, so \`${code}\` is still shown. Write why it may be ignored: \`# entente-silence ${code}: ...\`.` };
      else if (outcome === 'unread') yield { place, related: [], message: `\`${code}\` cannot be silenced here: it says that something is not read, and cells would lack that in silence.` };
      else if (outcome === 'unknown-code') {
        const suggestion = didYouMean(code, codes);
        yield { place: codePlace, related: [], message: `There is no finding \`${code}\`.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`, payload: { suggestion } };
      }
    }
  },
  fixes: useSuggestion,
};

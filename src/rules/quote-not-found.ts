import { placesOfQuote } from '../base/quotes.js';
import type { Rule } from './rule.js';
import { sourcesOf } from './support/sources.js';

export const quoteNotFound: Rule = {
  code: 'quote-not-found',
  severity: 'warning',
  title: 'Quote that is not in its document',
  rationale:
    'The quoted words are not in the document, so a reader who checks the clause against its source will not find them. Spaces, line breaks and the shape of quotation marks do not matter, and `...`, `…` or `[...]` stands for words left out; letters do matter.',
  bad: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        source:
          document: ./term-sheet.md
          quote: an amount of fifteen million euros
          #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-not-found
          at: section 2.1
`,
    files: {
      'term-sheet.md': `# Series C term sheet

2.1 The Investor will invest an amount of “fifty million euros”
    at closing.
`,
    },
  },
  good: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        source:
          document: ./term-sheet.md
          quote: 'an amount of "fifty million euros" at closing'
          at: section 2.1
`,
    files: {
      'term-sheet.md': `# Series C term sheet

2.1 The Investor will invest an amount of “fifty million euros”
    at closing.
`,
    },
  },
  *checkAgreement(agreement, { documents }) {
    for (const { document, quote, quotePlace } of sourcesOf(agreement)) {
      const text = document === undefined ? undefined : documents.get(document);
      if (typeof text !== 'string' || quote === undefined || !quotePlace || placesOfQuote(text, quote)) continue;
      yield { place: quotePlace, message: `These words are not in \`${document ?? ''}\`.`, related: [] };
    }
  },
};

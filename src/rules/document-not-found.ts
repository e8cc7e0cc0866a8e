import type { Rule } from './rule.js';
import { sourcesOf } from './support/sources.js';

export const documentNotFound: Rule = {
  code: 'document-not-found',
  severity: 'warning',
  title: 'Source document that cannot be read',
  rationale:
    'The source names a text or Markdown file that is not there, so quotes from it cannot be checked. The path is relative to this file and stays inside the workspace. Anything that is not such a path counts as the title of a document and is not looked for.',
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
          document: ./termsheet.md
          #         ^^^^^^^^^^^^^^ document-not-found
          quote: an amount of
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
          quote: an amount of
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
    for (const { document, documentPlace } of sourcesOf(agreement)) {
      if (document === undefined || !documentPlace || documents.get(document) !== null) continue;
      yield { place: documentPlace, message: `\`${document}\` cannot be read.`, related: [] };
    }
  },
};

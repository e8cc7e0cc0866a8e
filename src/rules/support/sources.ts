import type { Agreement, Source } from '../../model/types.js';

/** Every `source` of an agreement and its clauses. */
export const sourcesOf = (agreement: Agreement): readonly Source[] =>
  [agreement.source, ...agreement.clauses.map(({ source }) => source)].filter((source) => source !== undefined);

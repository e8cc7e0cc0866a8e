import type { Partnership, Source } from '../../model/types.js';
import { mainAgreements } from './places.js';

/** Every `source` of the main file. */
export function sourcesOf(partnership: Partnership): readonly Source[] {
  return mainAgreements(partnership)
    .flatMap((agreement) => [agreement.source, ...agreement.clauses.map(({ source }) => source)])
    .filter((source) => source !== undefined);
}

import { placeIn } from '../base/span.js';
import { textAt } from '../grammar/read.js';
import type { MapNode } from '../syntax/tree.js';
import type { Declaring } from './read-file.js';
import type { Declared } from './types.js';

export const placeOf = (d: Declaring): Declared['place'] => (placeIn(d.file, d.span));

/** What every declaration has: its id, name in words, note and places. */
export function declaredOf(d: Declaring, node: MapNode | undefined): Declared {
  return {
    id: d.full, name: textAt(node, 'name') ?? d.id, note: textAt(node, 'note'), place: placeOf(d),
    whole: placeIn(d.file, d.whole),
  };
}

import type { Partnership } from '../../model/types.js';

/** An assumption with its id, to go on after "if": `` `launch` has occurred ``, `` `first-means` is `head-start` ``. */
export function assumptionWords(name: string, value: string | boolean, { events, facts }: Partnership): string {
  const [base = name] = name.split(':');
  if (events.has(base)) return `\`${name}\` has ${value === 'occurred' ? '' : 'not '}occurred`;
  if (facts.has(base)) return `\`${name}\` ${value === true ? 'holds' : 'does not hold'}`;
  return `\`${name}\` is \`${String(value)}\``;
}

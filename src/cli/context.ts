import { parseDate, type Day } from '../base/dates.js';
import { didYouMean } from '../base/words.js';
import { checkAssumptions } from '../matrix/assumptions.js';
import type { Assumptions, Partnership } from '../model/types.js';
import { oneLine } from '../render/symbols.js';
import { assumptionOf } from '../service/assume.js';

/** Wrong usage or an unreadable file: one clear sentence, exit status 2. */
export class Unusable extends Error {}

/** Exit statuses (language, section 6). */
export const EXIT = { clean: 0, findings: 1, unusable: 2 } as const;

export const print = (text: string): void => void process.stdout.write(text);
export const say = (text: string): void => void process.stderr.write(`${oneLine(text)}\n`);

/** Colours on a terminal that has them, and as NO_COLOR and FORCE_COLOR say. */
export function useColour(): boolean {
  if (process.env['NO_COLOR']) return false;
  const force = process.env['FORCE_COLOR'];
  if (force === '0' || force === 'false') return false;
  return Boolean(force) || (process.stdout.isTTY && process.env['TERM'] !== 'dumb');
}

/** A terminal, or what only takes text. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
/** Milliseconds before anybody wonders, and between two lines. */
const WAITED = { first: 500, next: 100 };

/** Hands out the items one after the other, and says on a terminal how far that is where it takes a while; in a pipe, nothing. */
export function* withProgress<T>(items: readonly T[], terminal: Terminal = process.stderr, now: () => number = Date.now): Generator<T> {
  const isShown = terminal.isTTY && process.env['TERM'] !== 'dumb';
  let next = now() + WAITED.first;
  let shown = false;
  try {
    for (const [index, item] of items.entries()) {
      if (isShown && now() >= next) {
        terminal.write(`\r\u001b[K${index} of ${items.length} files`);
        shown = true;
        next = now() + WAITED.next;
      }
      yield item;
    }
  } finally {
    if (shown) terminal.write('\r\u001b[K'); // before anything else is said
  }
}

/** Today in the local time zone. */
export function today(): Day {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

/** A day given on the command line: the first day of a month or year. */
export function dayOption(name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (!date) throw new Unusable(`${name} takes a date such as 2026-04-27; \`${text}\` is none.`);
  return date.first;
}

/** Reads `--assume NAME=VALUE` options against the unknowns of the file. */
export function assumptionsOf(options: readonly string[], partnership: Partnership): Assumptions {
  const result: Assumptions = Object.fromEntries(options.map((option) => {
    const assumption = assumptionOf(option);
    if (!assumption) throw new Unusable(`--assume takes NAME=VALUE; \`${option}\` is not of that form.`);
    return assumption;
  }));
  const [problem] = checkAssumptions(partnership, result);
  if (problem !== undefined) throw new Unusable(problem);
  return result;
}

/** An id given on the command line must be declared. */
export function knownId(what: string, id: string, known: ReadonlyMap<string, unknown>): string {
  if (known.has(id)) return id;
  const suggestion = didYouMean(id, [...known.keys()]);
  throw new Unusable(`There is no ${what} \`${id}\`.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`);
}

/** A choice among formats. */
export function formatOption<F extends string>(format: string, known: readonly F[]): F {
  const found = known.find((one) => one === format);
  if (found === undefined) throw new Unusable(`--format takes ${known.join(', ')}; \`${format}\` is none of them.`);
  return found;
}

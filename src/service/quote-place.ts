import { type Span, span } from '../base/span.js';

/** Words of a quote that are looked for: with more, time would grow with the quote and the document at once. */
const WORDS = 200;
const MARKS = '["\'‘’‚‛“”„‟«»‹›`´]';

/**
 * Where the first words of a quote stand in a document; the start of the document where they do not. As in the finding
 * `quote-not-found`, white space and the shape of quotation marks do not matter, and three dots stand for words left out.
 */
export function quotePlace(text: string, quote: string | undefined): Span {
  const [first = ''] = (quote ?? '').split(/\[(?:\.{3}|…)\]|\.{3}|…/).map((part) => part.trim()).filter((part) => part !== '');
  const words = first.split(/\s+/).filter((word) => word !== '').slice(0, WORDS);
  if (words.length === 0) return span(0, 0);
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/["'‘’‚‛“”„‟«»‹›`´]/g, MARKS)).join('\\s+');
  const found = new RegExp(pattern).exec(text);
  return found ? span(found.index, found.index + found[0].length) : span(0, 0);
}

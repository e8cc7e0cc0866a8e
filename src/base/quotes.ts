import { type Span, span } from './span.js';

/**
 * Where a quote stands in a text: the spans of its parts, one after the other; undefined where they are not there. White
 * space, the shape of quotation marks, soft hyphens and the marks of Markdown's quoted lines do not matter; three dots,
 * with or without brackets, stand for words left out. A quote without words stands nowhere.
 */
export function placesOfQuote(text: string, quote: string): readonly Span[] | undefined {
  const { plain, offsets } = plainOf(text);
  const spans: Span[] = [];
  let at = 0;
  for (const part of quote.split(/\[(?:\.{3}|…)\]|\.{3}|…/)) {
    const wanted = plainOf(part).plain.trim();
    if (wanted === '') continue;
    const found = plain.indexOf(wanted, at);
    if (found < 0) return undefined;
    at = found + wanted.length;
    spans.push(span(offsets[found]!, offsets[at - 1]! + 1));
  }
  return spans.length > 0 ? spans : undefined;
}

/** The text as it is compared, and where each of its characters comes from. Time is in proportion to its length. */
function plainOf(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
  const kept: string[] = [];
  const offsets: number[] = [];
  let lineStart = true;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const isSpace = /\s/.test(character);
    if (character === '\n') lineStart = true;
    else if (lineStart && character !== '>' && !isSpace) lineStart = false;
    if (character === '\u00ad' || (lineStart && character === '>')) continue;
    if (isSpace && kept.at(-1) === ' ') continue;
    kept.push(isSpace ? ' ' : /["'‘’‚‛“”„‟«»‹›`´]/.test(character) ? '"' : character);
    offsets.push(at);
  }
  return { plain: kept.join(''), offsets };
}

import { Lexer } from 'yaml';
import { span, type Span } from '../base/span.js';

/** What the lexer puts between words without any width: before a document, after flow text that ends too soon, before a scalar. */
const WIDTHLESS = /^[\x02\x18\x1f]$/;

/** The comments of a text, from the `#` to the end of the line, in order. Never throws; the time grows with the length of the text alone. */
export function commentsIn(text: string): Span[] {
  if (/[\x02\x18\x1f]/.test(text)) return []; // no text, and not read
  const found: Span[] = [];
  let at = 0;
  let scalar = false;
  for (const word of new Lexer().lex(text)) {
    if (!WIDTHLESS.test(word)) {
      if (!scalar && word.startsWith('#')) found.push(span(at, at + word.length));
      at += word.length;
    }
    scalar = word === '\x1f';
  }
  return found;
}

import type { Converters, Range } from './convert.js';

/** A text that is open in the client. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A replacement of a range, or of the whole text. */
export type Change = { readonly range: Range; readonly text: string } | { readonly text: string };

/** The text after changes that refer, each, to the outcome of the one before. */
export function applyChanges(text: string, changes: readonly Change[], converters: Converters): string {
  return changes.reduce((current, change) => {
    if (!('range' in change)) return change.text;
    return converters.edited(current, converters.of(current).span(change.range), change.text).text;
  }, text);
}

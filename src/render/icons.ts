import type { StatusName } from '../protocol.js';

/** One drawing per status on a field of 16 by 16, told apart by shape alone: strokes, no fill. Decoration beside the word. */
export const ICONS: Readonly<Record<StatusName, string>> = {
  conflict: '<path d="M8 1.9 14.6 13.4H1.4ZM8 6.2v3.3M8 11.4v.1"/>',
  barred: '<circle cx="8" cy="8" r="6.1"/><path d="M3.8 12.2 12.2 3.8"/>',
  exclusive: '<path d="m8 1.7 1.9 4.1 4.5.5-3.3 3 .9 4.4L8 11.5l-4 2.2.9-4.4-3.3-3 4.5-.5Z"/>',
  first: '<circle cx="8" cy="8" r="6.1"/><path d="M6.6 6.2 8.4 5v6.1"/>',
  'after-first': '<circle cx="8" cy="8" r="6.1"/><path d="M8 4.5V8l2.4 1.7"/>',
  available: '<circle cx="8" cy="8" r="6.1"/><path d="m5.2 8.2 2 2 3.6-4.2"/>',
  unspecified: '<path d="M4.5 8h7"/>',
  undecided: '<circle cx="8" cy="8" r="6.1"/><path d="M6.2 6.4c.1-1.1.9-1.7 1.9-1.7 1.1 0 1.9.7 1.9 1.7 0 1.3-1.9 1.4-1.9 2.7M8.1 11.3v.1"/>',
};

/** Light, printable colours with a contrast of at least 7 to 1 between background and text. */
export const COLOURS: Readonly<Record<StatusName, { readonly fill: string; readonly ink: string; readonly edge: string }>> = {
  conflict: { fill: '#fdebec', ink: '#8a1019', edge: '#d64550' },
  barred: { fill: '#f2f2f0', ink: '#45453f', edge: '#c9c9c4' },
  exclusive: { fill: '#f1ecfb', ink: '#46278a', edge: '#b9a3e3' },
  first: { fill: '#e8f1fc', ink: '#0e4276', edge: '#93bdea' },
  'after-first': { fill: '#fdf4dc', ink: '#624300', edge: '#e0bf6b' },
  available: { fill: '#e8f5eb', ink: '#17502a', edge: '#93cba4' },
  unspecified: { fill: '#ffffff', ink: '#595959', edge: '#dcdcdc' },
  undecided: { fill: '#fdf0e8', ink: '#6b3210', edge: '#e3ab85' },
};

/** What each status means, in the order in which a cell takes the first that fits. */
export const MEANINGS: readonly (readonly [StatusName, string])[] = [
  ['conflict', 'Promised here and forbidden here at once'],
  ['barred', 'Somebody may insist that it is not served here'],
  ['exclusive', 'Promised here and on no other cloud'],
  ['first', 'Served here before other clouds'],
  ['after-first', 'Allowed, once another cloud has had its lead'],
  ['available', 'Promised or allowed here'],
  ['unspecified', 'No term speaks about it'],
  ['undecided', 'Too much is unknown to say'],
];

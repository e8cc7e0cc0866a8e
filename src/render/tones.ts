import type { StatusName } from '../protocol.js';

/** Light fills with dark text, at a contrast of 7 to 1 or more; every meaning is carried by a word as well. */
export const TONES: Readonly<Record<StatusName, { readonly fill: string; readonly text: string; readonly edge: string }>> = {
  conflict: { fill: '#fbd5d5', text: '#6b0f14', edge: '#c2303a' },
  barred: { fill: '#e6e8eb', text: '#33383f', edge: '#a9afb7' },
  exclusive: { fill: '#e8dcf8', text: '#43236f', edge: '#9a79c9' },
  first: { fill: '#d7e7fb', text: '#123f75', edge: '#6f9fd8' },
  'after-first': { fill: '#fbeccb', text: '#5a3c00', edge: '#cfa64a' },
  available: { fill: '#d8f0dc', text: '#114a20', edge: '#6fb57f' },
  unspecified: { fill: '#ffffff', text: '#4a4f57', edge: '#c9cdd3' },
  undecided: { fill: '#fddfc9', text: '#65300a', edge: '#d38a52' },
};

import type { ComponentChildren } from 'preact';
import type { StatusName } from '../protocol.js';

/** One drawing per status on a field of 16 by 16, told apart by shape alone. */
const DRAWINGS: Readonly<Record<StatusName, ComponentChildren>> = {
  conflict: <><path d="M8 1.9 14.6 13.4H1.4Z" /><path d="M8 6.2v3.3M8 11.4v.1" /></>,
  barred: <><circle cx="8" cy="8" r="6.1" /><path d="M3.8 12.2 12.2 3.8" /></>,
  exclusive: <path d="m8 1.7 1.9 4.1 4.5.5-3.3 3 .9 4.4L8 11.5l-4 2.2.9-4.4-3.3-3 4.5-.5Z" />,
  first: <><circle cx="8" cy="8" r="6.1" /><path d="M6.6 6.2 8.4 5v6.1" /></>,
  'after-first': <><circle cx="8" cy="8" r="6.1" /><path d="M8 4.5V8l2.4 1.7" /></>,
  available: <><circle cx="8" cy="8" r="6.1" /><path d="m5.2 8.2 2 2 3.6-4.2" /></>,
  unspecified: <path d="M4.5 8h7" />,
  undecided: <><circle cx="8" cy="8" r="6.1" /><path d="M6.2 6.4c.1-1.1.9-1.7 1.9-1.7 1.1 0 1.9.7 1.9 1.7 0 1.3-1.9 1.4-1.9 2.7M8.1 11.3v.1" /></>,
};

/** Decoration: the name of the status always stands beside it. */
export const StatusIcon = ({ status }: { readonly status: StatusName }) => (
  <svg class="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{DRAWINGS[status]}</svg>
);


import type { Place } from './span.js';

/** `hint` is drawn faintly (for example unused text); the others are as in the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** What a rule reports: data only. `payload` is what the rule's fixes read. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly related: readonly Related[];
  readonly payload?: unknown;
  /** Drawn as unused. */
  readonly unused?: boolean;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** By file, then place, then severity, then code: the order of every list of findings. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.place.file, b.place.file) || a.place.start - b.place.start || a.place.end - b.place.end ||
    RANK[a.severity] - RANK[b.severity] || compareText(a.code, b.code) || compareText(a.message, b.message);
}

/** Code-unit order, the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

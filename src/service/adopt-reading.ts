import type { Finding } from '../base/findings.js';
import type { Place, Span } from '../base/span.js';
import { judgmentNeeded } from '../rules/judgment-needed.js';
import { payloadText } from '../rules/support/edits.js';
import type { Analysis } from './analysis.js';
import type { CodeAction } from './code-actions.js';

/**
 * Adoptions of an open reading, for a span that touches its declaration, something that names it or one of its choices,
 * a clause that turns on it, or another finding that depends on it. The finding itself has the same fixes.
 */
export function adoptions({ partnership, findings }: Analysis, file: string, { start, end }: Span): readonly CodeAction[] {
  const touches = (place: Place | undefined): boolean => place?.file === file && place.start <= end && start <= place.end;
  return findings.filter(({ code, place }) => code === judgmentNeeded.code && !touches(place)).flatMap((judgment) => {
    const id = payloadText(judgment.payload, 'reading') ?? '';
    const named = partnership.references.some((name) => touches(name.place) &&
      (name.namespace === 'reading' ? name.id === id : name.namespace === 'choice' && name.id.startsWith(`${id}/`)));
    const dependent = findings.find(({ place, payload }) => touches(place) && unknownsIn(payload).includes(id));
    if (!named && !dependent && !touches(partnership.readings.get(id)?.whole) && !judgment.related.some(({ place }) => touches(place))) return [];
    const finding: Finding = dependent ?? judgment;
    return (judgmentNeeded.fixes?.(judgment, partnership) ?? []).map((fix) => ({
      title: fix.title, finding, safe: fix.safe, edits: [{ file: fix.file ?? judgment.place.file, edits: fix.edits }],
    }));
  });
}

function unknownsIn(payload: unknown): readonly unknown[] {
  const unknowns = typeof payload === 'object' && payload !== null && 'unknowns' in payload ? payload.unknowns : [];
  return Array.isArray(unknowns) ? unknowns : [];
}

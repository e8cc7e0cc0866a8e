import type { TextEdit } from '../base/edits.js';
import type { Finding } from '../base/findings.js';
import type { Span } from '../base/span.js';
import { RULES } from '../rules/registry.js';
import type { Fix, Rule } from '../rules/rule.js';
import { adoptions } from './adopt-reading.js';
import type { Analysis } from './analysis.js';

export interface CodeAction {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly FileEdits[];
  /** It may be applied without a look. */
  readonly safe: boolean;
}

export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The quick fixes of the findings that touch the span, in the order of the findings, and adoptions of readings that matter there. */
export function codeActions(analysis: Analysis, file: string, span: Span): readonly CodeAction[] {
  const { partnership, findings } = analysis;
  const { start, end } = span;
  const fixes = findings
    .filter(({ place }) => place.file === file && place.start <= end && start <= place.end)
    .flatMap((finding) => fixesOf(finding, partnership).map((fix) => ({
      title: fix.title, finding, safe: fix.safe, edits: [{ file: fix.file ?? finding.place.file, edits: fix.edits }],
    })));
  return [...fixes, ...adoptions(analysis, file, span)];
}

/** Every safe fix of the file at once; of fixes that overlap, the first. Nothing where there are none. */
export function fixAll({ partnership, findings }: Analysis, file: string): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of findings) {
    const fix = fixesOf(finding, partnership).find(({ safe, file: target }) => safe && (target ?? finding.place.file) === file);
    if (fix && !fix.edits.some((edit) => chosen.some((other) => overlap(edit.span, other.span)))) chosen.push(...fix.edits);
  }
  return chosen;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end || (a.start === b.start && a.end === b.end);

/** A rule that fails to make its fixes has none: the finding is what matters. */
function fixesOf(finding: Finding, partnership: Analysis['partnership']): readonly Fix[] {
  try {
    return BY_CODE.get(finding.code)?.fixes?.(finding, partnership) ?? [];
  } catch {
    return [];
  }
}

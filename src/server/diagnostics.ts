import type { Diagnostic, DiagnosticSeverity as SeverityNumber } from 'vscode-languageserver-protocol';
import type { Finding, Severity } from '../base/findings.js';
import type { Place } from '../base/span.js';
import type { Partnership } from '../model/types.js';
import type { Converters, Range } from './convert.js';
import { DiagnosticSeverity, DiagnosticTag } from './lsp.js';

/** What of a diagnostic the client can take. */
export interface DiagnosticOptions {
  readonly related: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  /** Where the pages about findings are, with a closing slash. */
  readonly docs: string | undefined;
}

const SEVERITIES: Readonly<Record<Severity, SeverityNumber>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

/** Places in positions of their own files. */
export class Places {
  constructor(private readonly partnership: Partnership, private readonly converters: Converters, private readonly clientUri: (file: string) => string) {}

  range({ file, start, end }: Place): Range {
    const text = this.partnership.files.get(file)?.text ?? '';
    return this.converters.of(text).range({ start, end });
  }

  location(place: Place): { uri: string; range: Range } {
    return { uri: this.clientUri(place.file), range: this.range(place) };
  }
}

export function diagnosticOf({ code, severity, place, message, related, unused }: Finding, places: Places, options: DiagnosticOptions): Diagnostic {
  const tags = [...(unused ? [DiagnosticTag.Unnecessary] : [])];
  return {
    range: places.range(place),
    severity: SEVERITIES[severity],
    code,
    source: 'entente',
    message,
    ...(options.codeDescription && options.docs !== undefined ? { codeDescription: { href: `${options.docs}${code}.md` } } : {}),
    ...(options.related && related.length > 0 ? { relatedInformation: related.map((other) => ({ location: places.location(other.place), message: other.message })) } : {}),
    ...(options.tags && tags.length > 0 ? { tags } : {}),
  };
}

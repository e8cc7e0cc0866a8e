import type { Log, Result } from 'sarif';
import type { Finding, Severity } from '../base/findings.js';
import { lineStarts, positionAt, type Place, type Position } from '../base/span.js';
import type { Rule } from '../rules/rule.js';
import type { WitnessView } from '../protocol.js';
import { witnessOf, witnessView } from '../service/witness.js';
import { jsonText, oneLine } from './symbols.js';

/** A finding with positions: zero-based lines and UTF-16 characters, `file` as it is to be shown. */
export interface PlacedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: PlacedFinding['range'] }[];
  /** Of a conflict: one cell, day and world that shows it. `assume` is what differs from the baseline. */
  readonly witness?: WitnessView;
}

/** Gives findings their positions. `textOf` has the text of every file they name, `shown` its name for the reader. */
export function placed(findings: readonly Finding[], textOf: (file: string) => string, shown: (file: string) => string): PlacedFinding[] {
  const starts = new Map<string, readonly number[]>();
  const at = (place: Place): { file: string; range: PlacedFinding['range'] } => {
    const lines = starts.get(place.file) ?? lineStarts(textOf(place.file));
    starts.set(place.file, lines);
    return { file: shown(place.file), range: { start: positionAt(lines, place.start), end: positionAt(lines, place.end) } };
  };
  return findings.map((finding) => {
    const { code, severity, message, place, related } = finding;
    const witness = witnessOf(finding);
    return {
      code, severity, message, ...at(place), related: related.map((one) => ({ message: one.message, ...at(one.place) })),
      ...(witness ? { witness: witnessView(witness) } : {}),
    };
  });
}

/** With what each file's answer covers. */
export const findingsJson = (findings: readonly PlacedFinding[], files: readonly object[]): string => `${jsonText({ findings, files }, 2)}\n`;

const COLOUR: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '90' };

/** `file:line:column severity code message`, lines and columns counted from 1. */
export function findingsText(findings: readonly PlacedFinding[], colour: boolean): string {
  const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const where = ({ file, range }: Pick<PlacedFinding, 'file' | 'range'>): string => oneLine(`${file}:${range.start.line + 1}:${range.start.character + 1}`);
  return findings.map((finding) => [
    `${paint('1', where(finding))} ${paint(COLOUR[finding.severity], finding.severity)} ${finding.code}: ${oneLine(finding.message)}`,
    ...finding.related.map((related) => `    ${where(related)} ${oneLine(related.message)}`),
  ].join('\n') + '\n').join('');
}

/** Workflow commands that a pipeline shows beside the lines. */
export function findingsGithub(findings: readonly PlacedFinding[]): string {
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const kind: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
  return findings.map(({ severity, code, message, file, range }) =>
    `::${kind[severity]} file=${property(file)},line=${range.start.line + 1},endLine=${range.end.line + 1},col=${range.start.character + 1},endColumn=${range.end.character + 1},title=${property(code)}::${data(oneLine(message))}\n`).join('');
}

/** In SARIF `[…](…)` is a link, even in plain text. */
const unlinked = (text: string): string => text.replaceAll('](', '] (');

/** SARIF 2.1.0, with the rules that the findings may come from. */
export function findingsSarif(findings: readonly PlacedFinding[], rules: readonly Rule[], version: string): string {
  const level: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
  const location = ({ file, range }: Pick<PlacedFinding, 'file' | 'range'>) => ({
    physicalLocation: {
      artifactLocation: { uri: `${file.startsWith('/') ? 'file://' : ''}${file.split('/').map(encodeURIComponent).join('/')}` },
      region: { startLine: range.start.line + 1, startColumn: range.start.character + 1, endLine: range.end.line + 1, endColumn: range.end.character + 1 },
    },
  });
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
    runs: [{
      columnKind: 'utf16CodeUnits',
      tool: { driver: {
        name: 'Entente', version,
        rules: rules.map(({ code, title, rationale, severity }) => ({ id: code, shortDescription: { text: title }, fullDescription: { text: rationale }, defaultConfiguration: { level: level[severity] } })),
      } },
      results: findings.map((finding): Result => {
        const index = rules.findIndex(({ code }) => code === finding.code);
        return {
          ruleId: finding.code, ...(index < 0 ? {} : { ruleIndex: index }), level: level[finding.severity], message: { text: unlinked(finding.message) }, locations: [location(finding)],
          ...(finding.related.length > 0 ? { relatedLocations: finding.related.map((related, id) => ({ id, ...location(related), message: { text: unlinked(related.message) } })) } : {}),
        };
      }),
    }],
  };
  return `${jsonText(log, 2)}\n`;
}

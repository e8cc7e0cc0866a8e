import type { Finding } from '../base/findings.js';
import { count } from '../base/words.js';
import type { Analysis } from './analysis.js';
import type { Answer } from './questions.js';

/** The findings that answer a question; of clashes only those that depend on nothing: no world lets both be kept. */
export const LISTED_CODES = {
  idle: ['ineffective-clause', 'swallowing-exception', 'redundant-clause', 'idle-reading'],
  unmet: ['conflict', 'license-clash', 'first-twice', 'purchase-barred'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the rules found of clauses that never matter, or of commitments that cannot be met; silenced findings are named as such. */
export function listed({ findings, silenced, partnership }: Analysis, question: keyof typeof LISTED_CODES): Answer {
  const codes: readonly string[] = LISTED_CODES[question];
  const isMeant = ({ code, severity, payload }: Finding): boolean =>
    codes.includes(code) && (code !== 'conflict' || (payload as { certain?: boolean } | undefined)?.certain === true) && (code !== 'license-clash' || severity !== 'warning');
  const found = [...findings.map((finding) => ({ finding, isSilenced: false })), ...silenced.map((finding) => ({ finding, isSilenced: true }))]
    .filter(({ finding }) => isMeant(finding)).sort((a, b) => a.finding.place.start - b.finding.place.start);
  const lineOf = ({ place }: Finding): number => (partnership.files.get(place.file)?.text.slice(0, place.start).split('\n').length ?? 1);
  return {
    summary: found.length === 0 ? (question === 'idle' ? 'Every clause and every open reading matters in some world.' : 'No commitment was found that no world lets a party meet.')
      : question === 'idle' ? `${count(found.length, 'clause or reading makes', 'clauses or readings make')} no difference in any world.`
        : `${count(found.length, 'commitment or clash', 'commitments or clashes')} cannot be kept in any world on some days.`,
    lines: found.map(({ finding, isSilenced }) => ({ text: `Line ${lineOf(finding)}, ${finding.code}${isSilenced ? ' (silenced)' : ''}: ${finding.message}` })),
    data: { findings: found.map(({ finding, isSilenced }) => ({ code: finding.code, severity: finding.severity, line: lineOf(finding), message: finding.message, silenced: isSilenced })) },
  };
}

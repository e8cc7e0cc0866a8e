import { formatDay } from '../base/dates.js';
import type { TextEdit } from '../base/edits.js';
import type { Finding } from '../base/findings.js';
import type { Span } from '../base/span.js';
import { listWords } from '../base/words.js';
import type { Clause } from '../model/types.js';
import type { WitnessView } from '../protocol.js';
import type { WitnessCell } from '../rules/conflict.js';
import type { Analysis } from './analysis.js';
import { assumptionWords, cellName, clauseName } from './phrases.js';
import { saveSteps } from './save-expectation.js';

/** One cell on one day in one world that shows what a finding says; undefined where it speaks of no conflict. */
export const witnessOf = ({ code, payload }: Finding): WitnessCell | undefined =>
  (code === 'conflict' ? (payload as { readonly witness: WitnessCell }).witness : undefined);

/** As the protocol and JSON have it. */
export const witnessView = ({ product, cloud, at, assume }: WitnessCell): WitnessView => ({ product, cloud, at: formatDay(at), assume });

export interface WitnessAction {
  readonly finding: Finding;
  readonly witness: WitnessCell;
  /** `Frontier on Azure on 2026-05-01`. */
  readonly name: string;
  /** What writes it into `expect`; undefined where the file expects it already, or nothing can be written. */
  readonly save: readonly TextEdit[] | undefined;
}

/** Findings at one place whose witnesses are offered. */
const OFFERED = 4;

/** The witnesses of the findings that touch the span, at most four, in parts, since what saves them is tried. */
export function* witnessesAt(analysis: Analysis, findings: readonly Finding[], file: string, { start, end }: Span): Generator<WitnessAction | undefined, void> {
  const touching = findings.filter((finding) => finding.place.file === file && finding.place.start <= end && start <= finding.place.end && witnessOf(finding));
  for (const finding of touching.slice(0, OFFERED)) {
    const witness = witnessOf(finding);
    if (!witness) continue;
    const saved = file === analysis.partnership.file ? yield* saveSteps(analysis, [witness]) : undefined;
    yield { finding, witness, name: `${cellName(witness.product, witness.cloud, analysis.partnership)} on ${formatDay(witness.at)}`, save: saved?.kind === 'added' ? saved.edits : undefined };
  }
}

/** The conflicts of a clause that are not over, each with its witness, as plain text. */
export function conflictWords({ partnership, findings }: Analysis, { id }: Clause): readonly string[] {
  return findings.flatMap((finding) => {
    const witness = witnessOf(finding);
    const { clauses = [] } = (finding.payload ?? {}) as { readonly clauses?: readonly string[] };
    if (!witness || finding.severity === 'information' || !clauses.includes(id)) return [];
    const others = clauses.filter((other) => other !== id).map((other) => clauseName(other, partnership));
    const world = Object.entries(witness.assume).map(([name, value]) => assumptionWords(name, value, partnership));
    return [`With ${listWords(others)}: for example ${cellName(witness.product, witness.cloud, partnership)} on ${formatDay(witness.at)}${world.length > 0 ? `, if ${listWords(world)}` : ', as things stand'}`];
  });
}

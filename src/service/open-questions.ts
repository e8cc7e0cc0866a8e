import { type Day, describeInterval, formatDay, type Interval } from '../base/dates.js';
import type { Finding, Severity } from '../base/findings.js';
import type { Place } from '../base/span.js';
import type { WitnessView } from '../protocol.js';
import type { Analysis } from './analysis.js';
import { witnessOf, witnessView } from './witness.js';
import { cellName } from './phrases.js';

/** A conflict or a judgment that is needed, with the cells that it touches. */
export interface OpenQuestion {
  readonly kind: 'conflict' | 'judgment';
  readonly severity: Severity;
  /** The clauses that clash, without their agreements, or the question of the reading. */
  readonly title: string;
  readonly message: string;
  readonly place: Place;
  readonly cells: readonly QuestionCell[];
  /** Of a conflict. */
  readonly witness?: WitnessView | undefined;
}

export interface QuestionCell {
  readonly product: string;
  readonly cloud: string;
  /** `Frontier on Azure`. */
  readonly name: string;
  /** In words. */
  readonly days: string;
  /** A day on which to look at it: the as-of day where it is among them, else the nearest. */
  readonly at: string;
}

/** The conflicts and the judgments that a file needs, from its findings as they are shown, conflicts first. */
export function openQuestions(analysis: Analysis, findings: readonly Finding[]): readonly OpenQuestion[] {
  return [...findings.flatMap((finding) => conflictOf(finding, analysis)), ...findings.flatMap((finding) => judgmentOf(finding, analysis))];
}

interface CellDays extends Interval { readonly product: string; readonly cloud: string }
interface ConflictPayload { readonly clauses: readonly string[]; readonly cells: readonly CellDays[] }

function conflictOf(finding: Finding, analysis: Analysis): readonly OpenQuestion[] {
  const { severity, message, place, payload } = finding;
  const witness = witnessOf(finding);
  if (!witness) return [];
  const { clauses, cells } = payload as ConflictPayload;
  return [{ kind: 'conflict', severity, title: clauses.map((id) => analysis.partnership.clauses.get(id)?.local ?? id).join(' · '), message, place, cells: cells.map((cell) => cellOf(cell, analysis)), witness: witnessView(witness) }];
}

function judgmentOf({ code, severity, message, place, payload }: Finding, analysis: Analysis): readonly OpenQuestion[] {
  if (code !== 'judgment-needed') return [];
  const { reading } = payload as { readonly reading: string };
  const cells = dependingOn(reading, analysis).map((cell) => cellOf(cell, analysis));
  return [{ kind: 'judgment', severity, title: analysis.partnership.readings.get(reading)?.question ?? reading, message, place, cells }];
}

/** Where and when a reading can change a status, as-of day or later. */
function dependingOn(reading: string, { partnership: { products, clouds, asOf }, matrix }: Analysis): readonly CellDays[] {
  return [...products.keys()].flatMap((product) => [...clouds.keys()].flatMap((cloud) => {
    const runs: CellDays[] = [];
    for (const { from, to, cell } of matrix.timeline(product, cloud)) {
      if (to <= asOf || !cell.unknowns.includes(reading)) continue;
      const last = runs.at(-1);
      if (last?.to === from) runs[runs.length - 1] = { ...last, to };
      else runs.push({ product, cloud, from, to });
    }
    return runs;
  }));
}

function cellOf({ product, cloud, from, to }: CellDays, { partnership }: Analysis): QuestionCell {
  return {
    product, cloud, name: cellName(product, cloud, partnership),
    days: describeInterval({ from, to }), at: formatDay(nearest(partnership.asOf, from, to)),
  };
}

const nearest = (day: Day, from: Day, to: Day): Day => Math.max(from, Math.min(day, to - 1));

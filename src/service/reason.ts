import type { Day } from '../base/dates.js';
import type { Place } from '../base/span.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Assumptions, Partnership } from '../model/types.js';
import type { ExplainNode, StatusName } from '../protocol.js';
import type { Analysis } from './analysis.js';

/** A node of an explanation, with its place in a text or document as offsets. Plain text throughout. */
export interface Reason {
  /** Unique among its siblings, and the same on every cell where it means the same. */
  readonly id: string;
  readonly kind: ExplainNode['kind'];
  readonly text: string;
  /** The id of the clause, agreement, event, fact or reading that it speaks of. */
  readonly about?: string | undefined;
  /** Where that is written; may lie in a source document. */
  readonly place?: Place | undefined;
  /** Assumptions that make it so, beside those that are made already. */
  readonly assume?: Assumptions | undefined;
  /** Whether its children are shown before anybody asks. */
  readonly open?: boolean | undefined;
  readonly children?: readonly Reason[] | undefined;
}

export interface Explanation {
  readonly product: string;
  readonly cloud: string;
  readonly at: Day;
  readonly status: StatusName;
  /** One sentence. */
  readonly summary: string;
  /** The first level of the tree; none without children. */
  readonly parts: readonly Reason[];
}

/** The cell that is explained, under the assumptions that have an effect. */
export interface Asked {
  readonly analysis: Analysis;
  readonly partnership: Partnership;
  readonly matrix: Matrix;
  readonly product: string;
  readonly cloud: string;
  readonly day: Day;
  readonly assumed: Assumptions;
}

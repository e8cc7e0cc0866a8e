/** Limits of one cell. Beyond them the cell is `undecided`, never guessed (language, section 3). */
export const CELL_LIMITS = {
  /** Unknowns that can touch one cell. */
  unknowns: 48,
  /** Steps of computing with decision diagrams for one cell. */
  steps: 500_000,
  /** Assumption sets listed for one status; beyond it the list says that there are more. */
  sets: 64,
} as const;

/** Cells of one matrix, products times clouds. The cells of later products are `undecided`. */
export const MATRIX_CELLS = 100_000;

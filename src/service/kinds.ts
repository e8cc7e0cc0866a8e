/** What lenses tell; each kind has a setting of its own. */
export const LENS_KINDS = ['matrix', 'agreement', 'plan', 'expectations'] as const;
export type LensKind = (typeof LENS_KINDS)[number];

/** What inlay hints tell; each kind has a setting of its own. */
export const HINT_KINDS = ['term', 'ended', 'depends', 'sum'] as const;
export type HintKind = (typeof HINT_KINDS)[number];
export type HintKinds = Readonly<Record<HintKind, boolean>>;

export const ALL_HINTS: HintKinds = { term: true, ended: true, depends: true, sum: true };

/** Limits. Beyond those of one file there is a finding (`resource-limit`) and nothing after the limit is read. */
export const LIMITS = {
  /** UTF-16 code units in one file. */
  textLength: 8 * 1024 * 1024,
  /** Levels of nested YAML collections. */
  depth: 64,
  /** Nodes that aliases may stand for in one file, each use counted. */
  aliasedNodes: 100_000,
  /** Anchors in one file. */
  anchors: 1_000,
  /** Files that one file may import, directly and indirectly. */
  imports: 1_000,
  /** Documents that one file and its imports may quote from. */
  documents: 1_000,
  /** UTF-16 code units of a file, its imports and their documents together. */
  allTexts: 64 * 1024 * 1024,
  /** Findings that one file may have. */
  findings: 10_000,
  /** Agreement files of a workspace that are indexed. */
  workspaceFiles: 20_000,
  /** Milliseconds that a request of an editor may take, as far as it is computed in parts. */
  requestTime: 30_000,
} as const;

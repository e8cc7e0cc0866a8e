/** Findings about the shape of a file: a JSON Schema sees them too. All others need the rules. */
export const SHAPE_CODES: readonly string[] = [
  'bad-amount', 'bad-date', 'bad-duration', 'bad-id', 'conflicting-keys', 'missing-key', 'not-a-mapping', 'unknown-clause-type', 'unknown-key',
  'unsupported-version', 'wrong-type',
];

/** Findings about the text as YAML: any YAML parser sees them. */
export const YAML_CODES: readonly string[] = ['duplicate-key', 'yaml-syntax'];

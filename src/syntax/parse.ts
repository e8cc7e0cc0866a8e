import { readLines } from './lines.js';
import type { Tree } from './tree.js';
import { parseYaml } from './yaml.js';

/** Reads a text as one YAML 1.2 document in the core schema (language, section 1). Never throws. */
export const parse = (text: string): Tree => readLines(text) ?? parseYaml(text);

import { outcomeOf, type Steps } from '../base/steps.js';
import { readLines } from './lines.js';
import type { Tree } from './tree.js';
import { parseYaml } from './yaml.js';

/** Reads a text as one YAML 1.2 document in the core schema (language, section 1). Never throws. */
export const parse = (text: string): Tree => outcomeOf(parseSteps(text));

/** As `parse`, in parts, as far as the text is read line by line. */
export function* parseSteps(text: string): Steps<Tree> {
  return (yield* readLines(text)) ?? parseYaml(text);
}

import { dayOf, parseDate } from '../../src/base/dates.js';
import type { RuleExample } from '../../src/rules/rule.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';

export const WORKSPACE = 'file:///deals';
export const MAIN = `${WORKSPACE}/main.entente.yaml`;

/** Analyses an example of a rule; the other files lie beside the main one. */
export function analyseExample({ text, files = {}, today }: RuleExample): Analysis {
  const texts = new Map<string, string | null>([[MAIN, text]]);
  const documents = new Map<string, string | null>();
  for (const [path, content] of Object.entries(files)) {
    (/\.entente\.ya?ml$/.test(path) ? texts : documents).set(new URL(path, `${WORKSPACE}/`).href, content);
  }
  return analyse({ file: MAIN, texts, documents, workspace: WORKSPACE, today: parseDate(today ?? '2026-06-01')?.first ?? dayOf(2026, 6, 1) });
}

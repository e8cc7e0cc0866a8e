import type { Finding } from '../base/findings.js';
import { ID } from '../grammar/read.js';
import type { Partnership } from '../model/types.js';
import { type Fix, problemsOf, type Rule } from './rule.js';
import { payloadText, useSuggestion } from './support/edits.js';
import { addDeclaration, SECTIONS } from './support/sections.js';

export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  title: 'Name that is not declared',
  rationale:
    'The id names nothing in this file or its imports, so the part that uses it is left out. It may be misspelt, or its declaration or import may be missing.',
  bad: {
    text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirus }
  #                                             ^^^^^ unknown-reference
products:
  nowcast: { name: Nowcast, owner: meteo }
`,
  },
  good: {
    text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
`,
  },
  check: problemsOf('unknown-reference'),
  fixes: (finding, partnership) => [...useSuggestion(finding), ...declare(finding, partnership)],
};

/** Declares the id, as each kind of thing that may stand there. Agreements and clauses are not invented. */
function declare({ payload, place }: Finding, partnership: Partnership): readonly Fix[] {
  const id = payloadText(payload, 'id') ?? '';
  const wanted = payloadText(payload, 'namespace');
  const file = partnership.files.get(place.file);
  if (!ID.test(id) || !file?.tree.root) return [];
  const { text, tree: { root } } = file;
  // A condition may name an event or a fact.
  const sections = SECTIONS.filter(([namespace]) => namespace === wanted || (wanted === 'fact' && namespace === 'event'));
  return sections.flatMap(([namespace, section]): Fix[] => {
    const unknown = namespace === 'event' || namespace === 'fact' || namespace === 'reading';
    if (unknown && [partnership.events, partnership.facts, partnership.readings].some((declared) => declared.has(id))) return [];
    const value = namespace === 'reading' ? readingOf(id, partnership) : namespace === 'event' ? '{ status: pending }' : '{}';
    const edit = addDeclaration(text, root, section, { lines: [`${id}: ${value}`], inBraces: { id, value } });
    return edit ? [{ title: `Declare the ${namespace} \`${id}\``, edits: [edit], safe: false }] : [];
  });
}

/** An open question with the choices that the file already speaks of, and two to be filled in where it names none. */
function readingOf(id: string, { references }: Partnership): string {
  const prefix = `${id}/`;
  const named = new Set(references.filter((use) => use.namespace === 'choice' && use.id.startsWith(prefix)).map((use) => use.id.slice(prefix.length)));
  const choices = [...named].filter((choice) => ID.test(choice));
  for (const name of ['first-choice', 'other-choice']) if (choices.length < 2 && !named.has(name)) choices.push(name);
  return `{ question: How is ${id} to be read?, choices: { ${choices.map((choice) => `${choice}: What it means`).join(', ')} } }`;
}

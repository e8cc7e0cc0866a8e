import type { Declared, Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { payloadText, removeEntry } from './support/edits.js';
import { inMain, mainAgreements, nodeAt } from './support/places.js';
import { SECTIONS } from './support/sections.js';

export const unusedDeclaration: Rule = {
  code: 'unused-declaration',
  severity: 'hint',
  title: 'Declaration that nothing uses',
  rationale:
    'Nothing in the file refers to this id. It may be left over, or a clause that should name it may have forgotten to. Files without agreements are libraries for others; there nothing counts as unused.',
  bad: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix }
events:
  approval: { name: The regulator approves, status: pending }
# ^^^^^^^^ unused-declaration
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      browser-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: [browser]
        cloud: northwind-eu
        strength: must
` },
  good: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix }
events:
  approval: { name: The regulator approves, status: pending }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      browser-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: [browser]
        cloud: northwind-eu
        strength: must
        when: approval
` },
  *check({ partnership }) {
    if (mainAgreements(partnership).length === 0) return;
    const used = usedIds(partnership);
    for (const [namespace, section] of SECTIONS) {
      const declarations: ReadonlyMap<string, Declared> = partnership[section];
      for (const declared of declarations.values()) {
        if (!inMain(partnership, declared) || used.has(`${namespace} ${declared.id}`)) continue;
        yield { place: declared.place, message: `Nothing uses the ${namespace} \`${declared.id}\`.`, related: [], unused: true, payload: { section, id: declared.id } };
      }
    }
  },
  fixes({ payload, place }, partnership) {
    const section = payloadText(payload, 'section');
    const id = payloadText(payload, 'id');
    const text = partnership.files.get(place.file)?.text;
    const map = nodeAt(partnership, place.file, [section ?? '']);
    const entry = map?.kind === 'map' && !map.flow ? map.entries.find(({ key }) => key === id) : undefined;
    if (!entry || text === undefined || id === undefined) return [];
    return [{ title: `Remove \`${id}\``, edits: [removeEntry(text, entry)], safe: false }];
  },
};

/** `namespace id` of everything that is named somewhere, or that a clause touches without naming it. */
function usedIds(partnership: Partnership): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { namespace, id, role } of partnership.references) if (role === 'use') used.add(`${namespace} ${id}`);
  const clouds = new Set(partnership.clouds.keys());
  for (const clause of partnership.clauses.values()) {
    for (const product of clause.products) used.add(`product ${product}`);
    for (const cloud of clause.clouds) used.add(`cloud ${cloud}`);
    for (const contribution of clause.type.contributions(clause, clouds)) for (const cloud of contribution.clouds) used.add(`cloud ${cloud}`);
  }
  return used;
}

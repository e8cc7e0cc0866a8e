import { Remembered } from '../base/remembered.js';
import { inParts } from '../base/steps.js';
import { givenBy } from '../matrix/given.js';
import type { Declared, Partnership } from '../model/types.js';
import type { Report, Rule } from './rule.js';
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
    const unused = new Map<string, Report>();
    for (const [namespace, section] of SECTIONS) {
      const declarations: ReadonlyMap<string, Declared> = partnership[section];
      for (const declared of declarations.values()) {
        if (!inMain(partnership, declared)) continue;
        unused.set(`${namespace} ${declared.id}`, { place: declared.place, message: `Nothing uses the ${namespace} \`${declared.id}\`.`, related: [], unused: true, payload: { section, id: declared.id } });
      }
    }
    for (const used of inParts(usedIn(partnership), PARTS_AT_ONCE)) {
      if (!used) yield;
      else for (const name of used) unused.delete(name);
      if (unused.size === 0) return;
    }
    yield* unused.values();
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

/** Declarations and agreements that are looked at in one step. */
const PARTS_AT_ONCE = 20;

const NAMED = new Remembered<ReadonlySet<string>>();
const TOUCHED = new Remembered<ReadonlySet<string>>();

/** `namespace id` of everything that is named somewhere, or that a clause touches without naming it, part by part. */
function* usedIn(partnership: Partnership): Iterable<ReadonlySet<string>> {
  for (const part of partnership.named) {
    yield NAMED.of(part, [], () => new Set(part.references.filter(({ role }) => role === 'use').map(({ namespace, id }) => `${namespace} ${id}`)));
  }
  const given = givenBy(partnership);
  for (const agreement of partnership.agreements.values()) {
    yield TOUCHED.of(agreement, [partnership.clouds], () => new Set(agreement.clauses.flatMap((clause) => [
      ...[...clause.products].map((id) => `product ${id}`), ...[...clause.clouds].map((id) => `cloud ${id}`),
      ...given.of(clause).all.flatMap(({ clouds }) => [...clouds]).map((id) => `cloud ${id}`),
    ])));
  }
}

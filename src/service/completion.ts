import type { Finding } from '../base/findings.js';
import { contains, type Span } from '../base/span.js';
import { CLAUSE_TYPES } from '../clauses/registry.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Field } from '../grammar/types.js';
import type { Partnership } from '../model/types.js';
import { type Silence, silencesIn } from '../rules/support/silences.js';
import type { Analysis } from './analysis.js';
import { continued } from './completion-continued.js';
import { type Candidate, candidates, names, type ValueContext } from './completion-values.js';
import { textOfFile } from './lookup.js';
import type { Ids, Mapping } from './mappings.js';
import { code, escapeText, ours, paragraphs } from './markdown.js';
import { relativePath } from './move-files.js';
import { type WritingPlace, writingPlace } from './place.js';
import type { KeyPosition, ValuePosition } from './position.js';
import { BLANK, newFile } from './new-file.js';
import { agreementSnippet, clauseSnippet, declarationSnippet, keySnippet, literal } from './snippets.js';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | Candidate['kind'];
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** A snippet in the syntax of the Language Server Protocol. */
  readonly insertText: string;
  readonly sortText: string;
  /** What the text replaces: always on one line, with the offset in it. */
  readonly span: Span;
}

type Draft = Omit<CompletionItem, 'sortText' | 'span'>;

/** What can be written at the offset, best first. Works on text that is still being written. `files` gives the URIs of files that may be imported. */
export function complete({ partnership, findings }: Analysis, file: string, offset: number, files: () => readonly string[] = () => []): readonly CompletionItem[] {
  const text = textOfFile(partnership, file);
  const silence = text === undefined ? undefined : silencesIn({ file, text }).find(({ place }) => place.start <= offset && !text.slice(place.start, offset).includes('\n'));
  if (silence) return silenceItems(silence, findings, offset);
  const place = text === undefined ? undefined : writingPlace(text, offset);
  if (!place) return [];
  const { position } = place;
  const paths = (): readonly string[] => files().filter((other) => other !== file).flatMap((other) => relativePath(file, other) ?? []);
  const drafts = position.kind === 'key' ? keyDrafts(position, place, partnership, paths) : valueDrafts(position, place, partnership, paths);
  const seen = new Set<string>();
  return drafts.filter(({ label }) => !seen.has(label) && seen.add(label)).map((draft, index) => ({
    ...draft,
    insertText: place.needsSpace ? ` ${draft.insertText}` : draft.insertText,
    sortText: String(index).padStart(4, '0'),
    span: place.word,
  }));
}

/** The codes of what is found on the line that a silencing comment speaks of. */
function silenceItems({ code: written, codePlace, line }: Silence, findings: readonly Finding[], offset: number): readonly CompletionItem[] {
  const place = written === '' ? { start: offset, end: offset } : codePlace;
  if (!contains(place, offset)) return [];
  const here = findings.filter((finding) => finding.place.file === line.file && finding.place.start >= line.start && finding.place.start <= line.end && !finding.code.endsWith('-silence'));
  return [...new Map(here.map((finding) => [finding.code, finding])).values()].map(({ code: label, message }, index) => ({
    label, kind: 'value', detail: '', documentation: escapeText(message), insertText: `${label}: `, sortText: String(index).padStart(4, '0'), span: { start: place.start, end: place.end },
  }));
}

function keyDrafts(position: KeyPosition, place: WritingPlace, partnership: Partnership, files: () => readonly string[]): Draft[] {
  const { map, entry, mapping, type, scope, list } = position;
  const others = map.entries.filter((other) => other !== entry);
  const present = new Set(others.map(({ key }) => key));
  const drafts = mapping ? [...fieldDrafts(mapping, present, place), ...idDrafts(mapping, position, present, place, partnership)] : [];
  if (mapping === FILE_SHAPE && others.length === 0 && place.ownLine) drafts.push(...fileDrafts(partnership));
  if (!place.ownLine || others.length > 0 || !type) return drafts;
  // Alone on its line the word may also become a value: an item of a list, or what a key above it takes.
  const context: ValueContext = { partnership, scope, field: undefined, map, key: undefined, mapping, flow: false, files };
  const taken = list ? new Set(list.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))) : new Set<string>();
  const values = type.kind === 'list'
    ? candidates(type.item, context).map((candidate) => ({ ...candidate, insert: `- ${candidate.insert ?? literal(candidate.label)}` }))
    : candidates(type, context).filter(({ label }) => !taken.has(label) && label !== '{ .. }');
  return [...drafts, ...values.map(draftOf)];
}

function valueDrafts({ node, type, field, map, mapping, list, scope }: ValuePosition, place: WritingPlace, partnership: Partnership, files: () => readonly string[]): Draft[] {
  if (!type) return [];
  if (place.before !== '') return continued(type, place.before, partnership).map(draftOf);
  const key = map.entries.find(({ value }) => value === node || (list !== undefined && value === list))?.key;
  const taken = new Set(list?.items.flatMap((item) => (item !== node && item.kind === 'scalar' ? [item.text] : [])));
  const found = candidates(type, { partnership, scope, field, map, key, mapping, flow: place.flow, files }).filter(({ label }) => !taken.has(label));
  const plain = place.quoted ? found.filter(({ kind }) => kind !== 'snippet').map(({ insert: _, ...candidate }) => candidate) : found;
  return plain.map(draftOf);
}

/** The known keys that are not there yet: required ones first, each group in the order of the reference. */
function fieldDrafts(mapping: Mapping, present: ReadonlySet<string>, place: WritingPlace): Draft[] {
  const missing = mapping.fields.filter(({ name }) => !present.has(name));
  return [...missing.filter(({ required }) => required), ...missing.filter(({ required }) => !required)].map((field) => ({
    label: field.name, kind: 'key', detail: field.required ? 'required' : '', documentation: fieldDoc(field),
    insertText: place.keyed || place.quoted ? literal(field.name) : keySnippet(field, place.flow),
  }));
}

function idDrafts(mapping: Mapping, { map, scope }: KeyPosition, present: ReadonlySet<string>, place: WritingPlace, partnership: Partnership): Draft[] {
  const { ids } = mapping;
  if (!ids || place.keyed || place.quoted) return ids && !ids.declares ? nameDrafts(ids, scope, map, present, true, partnership) : [];
  if (!ids.declares) return nameDrafts(ids, scope, map, present, false, partnership);
  if (ids.names === 'clause') {
    return CLAUSE_TYPES.map((type) => {
      const body = clauseSnippet(type, new Set(), place.flow, partnership, 2);
      const insertText = place.flow ? `\${1:${type.name}}: { type: ${body} \\}` : `\${1:${type.name}}:\n  type: ${body.replaceAll('\n', '\n  ')}`;
      return { label: `new ${type.name} clause`, kind: 'snippet', detail: 'clause', documentation: ours(`${type.summary} ${type.effect}`), insertText };
    });
  }
  if (ids.value.kind !== 'shape') return [];
  const shape = ids.value.shape();
  const whole = ids.names === 'agreement' && !place.flow ? CLAUSE_TYPES.map((type): Draft => ({
    label: `new ${type.name} agreement`, kind: 'snippet', detail: 'agreement', documentation: ours(`A whole agreement. ${type.summary} ${type.effect}`), insertText: agreementSnippet(type, partnership),
  })) : [];
  return [{
    label: `new ${shape.name}`, kind: 'snippet', detail: '', documentation: ours(shape.doc),
    insertText: declarationSnippet(`new-${shape.name}`, shape, place.flow, partnership),
  }, ...whole];
}

/** A whole file, for a text that has nothing yet. */
function fileDrafts({ asOf }: Partnership): readonly Draft[] {
  const made = newFile({ ...BLANK, day: asOf });
  return made.kind === 'impossible' ? [] : [{
    label: 'new agreement file', kind: 'snippet', detail: 'file', documentation: ours('A small valid file: two parties, two clouds, one product, and an agreement with one clause.'), insertText: literal(made.text),
  }];
}

/** Declared names as keys. */
function nameDrafts(ids: Ids, scope: KeyPosition['scope'], map: KeyPosition['map'], present: ReadonlySet<string>, keyed: boolean, partnership: Partnership): Draft[] {
  return names(ids.names, { partnership, scope, map, key: undefined })
    .filter(({ label }) => !present.has(label))
    .map((candidate) => draftOf({ ...candidate, insert: keyed ? literal(candidate.label) : `${literal(candidate.label)}: $0` }));
}

const draftOf = ({ label, kind, detail, doc, insert }: Candidate): Draft => ({ label, kind, detail, documentation: ours(doc), insertText: insert ?? literal(label) });

/** What a key means, with an example. */
export const fieldDoc = (field: Field): string =>
  paragraphs(ours(field.doc), field.example === '' ? undefined : `Example: ${code(`${field.name}: ${field.example}`)}`);

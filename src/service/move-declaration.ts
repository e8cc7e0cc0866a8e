import type { TextEdit } from '../base/edits.js';
import type { Span } from '../base/span.js';
import type { Namespace } from '../grammar/types.js';
import type { Declared, Partnership, Reference, SourceFile } from '../model/types.js';
import { within } from '../rules/rule.js';
import { addToList, newlineOf } from '../rules/support/edits.js';
import { addDeclaration, FILE_KEYS, type Section, SECTIONS } from '../rules/support/sections.js';
import { entryOf, type MapNode } from '../syntax/tree.js';
import type { FileEdits } from './code-actions.js';
import { cut, type Excerpt } from './cut-entries.js';

/** A declaration at the top of the main file. */
export interface Movable {
  readonly section: Section;
  readonly declared: Declared;
}

export interface Moved {
  /** What is moved: first what was asked for, then what that names. */
  readonly ids: readonly string[];
  readonly edits: readonly FileEdits[];
}

const all = (partnership: Partnership): readonly Movable[] =>
  SECTIONS.flatMap(([, section]) => [...partnership[section].values()].map((declared: Declared) => ({ section, declared })));

/** The declarations whose ids touch the span, in file order; none where the file cannot be read to its end. */
export function declarationsAt(partnership: Partnership, file: string, { start, end }: Span): readonly Movable[] {
  if (!soundText(partnership.files.get(file))) return [];
  return all(partnership).filter(({ declared: { place } }) => place.file === file && place.start <= end && start <= place.end);
}

/** Moves declarations, with what they name here, to a file that is imported. Undefined where it would not be understood there. */
export function moveTo(partnership: Partnership, chosen: readonly Movable[], target: string): Moved | undefined {
  const file = soundText(partnership.files.get(target));
  if (!file || target === partnership.file) return undefined;
  const moved = withNamed(partnership, chosen, filesSeenFrom(partnership, target));
  const taken = moved && take(partnership, moved);
  if (!taken) return undefined;
  const added = taken.excerpts.map(({ section, excerpt }) => addDeclaration(file.text, file.root, section, excerpt));
  if (!added.every((edit) => edit !== undefined)) return undefined;
  return { ids: idsOf(moved), edits: [{ file: partnership.file, edits: taken.edits }, { file: target, edits: added }] };
}

/** Moves declarations to a file that does not exist yet, `name` beside this one, and imports it. */
export function moveToNewFile(partnership: Partnership, chosen: readonly Movable[], name: string, created: string): Moved | undefined {
  const main = soundText(partnership.files.get(partnership.file));
  const moved = withNamed(partnership, chosen, new Set());
  const taken = moved && take(partnership, moved);
  if (!main || !taken) return undefined;
  const imported = addToList(main.text, main.root, FILE_KEYS, 'import', [`./${name}`]);
  if (!imported) return undefined;
  const newline = newlineOf(main.text);
  const sections = [...new Set(taken.excerpts.map(({ section }) => section))].map((section) => [
    '', `${section}:`, ...taken.excerpts.filter((other) => other.section === section).flatMap(({ excerpt }) => excerpt.lines.map((line) => (line === '' ? '' : `  ${line}`))),
  ]);
  const text = ['entente: 1', ...sections.flat(), ''].join(newline);
  return { ids: idsOf(moved), edits: [{ file: partnership.file, edits: [imported, ...taken.edits] }, { file: created, edits: [{ span: { start: 0, end: 0 }, text }] }] };
}

const idsOf = (moved: readonly Movable[]): readonly string[] => moved.map(({ declared }) => declared.id);

/** A file that was read whole, without anything that YAML did not understand. */
function soundText(file: SourceFile | undefined): { readonly text: string; readonly root: MapNode } | undefined {
  return file?.tree.root && file.tree.problems.length === 0 ? { text: file.text, root: file.tree.root } : undefined;
}

/**
 * The declarations and all that they name in the main file, directly or through others: elsewhere those would be
 * unknown. Undefined where one names something that neither moves nor is seen from there.
 */
function withNamed(partnership: Partnership, chosen: readonly Movable[], seen: ReadonlySet<string>): readonly Movable[] | undefined {
  const declarations = new Map(all(partnership).map((movable) => [keyOf(movable), movable]));
  const namespaces: ReadonlyMap<Namespace, Section> = new Map(SECTIONS);
  const moved = new Map(chosen.map((movable) => [keyOf(movable), movable]));
  const uses = partnership.references.filter(({ role, place }) => role === 'use' && place.file === partnership.file).sort((a, b) => a.place.start - b.place.start);
  for (const { declared: { whole } } of moved.values()) {
    for (let index = firstFrom(uses, whole.start); index < uses.length && within(uses[index]!.place, whole); index++) {
      const section = namespaces.get(uses[index]!.namespace);
      const named = section && declarations.get(keyOf({ section, declared: uses[index]! }));
      if (!named || seen.has(named.declared.place.file)) continue;
      if (named.declared.place.file !== partnership.file) return undefined;
      moved.set(keyOf(named), moved.get(keyOf(named)) ?? named);
    }
  }
  return [...moved.values()];
}

const keyOf = ({ section, declared }: { readonly section: Section; readonly declared: { readonly id: string } }): string => `${section} ${declared.id}`;

/** The index of the first reference that begins there or later. */
function firstFrom(references: readonly Reference[], start: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (references[middle]!.place.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A file and everything that it imports. */
function filesSeenFrom({ files }: Partnership, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(files.get(file)?.imports ?? []).map((imported) => imported.file));
  }
  return seen;
}

interface Taken {
  readonly edits: readonly TextEdit[];
  /** One for each section, in the order of sections. */
  readonly excerpts: readonly { readonly section: Section; readonly excerpt: Excerpt }[];
}

function take(partnership: Partnership, moved: readonly Movable[]): Taken | undefined {
  const main = soundText(partnership.files.get(partnership.file));
  if (!main) return undefined;
  const edits: TextEdit[] = [];
  const excerpts: Taken['excerpts'][number][] = [];
  for (const [, section] of SECTIONS) {
    const ids = new Set(moved.filter((other) => other.section === section).map(({ declared }) => declared.id));
    if (ids.size === 0) continue;
    const entry = entryOf(main.root, section);
    const excerpt = entry && cut(main.text, main.root, entry, ids);
    if (!excerpt) return undefined;
    edits.push(...excerpt.edits);
    excerpts.push({ section, excerpt });
  }
  return { edits, excerpts };
}

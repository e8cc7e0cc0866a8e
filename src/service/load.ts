import { Remembered } from '../base/remembered.js';
import { outcomeOf, type Steps } from '../base/steps.js';
import { importsOf, resolvePath } from '../model/imports.js';
import { textOf, valueAt } from '../grammar/read.js';
import { LIMITS } from '../syntax/limits.js';
import { parse, parseSteps } from '../syntax/parse.js';
import { reparse } from '../syntax/reparse.js';
import type { Node, Tree } from '../syntax/tree.js';
import type { AnalysisInput } from './analysis.js';

/** Where texts come from: null for what cannot be read. */
export type Read = (uri: string) => Promise<string | null>;

export interface LoadRequest extends Pick<AnalysisInput, 'file' | 'workspace' | 'today' | 'asOf'> {
  readonly read: Read;
  /** Takes what is computed in parts to its end; without it, at once. */
  readonly through?: (<T>(steps: Steps<T>) => Promise<T>) | undefined;
}

/** Reads a file, everything it imports and the source documents it names: all that an analysis needs. */
export async function loadInput({ file, workspace, today, asOf, read, through = async (steps) => outcomeOf(steps) }: LoadRequest): Promise<AnalysisInput> {
  const texts = new Map<string, string | null>();
  const documents = new Map<string, string | null>();
  let wave = [file];
  let room: number = LIMITS.allTexts;
  /** What is too much counts as not to be read, in the order of the text. */
  const fitting = (text: string | null): string | null => {
    if (text === null || text.length > room) return null;
    room -= text.length;
    return text;
  };
  while (wave.length > 0 && texts.size <= LIMITS.imports) {
    const some = wave.slice(0, LIMITS.imports + 1 - texts.size);
    const read_ = await Promise.all(some.map(async (uri) => [uri, await read(uri)] as const));
    const next = new Set<string>();
    for (const [uri, whole] of read_) {
      const text = fitting(whole);
      texts.set(uri, text);
      if (text === null) continue;
      const tree = await through(treeSteps(text));
      for (const { path } of importsOf(tree)) {
        const target = resolvePath(path, uri, workspace);
        if (target !== undefined && !texts.has(target)) next.add(target);
      }
      for (const document of documentsOf(tree)) {
        const target = resolvePath(document, uri, workspace);
        if (target !== undefined && !documents.has(target)) documents.set(target, documents.size < LIMITS.documents ? fitting(await read(target)) : null);
      }
    }
    wave = [...next];
  }
  return { file, workspace, today, asOf, texts, documents };
}

/** Whether a `document` names a text file beside the agreement, and is not a title. */
export const isDocumentPath = (document: string): boolean => /^[^:\s][^:]*\.(?:txt|md)$/i.test(document);

interface SourcePath {
  readonly path: string;
  readonly node: Node;
}

const PATHS = new Remembered<readonly SourcePath[]>();

/** The text files that `source: { document }` names, as written, each place once. */
export function sourcePaths(tree: Tree): readonly SourcePath[] {
  const agreements = tree.root && valueAt(tree.root, 'agreements');
  const entries = agreements?.kind === 'map' ? agreements.entries : [];
  const found = entries.flatMap((entry) => PATHS.of(entry, [], () => pathsIn(entry.value)));
  return [...new Map(found.map((source) => [source.node.span.start, source])).values()];
}

const pathsIn = (node: Node): readonly SourcePath[] => {
  if (node.kind === 'seq') return node.items.flatMap(pathsIn);
  if (node.kind !== 'map') return [];
  return node.entries.flatMap((entry) => {
    const document = entry.key === 'source' && entry.value.kind === 'map' ? valueAt(entry.value, 'document') : undefined;
    const path = textOf(document);
    return [...(document && path !== undefined && isDocumentPath(path) ? [{ path, node: document }] : []), ...pathsIn(entry.value)];
  });
};

/** The text files that `source: { document }` names, as written. */
export const documentsOf = (tree: Tree): readonly string[] => [...new Set(sourcePaths(tree).map(({ path }) => path))];

const TREES = new Map<string, Tree>();
/** Trees kept by text: an import that many files share is parsed once. At most so many, of texts of so many characters together. */
const KEPT = { trees: 64, characters: 4_000_000 };
let characters = 0;

/** The files in which a tree has places that somebody keeps. */
const FILES = new WeakMap<Tree, Set<string>>();

/** The tree of a text, remembered for the texts read last. Who keeps places of it says in which file they are. */
export const treeOf = (text: string, file?: string): Tree => outcomeOf(treeSteps(text, file));

/** As `treeOf`, in parts. */
export function* treeSteps(text: string, file?: string): Steps<Tree> {
  const read = TREES.has(text) ? undefined : yield* parseSteps(text);
  // Somebody else may have read the text meanwhile.
  const tree = keep(TREES.get(text) ?? read ?? parse(text));
  if (file !== undefined) FILES.set(tree, (FILES.get(tree) ?? new Set()).add(file));
  return tree;
}

/**
 * The text of a file has become another by an edit: as much of its tree as stays is kept, and moves along. Where that is
 * so, nothing that was computed of the old text may be used any more, since the places in it have moved. False where the
 * new text has to be read as a whole, and where another file has the same text: its places must stay.
 */
export function followEdit(old: string, text: string, file: string): boolean {
  const known = TREES.get(old);
  if (!known || old === text || TREES.has(text) || [...FILES.get(known) ?? []].some((other) => other !== file)) return false;
  const tree = reparse(known, text);
  if (!tree) return false;
  forget(old);
  FILES.set(keep(tree), new Set([file]));
  return true;
}

function keep(tree: Tree): Tree {
  forget(tree.text);
  characters += tree.text.length;
  TREES.set(tree.text, tree);
  for (const oldest of TREES.keys()) {
    if (TREES.size <= KEPT.trees && (characters <= KEPT.characters || TREES.size === 1)) break;
    forget(oldest);
  }
  return tree;
}

function forget(text: string): void {
  if (TREES.delete(text)) characters -= text.length;
}

import { type Place, placeIn } from '../base/span.js';
import { itemsOf, textOf, valueAt } from '../grammar/read.js';
import { LIMITS } from '../syntax/limits.js';
import type { Node, Tree } from '../syntax/tree.js';
import type { Problem, SourceFile } from './types.js';

/** The imports of a file as written. */
export function importsOf(tree: Tree): readonly { path: string; node: Node }[] {
  return itemsOf(tree.root ? valueAt(tree.root, 'import') : undefined).flatMap((node) => {
    const path = textOf(node);
    return path === undefined ? [] : [{ path, node }];
  });
}

/** The URI a relative path names, seen from `file`; undefined where it is no relative path or leaves `workspace`. */
export function resolvePath(path: string, file: string, workspace: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || /^[\\/]/.test(path) || path.includes('\\') || path.includes('\0')) return undefined;
  try {
    const encoded = path.split('/').map((part) => encodeURIComponent(part)).join('/');
    const target = new URL(encoded, file);
    const root = workspace.endsWith('/') ? workspace : `${workspace}/`;
    return target.href.startsWith(new URL(root).href) ? target.href : undefined;
  } catch {
    return undefined;
  }
}

/** The main file and, depth first in the order written, every file it imports (language, section 1). */
export function gather(
  main: string, workspace: string, treeOf: (file: string) => Tree | null,
): { files: Map<string, SourceFile>; problems: Problem[] } {
  const files = new Map<string, SourceFile>();
  const problems: Problem[] = [];
  const open = new Set<string>();

  const visit = (file: string, tree: Tree): void => {
    const imports: { path: string; place: Place; file: string }[] = [];
    files.set(file, { file, text: tree.text, tree, imports });
    open.add(file);
    for (const { path, node } of importsOf(tree)) {
      const place: Place = placeIn(file, node.span);
      const target = resolvePath(path, file, workspace);
      if (target === undefined) {
        problems.push({ code: 'import-outside-workspace', place, message: `\`${path}\` is not read: an import is a relative path that stays inside the workspace.` });
      } else if (open.has(target)) {
        problems.push({ code: 'import-cycle', place, message: target === file ? 'The file imports itself.' : `\`${path}\` imports this file in turn; the circle is cut here.`, payload: { target } });
      } else if (files.size > LIMITS.imports) {
        problems.push({ code: 'resource-limit', place, message: `A file may import ${LIMITS.imports} files; this one is not read.` });
      } else {
        const imported = treeOf(target);
        if (!imported) {
          problems.push({ code: 'import-not-found', place, message: `\`${path}\` cannot be read.`, payload: { path } });
          continue;
        }
        imports.push({ path, place, file: target });
        if (!files.has(target)) visit(target, imported);
      }
    }
    open.delete(file);
  };

  const tree = treeOf(main);
  if (tree) visit(main, tree);
  return { files, problems };
}

/** Which direct import of the main file each file was first reached through. */
export function reachedThrough(main: string, files: ReadonlyMap<string, SourceFile>): Map<string, Place> {
  const reached = new Map<string, Place>();
  for (const direct of files.get(main)?.imports ?? []) {
    const queue = [direct.file];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (reached.has(file) || file === main) continue;
      reached.set(file, direct.place);
      for (const next of files.get(file)?.imports ?? []) queue.push(next.file);
    }
  }
  return reached;
}

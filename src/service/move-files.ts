import type { TextEdit } from '../base/edits.js';
import { importsOf, resolvePath } from '../model/imports.js';
import type { Node, Tree } from '../syntax/tree.js';
import { sourcePaths } from './load.js';

/**
 * The edits of a file's paths — imports and source documents — after files have moved, the file itself perhaps among
 * them. `movedTo` gives the new URI of a file, or the same. Paths that cannot be read stay as they are.
 */
export function pathEdits(tree: Tree, file: string, workspace: string, movedTo: (file: string) => string): readonly TextEdit[] {
  const now = movedTo(file);
  return [...importsOf(tree), ...sourcePaths(tree)].flatMap(({ path, node }): TextEdit[] => {
    const target = resolvePath(path, file, workspace);
    if (target === undefined || tree.text[node.span.start] === '*') return [];
    const moved = movedTo(target);
    if (moved === target && now === file) return [];
    const next = relativePath(now, moved);
    return next === undefined || resolvesTo(path, now, moved) ? [] : [{ span: node.span, text: written(next, node) }];
  });
}

/** Whether the path as it is written leads there, too, from the new place. */
const resolvesTo = (path: string, from: string, to: string): boolean => resolvePath(path, from, new URL('/', from).href) === to;

/** The path from the folder of one file to another; undefined where there is none. */
export function relativePath(from: string, to: string): string | undefined {
  const [a, b] = [new URL(from), new URL(to)];
  if (a.protocol !== b.protocol || a.host !== b.host) return undefined;
  const base = a.pathname.split('/').slice(0, -1);
  const target = b.pathname.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared += 1;
  const steps = [...base.slice(shared).map(() => '..'), ...target.slice(shared).map((part) => decodeURIComponent(part))];
  return steps[0] === '..' ? steps.join('/') : `./${steps.join('/')}`;
}

/** In the quotes that were there; in new ones where a plain text would read otherwise. */
function written(path: string, node: Node): string {
  const plain = node.kind === 'scalar' && node.plain;
  if (plain && /^[\w./-]+(?: [\w./-]+)*$/.test(path)) return path;
  return `'${path.replaceAll("'", "''")}'`;
}

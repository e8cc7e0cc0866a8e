import type { Span } from '../base/span.js';
import { count } from '../base/words.js';
import { resolvePath } from '../model/imports.js';
import { quoted } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import type { FileEdits } from './code-actions.js';
import { declarationsAt, type Moved, moveTo, moveToNewFile } from './move-declaration.js';

/** A move of declarations to another file. */
export interface Move {
  readonly title: string;
  /** The file to be created; it is not there yet. */
  readonly creates: string | undefined;
  readonly edits: readonly FileEdits[];
}

/** Names for a new file, in the order in which they are tried. */
export const NEW_FILES: readonly string[] = ['shared', 'shared-2', 'shared-3', 'shared-4', 'shared-5'].map((name) => `${name}.entente.yaml`);

/**
 * The moves of the declarations whose ids touch the span: one for each file that is imported directly, or one to a new
 * file where there is no import and `newFile` is given, a name that is free beside this file.
 */
export function moves(analysis: Analysis, file: string, span: Span, newFile: string | undefined): readonly Move[] {
  const { partnership } = analysis;
  const chosen = declarationsAt(partnership, file, span);
  const imports = partnership.files.get(file)?.imports ?? [];
  if (chosen.length === 0 || file !== partnership.file) return [];
  if (imports.length === 0) {
    const creates = newFile === undefined ? undefined : resolvePath(newFile, file, analysis.input.workspace);
    const moved = newFile === undefined || creates === undefined ? undefined : moveToNewFile(partnership, chosen, newFile, creates);
    return moved ? [{ title: titleOf(moved, chosen.length, `a new file \`${newFile}\``), creates, edits: moved.edits }] : [];
  }
  return imports.flatMap(({ path, file: target }, index): Move[] => {
    if (imports.findIndex((other) => other.file === target) !== index) return [];
    const moved = moveTo(partnership, chosen, target);
    return moved ? [{ title: titleOf(moved, chosen.length, `\`${path}\``), creates: undefined, edits: moved.edits }] : [];
  });
}

function titleOf({ ids }: Moved, chosen: number, where: string): string {
  const [own, needed] = [ids.slice(0, chosen), ids.slice(chosen)];
  return `Move ${named(own)}${needed.length > 0 ? `, and ${named(needed)}, which ${own.length === 1 ? 'it names' : 'they name'},` : ''} to ${where}`;
}

/** Ids that a title names; of more, it says how many. */
const NAMED = 6;
const named = (ids: readonly string[]): string => (ids.length <= NAMED ? quoted(ids) : count(ids.length, 'declaration'));

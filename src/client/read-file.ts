import { FileType, Uri, workspace } from 'vscode';
import { ENTENTE } from './language.js';
import { contains, normalisedPath } from './paths.js';

/** Larger files are treated as unreadable. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Text of a file that an agreement imports or quotes, as the editor has it: unsaved text first, then the file system
 * that the workspace lives on. Null for what cannot be read and for everything outside the workspace. In Restricted Mode
 * only open texts are read.
 */
export async function readWorkspaceFile(uri: string): Promise<string | null> {
  const target = parse(uri);
  if (target === undefined || !insideWorkspace(target)) return null;
  const open = workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === target.toString());
  if (open !== undefined) return open.getText();
  if (!workspace.isTrusted) return null;
  try {
    const { type, size } = await workspace.fs.stat(target);
    if ((type & FileType.Directory) !== 0 || size > MAX_BYTES) return null;
    // On a disk the server looks where links lead; elsewhere nobody can.
    if (target.scheme !== 'file' && (type & FileType.SymbolicLink) !== 0) return null;
    const bytes = await workspace.fs.readFile(target);
    return bytes.byteLength > MAX_BYTES ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

/** Agreement files, at any depth of the workspace. */
export const AGREEMENTS = '**/*.entente.{yaml,yml}';

/** The agreement files of the workspace, at most `limit` of them; what the editor's settings exclude is left out. None in Restricted Mode. */
export const agreementsInWorkspace = async (limit?: number): Promise<readonly Uri[]> =>
  (workspace.isTrusted ? workspace.findFiles(AGREEMENTS, undefined, limit) : []);

/** The URI with `.` and `..` resolved, or undefined where its text is no absolute URI or its path can hide a climb. */
function parse(uri: string): Uri | undefined {
  try {
    const parsed = Uri.parse(uri, true);
    const path = normalisedPath(parsed.path);
    return path === undefined ? undefined : parsed.with({ path, query: '', fragment: '' });
  } catch {
    return undefined;
  }
}

/**
 * Inside one of the workspace folders. A window without folders holds single files: there, the folder of an open
 * agreement counts.
 */
export function insideWorkspace(target: Uri): boolean {
  const workspaceFolders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const folders = workspaceFolders.length > 0 ? workspaceFolders : workspace.textDocuments
    .filter((document) => document.languageId === ENTENTE)
    .map((document) => Uri.joinPath(document.uri, '..'));
  return folders.some((folder) => folder.scheme === target.scheme && folder.authority === target.authority && contains(folder.path, target.path));
}

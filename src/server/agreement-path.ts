import { code, ToolProblem } from '../service/tool-input.js';
import { canonical, isAgreement, isInside } from './uris.js';

/**
 * The URIs that a path may stand for, one for each folder that it fits: relative to a folder, absolute inside one, or a
 * URI inside one. With several folders a relative path may begin with the name of its folder. Throws a `ToolProblem` for
 * what lies outside, and for what has no name of an agreement file. Folders are canonical, with a closing slash.
 */
export function agreementUris(path: string, folders: readonly string[]): readonly string[] {
  if (!isAgreement(path)) throw new ToolProblem(`${code(path)} is no agreement file: its name ends in .entente.yaml or .entente.yml.`);
  if (/[\0\ud800-\udfff]/u.test(path)) throw new ToolProblem(`${code(path)} is no path.`);
  if (folders.length === 0) throw new ToolProblem('No folder is open, so there are no agreement files to read.');
  const found = new Set(folders.flatMap((folder) => urisIn(folder, path, folders.length > 1).filter((uri) => isInside(folder, uri))));
  if (found.size === 0) throw new ToolProblem(`${code(path)} lies outside the workspace. Only agreement files inside it are read.`);
  return [...found];
}

/** The path of a file as `agreementUris` takes it: relative to its folder, with the folder's name where there are several. */
export function pathInFolders(uri: string, folders: readonly string[]): string {
  const folder = folders.filter((one) => isInside(one, uri)).sort((a, b) => b.length - a.length)[0];
  if (folder === undefined) return decoded(uri);
  return `${folders.length > 1 ? `${nameOf(folder)}/` : ''}${decoded(uri.slice(folder.length))}`;
}

function urisIn(folder: string, path: string, several: boolean): readonly string[] {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return [canonical(path)];
  const drive = /^file:\/\/\/([a-z])%3A\//i.exec(folder)?.[1];
  const slashed = drive === undefined ? path : path.replaceAll('\\', '/').replace(/^\/?[a-z]:\//i, (start) => `/${start.at(-3)!.toLowerCase() === drive.toLowerCase() ? drive : start.at(-3)!}:/`);
  const relative = resolved(folder, slashed);
  const name = nameOf(folder);
  return several && slashed.startsWith(`${name}/`) ? [relative, resolved(folder, slashed.slice(name.length + 1))] : [relative];
}

/** `.` and `..` are resolved; every other character stands for itself. */
const resolved = (folder: string, path: string): string => new URL(path.split('/').map(encodeURIComponent).join('/'), folder).href;

const nameOf = (folder: string): string => decoded(folder.split('/').at(-2) ?? '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Paths of URIs: absolute, `/` between segments, percent signs already decoded. */

/** Resolves `.` and `..`; undefined for a relative path, a climb above the root, or characters that some disk reads as `/`. */
export function normalisedPath(path: string): string | undefined {
  if (!path.startsWith('/') || path.includes('\\') || path.includes('\0')) return undefined;
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return `/${kept.join('/')}`;
}

/** Whether `path` lies below `folder` (not: is the folder itself). A drive letter may be written in either case. */
export function contains(folder: string, path: string): boolean {
  const outer = normalisedPath(folder);
  const inner = normalisedPath(path);
  if (outer === undefined || inner === undefined) return false;
  const prefix = outer === '/' ? '/' : `${lowerDrive(outer)}/`;
  const whole = lowerDrive(inner);
  return whole.startsWith(prefix) && whole.length > prefix.length;
}

const lowerDrive = (path: string): string => path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());

/**
 * One spelling for each file: clients and `URL` escape different characters (`%28` or `(`, `c%3A` or `c:`), and files are
 * compared by their URI. A URI without a path that can be divided is left as it is.
 */
export function canonical(uri: string): string {
  try {
    const url = new URL(uri);
    if (!url.pathname.startsWith('/')) return uri;
    url.pathname = url.pathname.split('/').map((part) => encodeURIComponent(decodeURIComponent(part))).join('/');
    url.search = '';
    url.hash = '';
    return url.href;
  } catch {
    return uri;
  }
}

/** The folder that holds a file, with its closing slash; the file itself where it lies in none. */
export function folderOf(uri: string): string {
  try {
    return new URL('.', uri).href;
  } catch {
    return uri;
  }
}

export const isInside = (folder: string, uri: string): boolean => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Whether a path or URI has the name of an agreement file. */
export const isAgreement = (file: string): boolean => /\.entente\.ya?ml$/.test(file);

import { extensions, l10n, type Uri, workspace } from 'vscode';

/** What this extension uses of the API of VS Code's own Git extension, version 1. */
interface GitExtension {
  readonly getAPI: (version: 1) => { readonly getRepository: (uri: Uri) => { readonly show: (ref: string, path: string) => Promise<string> } | null };
}

/** The text of a file in the last commit; a sentence about why there is none. Never runs anything itself. */
export async function committedText(uri: Uri): Promise<{ readonly text: string } | { readonly reason: string }> {
  if (!workspace.isTrusted) return { reason: l10n.t('In Restricted Mode the last commit is not read. Trust the workspace first.') };
  const git = extensions.getExtension<GitExtension>('vscode.git');
  if (git === undefined) return { reason: l10n.t('There is no version control in this window.') };
  try {
    const repository = (await git.activate()).getAPI(1).getRepository(uri);
    if (repository === null) return { reason: l10n.t('The file is not in a Git repository that is open here.') };
    return { text: await repository.show('HEAD', uri.fsPath) };
  } catch (error) {
    const off = error instanceof Error && /not enabled|disabled/i.test(error.message);
    return { reason: off ? l10n.t('The last commit does not have this file, or Git is switched off.') : l10n.t('The last commit does not have this file.') };
  }
}

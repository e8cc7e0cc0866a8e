import { type Disposable, commands, env, type Extension, l10n, UIKind, version, window, workspace } from 'vscode';

/** *Entente: Report Issue*: a text to look through and to send, with versions and with nothing that stands in an agreement. The facts are English, for whoever mends it. */
export const reportIssue = (extension: Extension<unknown>, isServerRunning: () => boolean): Disposable =>
  commands.registerCommand('entente.reportIssue', async () => {
    const own = extension.packageJSON as { readonly version: string };
    const facts = [
      `Entente ${own.version}`,
      `${env.appName} ${version}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'on the desktop'}${env.remoteName === undefined ? '' : `, connected to ${env.remoteName}`}`,
      `display language ${env.language}`,
      `workspace ${workspace.isTrusted ? 'trusted' : 'in Restricted Mode'}, ${workspace.workspaceFolders?.length ?? 0} folder(s), ${workspace.textDocuments.filter(({ languageId }) => languageId === 'entente').length} agreement file(s) open`,
      `language server ${isServerRunning() ? 'running' : 'not running'}`,
    ];
    const content = [
      `# ${l10n.t('Entente: report of an issue')}`, '',
      ...[l10n.t('What did you do?'), l10n.t('What did you expect?'), l10n.t('What happened instead?')].flatMap((question) => [`**${question}**`, '']),
      l10n.t('If a text is needed to see it, the smallest one will do, with other names. The output channel *Entente* may say more; look through it before you send it.'), '',
      '---', '', ...facts.map((fact) => `- ${fact}`), '',
    ].join('\n');
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  });

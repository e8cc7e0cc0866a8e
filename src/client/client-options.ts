import { type Diagnostic, type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { onCrash } from './crashes.js';
import { ENTENTE } from './language.js';

/**
 * `files: 'client'` tells the server to read imports and documents through the client (`entente/readFile`): only the
 * client knows virtual file systems. `docs` is the folder of the pages about findings, with a closing slash.
 * Nothing is synchronised from here: the server itself asks for news of files and settings.
 */
export function clientOptions(context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClientOptions {
  const docs = Uri.joinPath(context.extensionUri, 'docs', 'findings');
  return {
    documentSelector: [{ language: ENTENTE }],
    initializationOptions: { files: 'client', docs: `${docs.toString()}/` },
    outputChannel,
    errorHandler: onCrash(outputChannel),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map((diagnostic) => linkToPage(diagnostic, docs))),
    },
  };
}

/** Turns the code of a finding into a link to its page; anything that does not look like a code stays as it is. */
function linkToPage(diagnostic: Diagnostic, docs: Uri): Diagnostic {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  if (typeof code === 'string' && /^[a-z][a-z0-9-]*$/.test(code)) {
    diagnostic.code = { value: code, target: Uri.joinPath(docs, `${code}.md`) };
  }
  return diagnostic;
}

import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A language server whose findings are those of `check(text)`; edits that arrive together are checked once. */
export function serve(check) {
  const connection = createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
  let document;
  let waiting;
  const publish = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void connection.sendNotification('textDocument/publishDiagnostics', { uri: document.uri, version: document.version, diagnostics: check(document.getText()) });
    }, 0);
  };
  connection.onRequest('initialize', () => ({ capabilities: { textDocumentSync: 2, hoverProvider: true, completionProvider: {}, definitionProvider: true } }));
  connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
    document = TextDocument.create(uri, languageId, version, text);
    publish();
  });
  connection.onNotification('textDocument/didChange', ({ textDocument: { version }, contentChanges }) => {
    document = TextDocument.update(document, contentChanges, version);
    publish();
  });
  for (const method of ['hover', 'completion', 'definition']) connection.onRequest(`textDocument/${method}`, () => null);
  connection.onRequest('shutdown', () => null);
  connection.onNotification('exit', () => process.exit(0));
  connection.listen();
}

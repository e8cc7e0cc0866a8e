import { commands, Disposable, Position, Selection, type TextEditor, Uri, ViewColumn, window, workspace } from 'vscode';
import { ENTENTE } from './language.js';
import type { MatrixPanels } from './matrix-panels.js';
import { columnOf } from './reveal.js';

/** Ships in the package. */
const EXAMPLE = 'media/walkthrough/two-promises.entente.yaml';
/** In the example: a clause to hover over, the one that clashes with it, and the cell of the clash. */
const CLAUSE = 'one-year:';
const CLASHING = 'release:';
const CONFLICT = { product: 'quiet-roads', cloud: 'beacon-store', at: '2027-05-10' };

/** The example of the walkthrough: an untitled copy, which can be changed and thrown away. The steps work on it. */
export class ExampleDocument extends Disposable {
  private readonly subscriptions: Disposable;
  private opened: Uri | undefined;

  constructor(private readonly extension: Uri, private readonly panels: MatrixPanels) {
    super(() => this.subscriptions.dispose());
    this.subscriptions = Disposable.from(
      commands.registerCommand('entente.openExample', () => this.open()),
      commands.registerCommand('entente.example.hover', () => this.hover()),
      commands.registerCommand('entente.example.matrix', async () => this.panels.show((await this.open()).document.uri)),
      commands.registerCommand('entente.example.why', async () => this.panels.show((await this.open()).document.uri, CONFLICT)),
      commands.registerCommand('entente.example.settle', () => this.settle()),
    );
  }

  /** The copy that is open already, else a new one. */
  private async open(): Promise<TextEditor> {
    const known = workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === this.opened?.toString());
    const document = known ?? await workspace.openTextDocument({ language: ENTENTE, content: await this.text() });
    this.opened = document.uri;
    return window.showTextDocument(document, { preview: false, viewColumn: columnOf(document.uri) ?? ViewColumn.Active });
  }

  private async text(): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.extension, EXAMPLE)));
  }

  private async hover(): Promise<void> {
    await this.toClause(CLAUSE);
    await commands.executeCommand('editor.action.showHover');
  }

  /** The quick fixes that settle the conflict. */
  private async settle(): Promise<void> {
    await this.toClause(CLASHING);
    await commands.executeCommand('editor.action.quickFix');
  }

  private async toClause(clause: string): Promise<void> {
    const editor = await this.open();
    const offset = editor.document.getText().indexOf(clause);
    const at = offset < 0 ? new Position(0, 0) : editor.document.positionAt(offset + 1);
    editor.selection = new Selection(at, at);
    editor.revealRange(editor.selection);
  }
}

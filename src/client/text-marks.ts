import { Disposable, OverviewRulerLane, Range, ThemeColor, Uri, window } from 'vscode';
import type { LocateResult } from '../protocol.js';

/** Marks places in the texts that are visible, those of one cell at a time. Edits move the marks; new places replace them. */
export class TextMarks extends Disposable {
  private places: readonly LocateResult[] = [];
  private readonly decoration = window.createTextEditorDecorationType({
    isWholeLine: true, backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new ThemeColor('focusBorder'), borderStyle: 'solid', borderWidth: '0 0 0 3px',
    overviewRulerColor: new ThemeColor('focusBorder'), overviewRulerLane: OverviewRulerLane.Left,
  });
  private readonly subscription: Disposable;

  constructor() {
    super(() => {
      this.subscription.dispose();
      this.decoration.dispose();
    });
    this.subscription = window.onDidChangeVisibleTextEditors(() => this.draw());
  }

  set(places: readonly LocateResult[]): void {
    if (places.length === 0 && this.places.length === 0) return;
    this.places = places;
    this.draw();
  }

  private draw(): void {
    for (const editor of window.visibleTextEditors) {
      const own = this.places.filter(({ uri }) => Uri.parse(uri).toString() === editor.document.uri.toString());
      editor.setDecorations(this.decoration, own.map(({ range: { start, end } }) => new Range(start.line, start.character, end.line, end.character)));
    }
  }
}

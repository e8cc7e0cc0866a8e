import { l10n } from 'vscode';
import type { Drawing, ToView } from '../protocol.js';

/** Pictures that the view of a panel draws, since an extension has no canvas. */
export class Pictures {
  private readonly waiting = new Map<number, { readonly svg: string; readonly done: (drawing: Drawing) => void }>();
  private last = 0;
  private ready = false;

  constructor(private readonly post: (message: ToView) => void) {}

  /** The SVG as a PNG; rejects where it cannot be drawn, or the panel is closed before. */
  async draw(svg: string): Promise<Uint8Array> {
    const id = this.last += 1;
    const { png, problem } = await new Promise<Drawing>((done) => {
      this.waiting.set(id, { svg, done });
      if (this.ready) this.post({ type: 'draw', id, svg });
    });
    if (png === null) throw new Error(l10n.t('the picture could not be drawn ({0}); as SVG it can be saved', problem ?? ''));
    return Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  }

  /** The view has started, perhaps anew: what it was asked before is lost. */
  started(): void {
    this.ready = true;
    for (const [id, { svg }] of this.waiting) this.post({ type: 'draw', id, svg });
  }

  drawn(id: number, drawing: Drawing): void {
    this.waiting.get(id)?.done(drawing);
    this.waiting.delete(id);
  }

  stop(): void {
    for (const id of [...this.waiting.keys()]) this.drawn(id, { png: null, problem: l10n.t('the panel was closed') });
  }
}

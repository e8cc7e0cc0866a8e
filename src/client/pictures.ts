import type { ToView } from '../protocol.js';

/** Pictures that the view of a panel draws, since an extension has no canvas. */
export class Pictures {
  private readonly waiting = new Map<number, { readonly svg: string; readonly done: (png: string | null) => void }>();
  private last = 0;
  private ready = false;

  constructor(private readonly post: (message: ToView) => void) {}

  /** The SVG as a PNG; undefined where it could not be drawn, or the panel was closed before. */
  async draw(svg: string): Promise<Uint8Array | undefined> {
    const id = this.last += 1;
    const png = await new Promise<string | null>((done) => {
      this.waiting.set(id, { svg, done });
      if (this.ready) this.post({ type: 'draw', id, svg });
    });
    return png === null ? undefined : Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  }

  /** The view has started, perhaps anew: what it was asked before is lost. */
  started(): void {
    this.ready = true;
    for (const [id, { svg }] of this.waiting) this.post({ type: 'draw', id, svg });
  }

  drawn(id: number, png: string | null): void {
    this.waiting.get(id)?.done(png);
    this.waiting.delete(id);
  }

  stop(): void {
    for (const id of [...this.waiting.keys()]) this.drawn(id, null);
  }
}

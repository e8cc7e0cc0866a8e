import type { Analysed } from './workspace.js';

export interface UnopenedHost {
  readonly analyse: (file: string) => Promise<Analysed>;
  readonly isOpen: (file: string) => boolean;
  /** Findings of a file that nobody has open; undefined takes back what was said of it. */
  readonly publish: (file: string, analysed: Analysed | undefined) => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** Findings of files that nobody has open: one file after the other, in the background. */
export class UnopenedFiles {
  private readonly waiting = new Set<string>();
  private readonly published = new Set<string>();
  private running = false;
  private round = 0;

  constructor(private readonly host: UnopenedHost) {}

  /** Files that are new or have changed. */
  add(files: Iterable<string>): void {
    for (const file of files) this.waiting.add(file);
    if (!this.running) void this.run();
  }

  /** Takes back everything: the setting has been turned off, or the folders have changed. */
  clear(): void {
    this.round += 1;
    this.waiting.clear();
    for (const file of this.published) if (!this.host.isOpen(file)) this.host.publish(file, undefined);
    this.published.clear();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (const file of this.waiting) {
      this.waiting.delete(file);
      if (this.host.isOpen(file)) continue;
      const { round } = this;
      try {
        const analysed = await this.host.analyse(file);
        // Somebody may have opened it, or it may have changed, in the meantime.
        if (round !== this.round || this.host.isOpen(file) || this.waiting.has(file)) continue;
        const gone = !analysed.analysis.partnership.files.has(file);
        if (gone) this.published.delete(file);
        else this.published.add(file);
        this.host.publish(file, gone ? undefined : analysed);
      } catch (error) {
        this.host.failed(`Analysis of ${file}`, error);
      }
    }
    this.running = false;
  }
}

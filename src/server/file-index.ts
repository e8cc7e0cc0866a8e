import { importsOf, resolvePath } from '../model/imports.js';
import { documentsOf, treeOf } from '../service/load.js';
import { outlineOf, type DocumentSymbol } from '../service/symbols.js';
import { isAgreement } from './uris.js';

/** What is kept of a file of the workspace: enough to know whom a change of it concerns and what it declares. */
export interface IndexedFile {
  readonly file: string;
  /** Files and documents that it names, as far as they lie inside the workspace. */
  readonly uses: ReadonlySet<string>;
  readonly imports: readonly string[];
  readonly symbols: readonly FoundSymbol[];
}

export interface FoundSymbol extends Pick<DocumentSymbol, 'name' | 'kind' | 'detail' | 'selection'> {
  /** The agreement of a clause, else empty. */
  readonly container: string;
}

export interface IndexHost {
  /** The agreement files below the folders. */
  readonly list: () => Promise<readonly string[]>;
  /** The text as it is now, open or on disk; null where there is none. */
  readonly read: (file: string) => Promise<string | null>;
  readonly folderFor: (file: string) => string;
  /** Called while files are read: how many of how many. */
  readonly progress: (done: number, total: number) => void;
}

/** Files read at a time. */
const BATCH = 16;

/** Every agreement file of the workspace: read once in the background, and again where something has changed. */
export class FileIndex {
  private readonly files = new Map<string, IndexedFile>();
  private readonly stale = new Set<string>();
  private listed = false;
  private settling: Promise<void> | undefined;

  constructor(private readonly host: IndexHost) {}

  /** Forgets everything: other folders, or a client that does not report changes. */
  reset(): void {
    this.files.clear();
    this.stale.clear();
    this.listed = false;
  }

  /** Files have changed, come or gone. */
  changed(files: Iterable<string>): void {
    for (const file of files) if (isAgreement(file)) this.stale.add(file);
  }

  /** Resolves when everything that is known to have changed has been read. */
  async ready(): Promise<void> {
    while (this.settling || !this.listed || this.stale.size > 0) {
      this.settling ??= this.settle().finally(() => {
        this.settling = undefined;
      });
      await this.settling;
    }
  }

  all(): readonly IndexedFile[] {
    return [...this.files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** The files that import this one, directly or not. */
  importersOf(file: string): ReadonlySet<string> {
    return this.reaching((indexed) => indexed.imports, [file]);
  }

  /** The files whose findings may change with these. */
  concernedBy(files: readonly string[]): ReadonlySet<string> {
    return new Set([...files.filter((file) => this.files.has(file)), ...this.reaching((indexed) => indexed.uses, files)]);
  }

  private reaching(next: (indexed: IndexedFile) => Iterable<string>, from: readonly string[]): Set<string> {
    const back = new Map<string, string[]>();
    for (const indexed of this.files.values()) for (const used of next(indexed)) back.set(used, [...(back.get(used) ?? []), indexed.file]);
    const found = new Set<string>();
    const queue = [...from];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      for (const user of back.get(file) ?? []) {
        if (found.has(user)) continue;
        found.add(user);
        queue.push(user);
      }
    }
    return found;
  }

  private async settle(): Promise<void> {
    if (!this.listed) {
      this.listed = true;
      this.changed(await this.host.list());
    }
    const waiting = [...this.stale];
    let done = 0;
    for (let start = 0; start < waiting.length; start += BATCH) {
      const batch = waiting.slice(start, start + BATCH);
      for (const file of batch) this.stale.delete(file);
      await Promise.all(batch.map(async (file) => this.put(file, await this.host.read(file))));
      done += batch.length;
      this.host.progress(done, waiting.length);
    }
  }

  private put(file: string, text: string | null): void {
    if (text === null) {
      this.files.delete(file);
      return;
    }
    const tree = treeOf(text, file);
    const workspace = this.host.folderFor(file);
    const inside = (paths: readonly string[]): string[] => paths.map((path) => resolvePath(path, file, workspace)).filter((target) => target !== undefined);
    const imports = inside(importsOf(tree).map(({ path }) => path));
    this.files.set(file, { file, imports, uses: new Set([...imports, ...inside(documentsOf(tree))]), symbols: flat(tree.root ? outlineOf(tree.root) : []) });
  }
}

function flat(symbols: readonly DocumentSymbol[], container = ''): FoundSymbol[] {
  return symbols.flatMap(({ name, kind, detail, selection, children }) => {
    const own = kind === 'group' || kind === 'expectation' ? [] : [{ name, kind, detail, selection, container }];
    return [...own, ...flat(children, kind === 'agreement' ? name : container)];
  });
}

import { type Day, dayOf } from '../base/dates.js';
import type { Finding } from '../base/findings.js';
import type { Partnership } from '../model/types.js';
import { analyse, analyseSteps, resolveInput } from '../service/analyse.js';
import type { Analysis, AnalysisInput } from '../service/analysis.js';
import { followEdit, loadInput, type LoadRequest } from '../service/load.js';
import type { OpenDocument } from './documents.js';
import { FileIndex } from './file-index.js';
import type { FileSettings } from './settings.js';
import { afterMessages, Slices } from './turns.js';
import { canonical, folderOf, isInside } from './uris.js';

/** The newest analysis of a file. */
export interface Analysed {
  /** As the client spells it. */
  readonly uri: string;
  readonly file: string;
  /** Null where the file is not open. */
  readonly version: number | null;
  readonly analysis: Analysis;
  /** Its findings with the severities of the settings, without those that are off. */
  readonly shown: readonly Finding[];
}

export interface WorkspaceHost {
  /** Text of a file that is not open. */
  readonly read: (uri: string, folder: string) => Promise<string | null>;
  readonly settings: (uri: string) => Promise<FileSettings>;
  /** Called once for each analysis, with the newest text only. */
  readonly analysed: (result: Analysed) => void;
  /** URIs of the agreement files below the folders. */
  readonly list: (folders: readonly string[]) => Promise<readonly string[]>;
  /** Files of the workspace are being read: how many of how many. */
  readonly indexing: (done: number, total: number) => void;
  /** Texts have changed, in the client or on disk. */
  readonly changed: (files: readonly string[]) => void;
  readonly failed: (what: string, error: unknown) => void;
}

interface State {
  /** Every file and document that the last analysis read, or that the one under way has read so far. */
  inputs: Set<string>;
  dirty: boolean;
  analysed: Analysed | undefined;
  running: Promise<Analysed> | undefined;
  /** The newest change that nobody has asked about yet. */
  change: symbol | undefined;
}

/** Files that are not open and whose analysis is kept for the panels that show them. */
const KEPT = 16;

/** Open texts, their analyses, and which of them a change of a file concerns. */
export class Workspace {
  /** Set once the client reports changes of files below the folders. */
  watched = false;
  /** How often places in analyses have moved because a text was edited: what was computed before, and not answered yet, is of no use. */
  moves = 0;
  private readonly documents = new Map<string, OpenDocument>();
  private readonly states = new Map<string, State>();
  private folders: readonly string[] = [];
  private readonly index: FileIndex;

  constructor(private readonly host: WorkspaceHost) {
    this.index = new FileIndex({
      list: async () => (await host.list(this.folders)).map(canonical), read: (file) => this.textOf(file), folderFor: (file) => this.folderFor(file), progress: host.indexing,
    });
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris.map(canonical).map((uri) => (uri.endsWith('/') ? uri : `${uri}/`));
    this.forget();
    this.refreshAll();
  }

  /** The folders, canonical and with a closing slash; without any, those of the open texts. */
  folderUris(): readonly string[] {
    return this.folders.length > 0 ? this.folders : [...new Set([...this.documents.keys()].map(folderOf))].filter((folder) => folder.endsWith('/'));
  }

  document(uri: string): OpenDocument | undefined {
    return this.documents.get(canonical(uri));
  }

  /** The URI of a file as the client spells it. */
  clientUri(file: string): string {
    return this.documents.get(file)?.uri ?? file;
  }

  /** Opens a text or replaces it by a newer version. */
  put(document: OpenDocument): void {
    const file = canonical(document.uri);
    const before = this.documents.get(file);
    if (before && followEdit(before.text, document.text, file)) this.moves += 1;
    this.documents.set(file, document);
    this.changed([file]);
    this.schedule(file);
  }

  /** The text counts again as it is on disk. */
  close(uri: string): void {
    const file = canonical(uri);
    this.documents.delete(file);
    const state = this.states.get(file);
    if (state) state.change = undefined;
    this.states.delete(file);
    this.changed([file]);
  }

  /** Files have changed: every analysis that read one of them is done again. */
  changed(uris: readonly string[]): void {
    const files = new Set(uris.map(canonical));
    this.index.changed(files);
    this.host.changed([...files]);
    for (const [file, state] of this.states) {
      if (!files.has(file) && ![...files].some((changed) => state.inputs.has(changed))) continue;
      state.dirty = true;
      this.schedule(file);
    }
  }

  refreshAll(): void {
    for (const [file, state] of this.states) {
      state.dirty = true;
      this.schedule(file);
    }
  }

  /** The analysis of the newest text, open or on disk. What is pending is done first. */
  async current(uri: string): Promise<Analysed> {
    const file = canonical(uri);
    const state = this.stateOf(file);
    state.change = undefined;
    const reliable = this.documents.has(file) || (this.watched && this.folders.some((folder) => isInside(folder, file)));
    // While a run is under way, what was analysed before it is of an older text.
    if (state.analysed && !state.running && !state.dirty && reliable) return state.analysed;
    state.running ??= this.run(file, uri, state).finally(() => {
      state.running = undefined;
    });
    return state.running;
  }

  /** Whether no file is known by the URI: none is open, and none can be read. */
  async isFree(uri: string): Promise<boolean> {
    const file = canonical(uri);
    return !this.documents.has(file) && await this.host.read(file, this.folderFor(file)) === null;
  }

  /** The agreement files of the workspace. `sure` reads all of them again where the client does not report changes. */
  async indexed(sure = false): Promise<FileIndex> {
    if (sure && !this.watched) this.forget();
    await this.index.ready();
    return this.index;
  }

  /** The agreement files read so far, sorted. */
  knownFiles(): readonly string[] {
    return this.index.all().map(({ file }) => file);
  }

  /** Analyses of the files that import this one, as they are now. */
  async analysesWith(file: string): Promise<readonly Analysed[]> {
    const importers = [...(await this.indexed(true)).importersOf(file)].sort();
    return Promise.all(importers.map((importer) => (this.documents.has(importer) ? this.current(importer) : this.analysisOf(importer))));
  }

  /** The files that import this one, resolved as they are now: names and values without cells. */
  async partnershipsWith(file: string): Promise<readonly Partnership[]> {
    const importers = [...(await this.indexed(true)).importersOf(file)].sort();
    return Promise.all(importers.map(async (importer) => resolveInput(await this.load(importer))));
  }

  /** An analysis that is not kept: of a file that nobody has open, or of another text in its place. */
  async analysisOf(file: string, text?: string): Promise<Analysed> {
    const { severities } = await this.host.settings(this.clientUri(file));
    const analysis = analyse(await this.load(file, { instead: text }));
    return { uri: this.clientUri(file), file, version: null, analysis, shown: withSeverities(analysis.findings, severities) };
  }

  /** The text as it is now: open in the client, else on disk. */
  async textOf(file: string): Promise<string | null> {
    return this.documents.get(file)?.text ?? this.host.read(file, this.folderFor(file));
  }

  /** The innermost workspace folder that holds the file, else the file's own folder. */
  folderFor(file: string): string {
    const holding = this.folders.filter((folder) => isInside(folder, file));
    return holding.sort((a, b) => b.length - a.length)[0] ?? folderOf(file);
  }

  private forget(): void {
    this.index.reset();
    this.index.changed(this.documents.keys());
  }

  private stateOf(file: string): State {
    const known = this.states.get(file);
    if (known) return known;
    const closed = [...this.states.keys()].filter((other) => !this.documents.has(other));
    for (const other of closed.slice(0, Math.max(0, closed.length - KEPT + 1))) this.states.delete(other);
    const state: State = { inputs: new Set([file]), dirty: true, analysed: undefined, running: undefined, change: undefined };
    this.states.set(file, state);
    return state;
  }

  /** Analyses once the messages that have arrived are read: each is read in a turn of its own, and may bring a newer text. */
  private schedule(file: string): void {
    const state = this.stateOf(file);
    const change = state.change = Symbol();
    afterMessages(() => {
      if (state.change === change) this.current(this.clientUri(file)).catch((error: unknown) => this.host.failed(`Analysis of ${file}`, error));
    });
  }

  private async run(file: string, uri: string, state: State): Promise<Analysed> {
    for (;;) {
      state.dirty = false;
      state.inputs = new Set([file]);
      const { severities } = await this.host.settings(this.clientUri(file));
      const slices = new Slices(() => performance.now());
      const isNewest = (): boolean => !state.dirty;
      const input = await this.load(file, { reading: (read) => state.inputs.add(read), through: (steps) => slices.through(steps) });
      const analysis = isNewest() ? await slices.through(analyseSteps(input), isNewest) : undefined;
      if (!analysis || !isNewest()) continue; // something that was read has changed since
      const document = this.documents.get(file);
      let shown: readonly Finding[] | undefined;
      const result: Analysed = {
        uri: document?.uri ?? uri, file, version: document?.version ?? null, analysis,
        get shown() { return shown ??= withSeverities(analysis.findings, severities); },
      };
      state.analysed = result;
      // Whoever waits for an answer gets it before the findings are looked for.
      afterMessages(() => {
        this.tell(result, () => this.states.get(file) === state && state.analysed === result && !state.dirty).catch((error: unknown) => this.host.failed(`Findings of ${file}`, error));
      });
      return result;
    }
  }

  /** Has the findings looked for in parts, and tells them, as long as nothing has changed. */
  private async tell(result: Analysed, isNewest: () => boolean): Promise<void> {
    const judged = await new Slices(() => performance.now()).through(result.analysis.judged(), isNewest);
    if (judged && isNewest()) this.host.analysed(result);
  }

  /** Everything that an analysis of the file is computed from. */
  private async load(file: string, { reading, through, instead }: { reading?: (file: string) => void; through?: LoadRequest['through']; instead?: string | undefined } = {}): Promise<AnalysisInput> {
    const { asOf } = await this.host.settings(this.clientUri(file));
    const folder = this.folderFor(file);
    return loadInput({
      file, workspace: folder, today: today(), asOf, through,
      read: async (read) => {
        reading?.(read);
        if (read === file && instead !== undefined) return instead;
        return this.documents.get(read)?.text ?? this.host.read(read, folder);
      },
    });
  }
}

const withSeverities = (findings: readonly Finding[], severities: FileSettings['severities']): readonly Finding[] => findings.flatMap((finding) => {
  const severity = severities.get(finding.code) ?? finding.severity;
  return severity === 'off' ? [] : [{ ...finding, severity }];
});

/** Today where the server runs. */
function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

import type { Diagnostic, TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { TextEdit } from '../base/edits.js';
import type { Partnership } from '../model/types.js';
import type { FileEdits } from '../service/code-actions.js';
import type { Converter, Converters } from './convert.js';
import { diagnosticOf, type DiagnosticOptions, Places } from './diagnostics.js';
import type { Analysed, Workspace } from './workspace.js';

/** A file as it is now, with what turns its offsets into positions. */
export interface OpenFile {
  readonly analysed: Analysed;
  readonly converter: Converter;
  readonly places: Places;
}

/** What every feature of the protocol starts from and ends with: the newest analysis, positions, edits. */
export class Texts {
  constructor(readonly workspace: Workspace, private readonly converters: Converters, private readonly versionedEdits: boolean) {}

  async open(uri: string): Promise<OpenFile> {
    const analysed = await this.workspace.current(uri);
    const { partnership } = analysed.analysis;
    return { analysed, converter: this.converters.of(partnership.files.get(analysed.file)?.text ?? ''), places: this.placesIn(partnership) };
  }

  converter(text: string): Converter {
    return this.converters.of(text);
  }

  placesIn(partnership: Partnership): Places {
    return new Places(partnership, this.converters, (file) => this.workspace.clientUri(file));
  }

  /** The findings of a file as the client's settings want them. */
  diagnostics({ analysis, file, shown }: Analysed, options: DiagnosticOptions): Diagnostic[] {
    const places = this.placesIn(analysis.partnership);
    return shown.filter(({ place }) => place.file === file).map((finding) => diagnosticOf(finding, places, options));
  }

  /** Edits of files in the form the client takes; `textOf` gives the text that the edits refer to. */
  edit(files: readonly FileEdits[], textOf: (file: string) => string | undefined): WorkspaceEdit {
    const edits = files.map(({ file, edits: list }) => {
      const converter = this.converters.of(textOf(file) ?? '');
      const converted = list.map(({ span, text }: TextEdit): LspEdit => ({ range: converter.range(span), newText: text }));
      return { uri: this.workspace.clientUri(file), version: this.workspace.document(file)?.version ?? null, edits: converted };
    });
    return this.versionedEdits
      ? { documentChanges: edits.map(({ uri, version, edits: list }) => ({ textDocument: { uri, version }, edits: list })) }
      : { changes: Object.fromEntries(edits.map(({ uri, edits: list }) => [uri, list])) };
  }
}

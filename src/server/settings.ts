import { type Day, parseDate } from '../base/dates.js';
import type { Severity } from '../base/findings.js';
import { RULES } from '../rules/registry.js';
import type { KeyOrder } from '../service/format.js';
import { ALL_HINTS, HINT_KINDS, type HintKinds, LENS_KINDS, type LensKind } from '../service/kinds.js';
import type { Connection } from './connection.js';
import { isRecord } from './options.js';

/** The section `entente` of the client's settings for one file. What is missing or cannot be read counts as the default. */
export interface FileSettings {
  /** Replaces the file's `as-of`. */
  readonly asOf: Day | undefined;
  readonly hints: HintKinds;
  readonly lenses: readonly LensKind[];
  /** By code; `off` hides a finding. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly validateUnopened: boolean;
  readonly keyOrder: KeyOrder;
}

export const DEFAULTS: FileSettings = { asOf: undefined, hints: ALL_HINTS, lenses: LENS_KINDS, severities: new Map(), validateUnopened: false, keyOrder: 'keep' };

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies readonly (Severity | 'off')[];
const CODES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));

/** The client's settings, asked once for each file until they change. */
export class Settings {
  private readonly known = new Map<string, Promise<FileSettings>>();

  /** Without `supported` the client cannot be asked, and every setting has its default. */
  constructor(private readonly connection: Connection, private readonly supported: boolean) {}

  /** The settings for a file; without one, those of the window. */
  of(uri?: string): Promise<FileSettings> {
    if (!this.supported) return Promise.resolve(DEFAULTS);
    const key = uri ?? '';
    const known = this.known.get(key);
    if (known) return known;
    const asked = this.connection.configuration('entente', uri).then((value) => this.read(value), (error: unknown) => {
      this.connection.error(`Reading the settings failed: ${error instanceof Error ? error.message : String(error)}`);
      return DEFAULTS;
    });
    this.known.set(key, asked);
    return asked;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  clear(): void {
    this.known.clear();
  }

  private read(value: unknown): FileSettings {
    if (!isRecord(value)) return DEFAULTS;
    const { asOf, inlayHints, codeLens, severity, format } = value;
    const off = HINT_KINDS.filter((kind) => isRecord(inlayHints) && inlayHints[kind] === false);
    return {
      asOf: this.day(asOf),
      hints: { ...ALL_HINTS, ...Object.fromEntries(off.map((kind) => [kind, false])) },
      lenses: LENS_KINDS.filter((kind) => !isRecord(codeLens) || codeLens[kind] !== false),
      severities: this.severities(severity),
      validateUnopened: value['validateUnopenedFiles'] === true,
      keyOrder: isRecord(format) && format['keyOrder'] === 'canonical' ? 'canonical' : 'keep',
    };
  }

  private day(value: unknown): Day | undefined {
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const date = parseDate(value.trim());
    if (!date) this.connection.warn(`The setting entente.asOf is not a day: ${value.slice(0, 40)}`);
    return date?.first;
  }

  private severities(value: unknown): ReadonlyMap<string, Severity | 'off'> {
    const found = new Map<string, Severity | 'off'>();
    for (const [code, severity] of isRecord(value) ? Object.entries(value) : []) {
      if (!CODES.has(code)) this.connection.warn(`The setting entente.severity names no finding: ${code.slice(0, 40)}`);
      else if (!SEVERITIES.includes(severity)) this.connection.warn(`The setting entente.severity cannot be this for ${code}: ${String(severity).slice(0, 40)}`);
      else found.set(code, severity as Severity | 'off');
    }
    return found;
  }
}

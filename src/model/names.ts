import { inside, type Place, placeIn } from '../base/span.js';
import { interned, Remembered } from '../base/remembered.js';
import { mapInParts, type Steps } from '../base/steps.js';
import { didYouMean } from '../base/words.js';
import type { NameUse } from '../grammar/sink.js';
import type { Namespace } from '../grammar/types.js';
import { placeOf } from './declared.js';
import type { Declaring, Facts } from './read-file.js';
import type { Problem, Reference } from './types.js';

/** The names that a part of a file uses and declares, resolved. */
export interface NamesIn {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** Declarations by full id. */
type Table = ReadonlyMap<string, Declaring>;
const EMPTY: Table = new Map();

/** While they are being resolved. */
interface Found {
  readonly references: Reference[];
  readonly problems: Problem[];
}

const TABLES = new Remembered<Table>();
const IDS = new Remembered<string>();
const RESOLVED = new Remembered<NamesIn>();
/** Entries whose names are resolved in one step. */
const PARTS_AT_ONCE = 20;

/** Every name of every file, by namespace and full id. Of two declarations the one in the earlier file counts. */
export class NameTable {
  /** Where the same name is declared twice. */
  readonly problems: Problem[] = [];
  private readonly tables = new Map<Namespace, Map<string, Declaring>>();
  /** Of each agreement, by the id of the agreement. */
  private readonly clauses = new Map<string, Table>();
  /** All that resolving a name turns on, as text: equal for two tables that know the same names. */
  readonly key: string;

  /** The table of some files, made in parts. */
  static *of(files: readonly Facts[], reached: ReadonlyMap<string, Place>): Steps<NameTable> {
    yield* mapInParts(files.flatMap(({ parts }) => parts), PARTS_AT_ONCE, function* (part) { return idsOf(part); });
    return new NameTable(files, reached);
  }

  private constructor(private readonly files: readonly Facts[], private readonly reached: ReadonlyMap<string, Place>) {
    for (const facts of files) this.read(facts);
    for (const [first, second] of [['event', 'fact'], ['event', 'reading'], ['fact', 'reading']] as const) {
      for (const [id, declaring] of this.all(first)) {
        const other = this.all(second).get(id);
        if (other) this.duplicate(declaring, other, `\`${id}\` names ${first === 'event' ? 'an' : 'a'} ${first} and a ${second}; conditions and assumptions could mean either. The ${first} counts.`);
      }
    }
    this.key = interned(files.map((facts) => [JSON.stringify(facts.file), ...facts.parts.map(idsOf)].join('\n')).join('\n\n'));
  }

  all(namespace: Exclude<Namespace, 'clause'>): Table {
    return this.tables.get(namespace) ?? EMPTY;
  }

  /** The clauses of an agreement by full id, in the order of the text. */
  clausesOf(agreement: string): Table {
    return this.clauses.get(agreement) ?? EMPTY;
  }

  has(namespace: Namespace, full: string): boolean {
    return this.find(namespace, full) !== undefined;
  }

  private find(namespace: Namespace, full: string): Declaring | undefined {
    if (namespace !== 'clause') return this.all(namespace).get(full);
    for (let slash = full.indexOf('/'); slash >= 0; slash = full.indexOf('/', slash + 1)) {
      const found = this.clausesOf(full.slice(0, slash)).get(full);
      if (found) return found;
    }
    return undefined;
  }

  private ids(namespace: Namespace): readonly string[] {
    return namespace === 'clause' ? [...this.clauses.values()].flatMap((table) => [...table.keys()]) : [...this.all(namespace).keys()];
  }

  private read(facts: Facts): void {
    for (const declaring of facts.declarations) this.declare(declaring);
    const agreement = facts.declarations.find(({ namespace }) => namespace === 'agreement');
    if (!agreement) return facts.parts.forEach((part) => this.read(part));
    const own = TABLES.of(facts, [], () => tableOf(facts.parts));
    const known = this.clauses.get(agreement.full);
    this.clauses.set(agreement.full, known ? new Map([...own, ...known]) : own);
  }

  private declare(declaring: Declaring): void {
    const { namespace, full, id } = declaring;
    const table = this.tables.get(namespace) ?? new Map<string, Declaring>();
    this.tables.set(namespace, table);
    const first = table.get(full);
    if (!first) table.set(full, declaring);
    // Of a service or a choice, the cloud or reading is reported.
    else if (namespace !== 'service' && namespace !== 'choice') this.duplicate(first, declaring, `\`${id}\` is declared in two files; the first counts.`);
  }

  /** Reported where the main file can do something about it: at its own declaration, or at the import that brings the second. */
  private duplicate(first: Declaring, second: Declaring, message: string): void {
    const through = this.reached.get(second.file);
    const same = through !== undefined && this.reached.get(first.file)?.start === through.start;
    if (same) return;
    const inMain = !this.reached.has(first.file) && first.file !== second.file ? first : second;
    const other = inMain === first ? second : first;
    const place = this.reached.has(inMain.file) && through ? through : placeOf(inMain);
    this.problems.push({ code: 'duplicate-id', place, message, related: [{ place: placeOf(other), message: 'The other declaration' }] });
  }

  /** What the files declare and use, part by part, in the order of the text. */
  *resolved(): Steps<readonly NamesIn[]> {
    const inFiles = yield* mapInParts(this.files, PARTS_AT_ONCE, (facts) => this.namesOf(facts));
    return inFiles.flat();
  }

  /** Of what the entry or file says itself, and of its parts. */
  private *namesOf(facts: Facts): Steps<readonly NamesIn[]> {
    return [this.own(facts), ...yield* mapInParts(facts.parts, PARTS_AT_ONCE, (part) => RESOLVED.stepsOf(part, [this.key], () => this.resolvedIn(part)))];
  }

  private *resolvedIn(facts: Facts): Steps<NamesIn> {
    const all = yield* this.namesOf(facts);
    return { references: all.flatMap(({ references }) => references), problems: all.flatMap(({ problems }) => problems) };
  }

  /** Without its parts. */
  private own({ file, declarations, uses }: Facts): NamesIn {
    const found: { references: Reference[]; problems: Problem[] } = { references: [], problems: [] };
    for (const declaring of declarations) {
      const { namespace, full } = declaring;
      if (this.find(namespace, full) === declaring) found.references.push({ namespace, id: full, place: placeOf(declaring), role: 'declaration', known: true });
    }
    for (const use of uses) this.use(file, use, found);
    return found;
  }

  private use(file: string, use: NameUse, found: Found): void {
    const { name, scope } = use;
    const place: Place = placeIn(file, use.span);
    if (use.namespace === 'assumption') return this.assumption(file, use, found);
    if (use.namespace === 'condition') {
      const namespace = (['event', 'fact'] as const).find((kind) => this.all(kind).has(name));
      reference(found, namespace ?? 'fact', name, place, namespace !== undefined);
      if (!namespace) unknown(found, place, name, 'event or fact', [...this.all('event').keys(), ...this.all('fact').keys()], 'fact');
      return;
    }
    const namespace = use.namespace;
    if (namespace === 'clause' && name.includes('/')) {
      const agreement = name.slice(0, name.indexOf('/'));
      if (this.all('agreement').has(agreement)) reference(found, 'agreement', agreement, part(place, name, 0, agreement.length));
    }
    const owned = namespace === 'service' || namespace === 'choice';
    const full = owned ? `${scope.owner ?? ''}/${name}` : namespace === 'clause' && !name.includes('/') && scope.agreement !== undefined ? `${scope.agreement}/${name}` : name;
    const known = this.has(namespace, full);
    reference(found, namespace, full, place, known);
    if (known) return;
    if (owned && !this.all(namespace === 'service' ? 'cloud' : 'reading').has(scope.owner ?? '')) return; // the owner is reported
    const prefix = owned ? `${scope.owner ?? ''}/` : '';
    const local = namespace === 'clause' && scope.agreement !== undefined ? `${scope.agreement}/` : undefined;
    const candidates = this.ids(namespace)
      .filter((id) => id.startsWith(prefix))
      .map((id) => (owned ? id.slice(prefix.length) : local !== undefined && !name.includes('/') && id.startsWith(local) ? id.slice(local.length) : id));
    unknown(found, place, name, namespace, candidates, namespace, use.supersession);
  }

  /** `event`, `fact`, `fact:product` or `reading`, whose value is a choice. What is wrong with it, a rule says. */
  private assumption(file: string, { name, span, value }: NameUse, found: Found): void {
    const place: Place = placeIn(file, span);
    const [base = name, product] = name.split(':');
    const namespace = (['event', 'fact', 'reading'] as const).find((kind) => this.all(kind).has(base));
    if (!namespace) return;
    reference(found, namespace, base, part(place, name, 0, base.length));
    if (product !== undefined && this.all('product').has(product)) reference(found, 'product', product, part(place, name, base.length + 1, name.length));
    const choice = `${base}/${value?.text ?? ''}`;
    if (namespace === 'reading' && value && this.all('choice').has(choice)) reference(found, 'choice', choice, placeIn(file, value.span));
  }
}

function reference({ references }: Found, namespace: Namespace, id: string, place: Place, known = true): void {
  references.push({ namespace, id, place, role: 'use', known });
}

function unknown({ problems }: Found, place: Place, name: string, what: string, candidates: readonly string[], namespace: Namespace, supersession = false): void {
  const suggestion = didYouMean(name, candidates);
  const hint = suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
  problems.push({
    code: supersession ? 'dangling-supersession' : 'unknown-reference', place,
    message: `There is no ${what} \`${name}\`.${hint}`, payload: { id: name, suggestion, namespace },
  });
}

function tableOf(parts: readonly Facts[]): Table {
  const table = new Map<string, Declaring>();
  for (const { declarations } of parts) for (const declaring of declarations) if (!table.has(declaring.full)) table.set(declaring.full, declaring);
  return table;
}

/** The ids that a part declares, as text. */
const idsOf = (facts: Facts): string => IDS.of(facts, [], () =>
  JSON.stringify([facts.declarations.map(({ namespace, full }) => [namespace, full]), facts.parts.map(idsOf)]));

/** Where the characters of a name from `from` to `to` stand; the whole place where it is written in an unusual way. */
function part(place: Place, name: string, from: number, to: number): Place {
  const quotes = (place.end - place.start - name.length) / 2;
  if (quotes !== 0 && quotes !== 1) return place;
  return placeIn(place.file, inside(place, quotes + from, quotes + to));
}

import { inside, type Place, placeIn } from '../base/span.js';
import { didYouMean } from '../base/words.js';
import type { Declaration, NameUse } from '../grammar/sink.js';
import type { Namespace } from '../grammar/types.js';
import { placeOf } from './declared.js';
import type { FileFacts } from './read-file.js';
import type { Problem, Reference } from './types.js';

export interface Declaring extends Declaration {
  readonly file: string;
  /** Full id: clauses as `agreement/clause`, services as `cloud/service`, choices as `reading/choice`. */
  readonly full: string;
}

/** Every name of every file, by namespace and full id. Of two declarations the one in the earlier file counts. */
export class NameTable {
  readonly references: Reference[] = [];
  readonly problems: Problem[] = [];
  private readonly tables = new Map<Namespace, Map<string, Declaring>>();

  constructor(files: readonly FileFacts[], private readonly reached: ReadonlyMap<string, Place>) {
    for (const facts of files) for (const declaration of facts.declarations) this.declare(facts.file, declaration);
    for (const [first, second] of [['event', 'fact'], ['event', 'reading'], ['fact', 'reading']] as const) {
      for (const [id, declaring] of this.all(first)) {
        const other = this.all(second).get(id);
        if (other) this.duplicate(declaring, other, `\`${id}\` names ${first === 'event' ? 'an' : 'a'} ${first} and a ${second}; conditions and assumptions could mean either. The ${first} counts.`);
      }
    }
    for (const facts of files) for (const use of facts.uses) this.use(facts.file, use);
  }

  all(namespace: Namespace): ReadonlyMap<string, Declaring> {
    return this.tables.get(namespace) ?? new Map<string, Declaring>();
  }

  private declare(file: string, declaration: Declaration): void {
    const { namespace, id, scope } = declaration;
    const prefix = namespace === 'clause' ? scope.agreement : namespace === 'service' || namespace === 'choice' ? scope.owner : undefined;
    const declaring: Declaring = { ...declaration, file, full: prefix === undefined ? id : `${prefix}/${id}` };
    const table = this.tables.get(namespace) ?? new Map<string, Declaring>();
    this.tables.set(namespace, table);
    const first = table.get(declaring.full);
    if (first) {
      if (namespace === 'clause' || namespace === 'service' || namespace === 'choice') return; // its agreement, cloud or reading is reported
      this.duplicate(first, declaring, `\`${id}\` is declared in two files; the first counts.`);
      return;
    }
    table.set(declaring.full, declaring);
    this.references.push({ namespace, id: declaring.full, place: placeOf(declaring), role: 'declaration', known: true });
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

  private use(file: string, use: NameUse): void {
    const { name, scope } = use;
    const place: Place = placeIn(file, use.span);
    if (use.namespace === 'assumption') return this.assumption(file, use);
    if (use.namespace === 'condition') {
      const namespace = (['event', 'fact'] as const).find((kind) => this.all(kind).has(name));
      this.reference(namespace ?? 'fact', name, place, namespace !== undefined);
      if (!namespace) this.unknown(place, name, 'event or fact', [...this.all('event').keys(), ...this.all('fact').keys()], 'fact');
      return;
    }
    const namespace = use.namespace;
    if (namespace === 'clause' && name.includes('/')) {
      const agreement = name.slice(0, name.indexOf('/'));
      if (this.all('agreement').has(agreement)) this.reference('agreement', agreement, part(place, name, 0, agreement.length));
    }
    const owned = namespace === 'service' || namespace === 'choice';
    const full = owned ? `${scope.owner ?? ''}/${name}` : namespace === 'clause' && !name.includes('/') && scope.agreement !== undefined ? `${scope.agreement}/${name}` : name;
    const known = this.all(namespace).has(full);
    this.reference(namespace, full, place, known);
    if (known) return;
    if (owned && !this.all(namespace === 'service' ? 'cloud' : 'reading').has(scope.owner ?? '')) return; // the owner is reported
    const prefix = owned ? `${scope.owner ?? ''}/` : '';
    const local = namespace === 'clause' && scope.agreement !== undefined ? `${scope.agreement}/` : undefined;
    const candidates = [...this.all(namespace).keys()]
      .filter((id) => id.startsWith(prefix))
      .map((id) => (owned ? id.slice(prefix.length) : local !== undefined && !name.includes('/') && id.startsWith(local) ? id.slice(local.length) : id));
    this.unknown(place, name, namespace, candidates, namespace, use.supersession);
  }

  /** `event`, `fact`, `fact:product` or `reading`, whose value is a choice. What is wrong with it, a rule says. */
  private assumption(file: string, { name, span, value }: NameUse): void {
    const place: Place = placeIn(file, span);
    const [base = name, product] = name.split(':');
    const namespace = (['event', 'fact', 'reading'] as const).find((kind) => this.all(kind).has(base));
    if (!namespace) return;
    this.reference(namespace, base, part(place, name, 0, base.length));
    if (product !== undefined && this.all('product').has(product)) this.reference('product', product, part(place, name, base.length + 1, name.length));
    const choice = `${base}/${value?.text ?? ''}`;
    if (namespace === 'reading' && value && this.all('choice').has(choice)) this.reference('choice', choice, placeIn(file, value.span));
  }

  private reference(namespace: Namespace, id: string, place: Place, known = true): void {
    this.references.push({ namespace, id, place, role: 'use', known });
  }

  private unknown(place: Place, name: string, what: string, candidates: readonly string[], namespace: Namespace, supersession = false): void {
    const suggestion = didYouMean(name, candidates);
    const hint = suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
    this.problems.push({
      code: supersession ? 'dangling-supersession' : 'unknown-reference', place,
      message: `There is no ${what} \`${name}\`.${hint}`, payload: { id: name, suggestion, namespace },
    });
  }
}

/** Where the characters of a name from `from` to `to` stand; the whole place where it is written in an unusual way. */
function part(place: Place, name: string, from: number, to: number): Place {
  const quotes = (place.end - place.start - name.length) / 2;
  if (quotes !== 0 && quotes !== 1) return place;
  return placeIn(place.file, inside(place, quotes + from, quotes + to));
}

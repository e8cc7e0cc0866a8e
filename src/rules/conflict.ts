import { type Day, describeInterval, formatDay, type Interval } from '../base/dates.js';
import { compareText, type Severity } from '../base/findings.js';
import { Remembered } from '../base/remembered.js';
import { listWords } from '../base/words.js';
import type { Role } from '../clauses/clause-type.js';
import { betterWitness } from '../matrix/clashes.js';
import { plays } from '../matrix/given.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Clash, Witness } from '../matrix/types.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Report, Rule } from './rule.js';
import { assumptionWords } from './support/assumed.js';
import { nameOf, namesOf, quoted } from './support/names.js';
import { inMain, latestFirst, placeAmong } from './support/places.js';
import { severityInTime } from './support/terms.js';

export const conflict: Rule = {
  code: 'conflict',
  severity: 'error',
  title: 'Two promises that cannot both be kept',
  rationale:
    'One party may insist that the product is served here, another may insist that it is not. Nothing is read into the texts: neither the later nor the more specific clause wins. It is an error where it is certain and not yet over, a warning where it depends on something unknown, and information where it is over. Where it depends, it comes with a witness: one day, and one world as close to what is known as there is, in which the cell is in conflict. To settle it, let a holder give up its right (`supersedes`, `amends`) or let one clause yield (`subject-to`, `notwithstanding`) in an agreement that the holder signed.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2029
    clauses:
      on-stratus:
    # ^^^^^^^^^^ conflict
        type: availability
        by: meteo
        to: stratus
        products: [nowcast]
        cloud: stratus-eu
        strength: must
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2029
    clauses:
      on-stratus:
        type: availability
        by: meteo
        to: stratus
        products: [nowcast]
        cloud: stratus-eu
        strength: must
        from: 2029
` },
  *check({ partnership, matrix }) {
    const { file, parties, products, clouds, events, facts, readings, asOf, agreements } = partnership;
    for (const group of groupsOf(partnership, yield* matrix.clashSteps())) {
      const [first] = group.clashes;
      if (!first) continue;
      const own = group.clauses.some((clause) => inMain(partnership, clause));
      const starts = group.clauses.map(({ agreement }) => agreements.get(agreement)?.start);
      // Where it is reported at an import, that may be another entry of the text each time.
      yield* own ? REPORTS.of(first, [...group.clashes, ...group.clauses, ...starts, file, parties, products, clouds, events, facts, readings, asOf], () => reportOf(group, partnership, matrix))
        : reportOf(group, partnership, matrix);
    }
  },
};

const REPORTS = new Remembered<readonly Report[]>();

function reportOf({ severity, clashes, clauses }: Group, partnership: Partnership, matrix: Matrix): readonly Report[] {
  const [first] = clashes;
  const files = clashes.flatMap(({ product, cloud }) => [partnership.products.get(product)?.place.file ?? '', partnership.clouds.get(cloud)?.place.file ?? '']);
  const place = placeAmong(partnership, clauses, [...clauses.map((clause) => clause.place.file), ...files]);
  if (!first || !place) return [];
  const witness = witnessOf(clashes, partnership);
  return [{
    place,
    severity,
    message: [...sentences(partnership, matrix, clashes, clauses, severity), ...(first.certain ? [] : [witnessWords(witness, partnership)])].join(' '),
    related: clauses.filter((clause) => clause.place !== place).map((clause) => ({ place: clause.place, message: `\`${clause.id}\`` })),
    payload: {
      clauses: first.clauses,
      cells: clashes.map(({ product, cloud, from, to }) => ({ product, cloud, from, to })),
      certain: first.certain,
      unknowns: unknownsOf(matrix, clashes),
      witness,
    },
  }];
}

/** One cell of a conflict on one day in one world, to look at. */
export interface WitnessCell extends Witness {
  readonly product: string;
  readonly cloud: string;
}

/** The best witness of some clashes; of equal ones the first by the ids of product and cloud, wherever these are declared. */
function witnessOf(clashes: readonly Clash[], { asOf }: Partnership): WitnessCell {
  const sorted = [...clashes].sort((a, b) => compareText(a.product, b.product) || compareText(a.cloud, b.cloud));
  const { product, cloud, witness } = sorted.reduce((best, clash) => (betterWitness(best.witness, clash.witness, asOf) === best.witness ? best : clash));
  return { product, cloud, ...witness };
}

/** `For example Frontier on Azure on 2026-05-01, if `agi` has occurred.` */
function witnessWords({ product, cloud, at, assume }: WitnessCell, partnership: Partnership): string {
  const where = `${nameOf(partnership.products, product)} on ${nameOf(partnership.clouds, cloud)} on ${formatDay(at)}`;
  const departures = Object.entries(assume).map(([name, value]) => assumptionWords(name, value, partnership));
  return `For example ${where}${departures.length === 0 ? ', as things stand' : `, if ${listWords(departures)}`}.`;
}

interface Group {
  readonly severity: Severity;
  readonly clashes: readonly Clash[];
  /** The latest first. */
  readonly clauses: readonly Clause[];
}

/** Clashes of the same clauses that are equally grave. */
function groupsOf(partnership: Partnership, all: readonly Clash[]): readonly Group[] {
  const groups = new Map<string, Clash[]>();
  for (const clash of all) {
    const key = `${severityInTime(clash.certain, clash.to, partnership.asOf)} ${clash.certain} ${clash.clauses.join(' ')}`;
    const group = groups.get(key);
    if (group) group.push(clash);
    else groups.set(key, [clash]);
  }
  return [...groups.values()].flatMap((clashes): Group[] => {
    const first = clashes[0];
    if (!first) return [];
    const clauses = latestFirst(partnership, first.clauses.map((id) => partnership.clauses.get(id)).filter((clause) => clause !== undefined));
    return [{ severity: severityInTime(first.certain, Math.max(...clashes.map(({ to }) => to)), partnership.asOf), clashes, clauses }];
  });
}

/** Products, clouds and days of which the same is to be said. */
interface Part extends Interval {
  readonly products: readonly string[];
  readonly clouds: readonly string[];
  /** `a claims it and b bars it`. */
  readonly roles: string;
  /** Empty where it is certain. */
  readonly unknowns: readonly string[];
}

function sentences(partnership: Partnership, matrix: Matrix, clashes: readonly Clash[], clauses: readonly Clause[], severity: Severity): readonly string[] {
  const over = severity === 'information';
  const cells = clashes.map((clash): Part => ({
    products: [clash.product], clouds: [clash.cloud], from: clash.from, to: clash.to,
    roles: rolesOn(partnership, clash.cloud, clauses, over),
    unknowns: unknownsOf(matrix, [clash]),
  }));
  const byCloud = merge(cells, (part) => [part.clouds, part.from, part.to, part.roles, part.unknowns], (a, b) => ({ ...a, products: [...a.products, ...b.products] }));
  const parts = merge(byCloud, (part) => [part.products, part.from, part.to, part.roles, part.unknowns], (a, b) => ({ ...a, clouds: [...a.clouds, ...b.clouds] }));
  return parts.map(({ products, clouds, roles, unknowns, ...days }) =>
    `${unknowns.length > 0 ? `Depending on ${quoted(unknowns)}, ` : ''}${namesOf(partnership.products, products)} ${over ? 'could not' : 'cannot'} be both served and not served on ${namesOf(partnership.clouds, clouds)} ${describeInterval(days)}: ${roles}.`);
}

/** What the clashes depend on, sorted; nothing where they are certain. */
const unknownsOf = (matrix: Matrix, clashes: readonly Clash[]): readonly string[] =>
  [...new Set(clashes.flatMap((clash) => (clash.certain ? [] : matrix.cell(clash.product, clash.cloud, someDay(clash)).unknowns)))].sort();

function merge(parts: readonly Part[], key: (part: Part) => unknown, join: (a: Part, b: Part) => Part): readonly Part[] {
  const merged = new Map<string, Part>();
  for (const part of parts) {
    const at = JSON.stringify(key(part), (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
    const same = merged.get(at);
    merged.set(at, same ? join(same, part) : part);
  }
  return [...merged.values()];
}

/** `a claims it and b bars it`. */
function rolesOn(partnership: Partnership, cloud: string, clauses: readonly Clause[], over: boolean): string {
  const by = (role: Role): readonly string[] => clauses.filter((clause) => plays(partnership, clause, role, cloud)).map(({ id }) => id).sort();
  const said = ([['claim', 'claim', 'claimed'], ['leave', 'permit', 'permitted'], ['bar', 'bar', 'barred']] as const).flatMap(([role, verb, past]) => {
    const ids = by(role);
    return ids.length === 0 ? [] : [`${quoted(ids)} ${over ? past : ids.length === 1 ? `${verb}s` : verb} it`];
  });
  return listWords(said);
}

const someDay = ({ from, to }: Interval): Day => (Number.isFinite(from) ? from : Number.isFinite(to) ? to - 1 : 0);

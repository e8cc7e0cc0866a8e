/**
 * A deliberately naive reference evaluator of the Entente language: a test oracle, nothing else.
 *
 * It follows sections 1 to 4 of the language page sentence by sentence: it reads the plain YAML data, tries every
 * combination of the unknowns, and judges the cell afresh in each. It reads one file (no imports), takes it to be well
 * formed, and reports no errors. "Ruling" marks a decision where the page is silent.
 */
import { parse } from "yaml";

export type Status = "conflict" | "barred" | "exclusive" | "first" | "after-first" | "available" | "unspecified";
/** Section 2, "Status of a cell, first match". */
export const STATUSES: readonly Status[] =
  ["conflict", "barred", "exclusive", "first", "after-first", "available", "unspecified"];

export type Value = string | boolean;
export type World = Record<string, Value>;
export interface OracleCell {
  status: Status;
  certain: boolean;
  possible: { status: Status; when: World[] }[];
  because: string[];
}

// ---------------------------------------------------------------------------------------------- section 1: the data

type DateText = string | number;                       // `2032` arrives as a number
type Until = DateText | { event?: string; earliest?: Until[]; latest?: Until[] };
type Condition = string | { reading?: string; is?: string; all?: Condition[]; any?: Condition[]; not?: Condition };
type Selection = string | string[] | { kind?: string; owner?: string; except?: string[] };
interface Term { until?: Until; through?: DateText }
interface ClauseData extends Term {
  type: string; by: string; to: string; from?: DateText;
  products?: Selection; cloud?: string; clouds?: Selection;
  strength?: string; lead?: string | Record<string, string>;
  when?: Condition; unless?: Condition; "subject-to"?: string[]; notwithstanding?: string[];
}
interface AgreementData extends Term {
  parties: string[]; signed?: DateText; effective?: DateText; supersedes?: string[];
  amends?: { target: string; effect: string; until?: DateText; with?: string }[];
  clauses?: Record<string, ClauseData> | null;
}
interface Thing { owner?: string; operator?: string; kind?: string }
interface FileData {
  "as-of"?: DateText;
  clouds?: Record<string, Thing | null>;
  products?: Record<string, Thing | null>;
  events?: Record<string, { status?: string; on?: DateText } | null>;
  facts?: Record<string, { value?: boolean | "unknown"; for?: Record<string, boolean | "unknown"> } | null>;
  readings?: Record<string, { choices: Record<string, unknown>; adopted?: string }>;
  agreements?: Record<string, AgreementData>;
}
interface Clause { id: string; data: ClauseData; agreementId: string; agreement: AgreementData }
interface Loaded { file: FileData; clauses: Clause[]; yieldsTo: Map<Clause, Clause[]> }

const keys = (object: object | null | undefined): string[] => Object.keys(object ?? {});
const list = <T>(value: T[] | T | null | undefined): T[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

let lastLoaded: { text: string; loaded: Loaded } | undefined;
function load(text: string): Loaded {
  if (lastLoaded?.text === text) return lastLoaded.loaded;
  const file = parse(text) as FileData;
  const clauses: Clause[] = [];
  for (const [agreementId, agreement] of Object.entries(file.agreements ?? {})) {
    for (const [clauseId, data] of Object.entries(agreement.clauses ?? {})) {
      clauses.push({ id: `${agreementId}/${clauseId}`, data, agreementId, agreement });
    }
  }
  const loaded = { file, clauses, yieldsTo: overrides(clauses) };
  lastLoaded = { text, loaded };
  return loaded;
}

// ------------------------------------------------------------------------------------- section 1, "Values": the days

const DAY = 86_400_000;
/** The number of a day; month and day may overflow (`Date.UTC` normalises). */
const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;
const parts = (date: DateText): string[] => String(date).split("-");
const unstated = (date: DateText | null | undefined): boolean =>
  date === undefined || date === null || date === "unstated";

/** The first day of a period. */
export function firstDay(date: DateText): number {
  const [year, month = "1", day = "1"] = parts(date);
  return dayNumber(Number(year), Number(month), Number(day));
}
/** The first day after a period. */
export function dayAfter(date: DateText): number {
  const [year, month, day] = parts(date);
  if (month === undefined) return dayNumber(Number(year) + 1, 1, 1);
  if (day === undefined) return dayNumber(Number(year), Number(month) + 1, 1);
  return dayNumber(Number(year), Number(month), Number(day) + 1);
}
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Ruling: a duration counts calendar months and years, clamped to the last day of the month, then weeks and days. */
export function addDuration(start: number, duration: string): number {
  const count = { Y: 0, M: 0, W: 0, D: 0 };
  for (const [, amount, unit] of duration.matchAll(/(\d+)\s*([YMWD])/gi)) {
    count[unit!.toUpperCase() as keyof typeof count] += Number(amount);
  }
  const date = new Date(start * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1 + 12 * count.Y + count.M;
  const lastOfMonth = new Date(dayNumber(year, month + 1, 0) * DAY).getUTCDate();
  return dayNumber(year, month, Math.min(date.getUTCDate(), lastOfMonth)) + 7 * count.W + count.D;
}

/** Section 1: "`effective` defaults to `signed`". Ruling: unstated, or neither given, is before every day. */
function effectiveDay(agreement: AgreementData): number {
  const date = agreement.effective ?? agreement.signed;
  return unstated(date) ? -Infinity : firstDay(date!);
}
/** Section 1: "A clause's term defaults to its agreement's". */
function termStart(clause: Clause): number {
  const from = clause.data.from;
  if (from === undefined || from === null) return effectiveDay(clause.agreement);
  return unstated(from) ? -Infinity : firstDay(from);
}

// -------------------------------------------------------------------------- section 1: `products` and `clouds`

const matches = (asked: string | string[] | undefined, has: string | undefined): boolean =>
  asked === undefined || (has !== undefined && list(asked).includes(has));

function productsOf(clause: Clause, file: FileData): string[] {
  const selection = clause.data.products ?? "all";
  if (Array.isArray(selection)) return selection;
  const owner = (id: string): string | undefined => file.products?.[id]?.owner;
  const declared = keys(file.products);
  // "all = every product that `by` or `to` owns, and those without an owner"
  const all = declared.filter((id) => !owner(id) || owner(id) === clause.data.by || owner(id) === clause.data.to);
  if (typeof selection === "string") return selection === "all" || selection === "any" ? all : [selection];
  // Ruling: a filter narrows that `all`, but one with `owner` starts from every declared product.
  return (selection.owner === undefined ? all : declared).filter((id) =>
    matches(selection.owner, owner(id)) && matches(selection.kind, file.products?.[id]?.kind)
    && !list(selection.except).includes(id));
}

function cloudsOf(clause: Clause, file: FileData): string[] {
  const selection = clause.data.cloud ?? clause.data.clouds ?? "all";
  if (Array.isArray(selection)) return selection;
  const declared = keys(file.clouds);
  if (typeof selection === "string") return selection === "all" || selection === "any" ? declared : [selection];
  return declared.filter((id) =>        // Ruling: for clouds, `owner` means the operator.
    matches(selection.owner, file.clouds?.[id]?.operator) && matches(selection.kind, file.clouds?.[id]?.kind)
    && !list(selection.except).includes(id));
}

// ----------------------------------------------------------------------------------------- section 2: precedence

/** Section 2: only a holder can give up its right, so the clause's `to` must be a party of the other agreement. */
const privity = (clause: Clause, agreement: AgreementData): boolean => agreement.parties.includes(clause.data.to);

/** Section 2, `subject-to` and `notwithstanding`: for each clause, the clauses that it yields to. */
function overrides(clauses: Clause[]): Map<Clause, Clause[]> {
  const named = (name: string, from: Clause): Clause[] => {
    const id = name.includes("/") ? name : `${from.agreementId}/${name}`;
    return clauses.filter((clause) => clause.id === id);
  };
  const edges = new Map<Clause, Clause[]>(clauses.map((clause) => [clause, []]));
  for (const clause of clauses) {
    for (const other of list(clause.data["subject-to"]).flatMap((name) => named(name, clause))) {
      if (privity(clause, clause.agreement)) edges.get(clause)!.push(other);
    }
    for (const other of list(clause.data.notwithstanding).flatMap((name) => named(name, clause))) {
      if (privity(other, clause.agreement)) edges.get(other)!.push(clause);
    }
  }
  // "Cycles are an error." Ruling: an edge that is part of a cycle has no effect. An edge without privity has no
  // effect to begin with, so it closes no cycle.
  const reaches = (from: Clause, to: Clause, seen: Set<Clause>): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return edges.get(from)!.some((next) => reaches(next, to, seen));
  };
  return new Map(clauses.map((clause) =>
    [clause, edges.get(clause)!.filter((other) => !reaches(other, clause, new Set()))]));
}

/** Section 2, `supersedes` and `amends`: has some agreement ended this clause by this day, or suspended it? */
function endedOrSuspended(clause: Clause, file: FileData, day: number): boolean {
  for (const [id, agreement] of Object.entries(file.agreements ?? {})) {
    if (day < effectiveDay(agreement) || !privity(clause, agreement)) continue;
    // "ends, for good, all of that agreement's clauses on the new effective date". Ruling: naming itself does nothing.
    if (id !== clause.agreementId && list(agreement.supersedes).includes(clause.agreementId)) return true;
    for (const amendment of list(agreement.amends)) {
      const target = amendment.target.includes("/") ? amendment.target : `${id}/${amendment.target}`;
      if (target !== clause.id) continue;
      if (amendment.effect === "end" || amendment.effect === "replace") return true;
      // "inactive from the effective date up to that day"
      if (amendment.effect === "suspend" && (unstated(amendment.until) || day < firstDay(amendment.until!))) return true;
    }
  }
  return false;
}

// ---------------------------------------------------------------------------------- section 2: a cell in one world

interface Contribution { claim: boolean; bar: boolean; leave: boolean; priority: boolean }
const NOTHING: Contribution = { claim: false, bar: false, leave: false, priority: false };

function judge(loaded: Loaded, world: World, product: string, cloud: string, day: number, asOf: number):
    { status: Status; because: string[] } {
  const { file, clauses, yieldsTo } = loaded;

  /** Section 3: a pending event has not happened up to as-of; later, the world says whether it has by this day. */
  const happened = (id: string): boolean => {
    const event = file.events?.[id];
    if (event?.status === "occurred") return unstated(event.on) || day >= firstDay(event.on!);
    if (event?.status === "never") return false;
    return day > asOf && world[id] === "occurred";
  };
  const isTrue = (fact: string): boolean => knownFact(file, fact, product) ?? world[fact] === true;
  const chosen = (reading: string): string => String(file.readings?.[reading]?.adopted ?? world[reading]);

  const holds = (condition: Condition): boolean => {
    if (typeof condition === "string") {
      return keys(file.events).includes(condition) ? happened(condition) : isTrue(condition);
    }
    if (condition.reading !== undefined) return chosen(condition.reading) === String(condition.is);
    if (condition.all !== undefined) return condition.all.every(holds);
    if (condition.any !== undefined) return condition.any.some(holds);
    return !holds(condition.not!);
  };

  /** Section 1: "`until` ends the day before its first"; section 2: an event "ends the term on that day". */
  const untilReached = (until: Until | null | undefined): boolean => {
    if (until === undefined || until === null || until === "unstated") return false;   // Ruling: never ends.
    if (typeof until !== "object") return day >= firstDay(until);
    if (until.event !== undefined) return happened(until.event);
    return until.earliest !== undefined ? until.earliest.some(untilReached) : until.latest!.every(untilReached);
  };
  const termOver = (term: Term): boolean =>            // Ruling: of `until` and `through` the earlier end counts.
    untilReached(term.until) || (!unstated(term.through) && day >= dayAfter(term.through!));

  const inForce = (clause: Clause): boolean => {
    // Ruling: a clause's own end (`until` or `through`) replaces its agreement's.
    const ownEnd = (clause.data.until ?? clause.data.through ?? undefined) !== undefined;
    return day >= termStart(clause) && !termOver(ownEnd ? clause.data : clause.agreement)
      && !endedOrSuspended(clause, file, day)
      && (clause.data.when === undefined || holds(clause.data.when))
      && (clause.data.unless === undefined || !holds(clause.data.unless));
  };

  /** The table of section 2: what a clause would contribute to (product, on) if it does not yield there. */
  const contributes = (clause: Clause, on: string): Contribution => {
    const key = `${clause.id} ${on}`;
    if (!contributions.has(key)) contributions.set(key, contributionOf(clause, on));
    return contributions.get(key)!;
  };
  const contributions = new Map<string, Contribution>();                 // only to save time
  const contributionOf = (clause: Clause, on: string): Contribution => {
    if (!productsOf(clause, file).includes(product) || !inForce(clause)) return NOTHING;
    const named = cloudsOf(clause, file).includes(on);
    switch (clause.data.type) {
      case "exclusivity": return { ...NOTHING, claim: named, bar: !named };
      case "availability":
        return clause.data.strength === "must" ? { ...NOTHING, claim: named } : { ...NOTHING, leave: named };
      case "first-availability": return { ...NOTHING, claim: named, priority: named };
      case "restriction": return { ...NOTHING, bar: named };
      case "co-development": return { ...NOTHING, claim: named };
      default: return NOTHING;                                           // "they change no cell"
    }
  };
  /** Does a clause yield on (product, on)? "A clause that has itself yielded on a cell makes nothing yield there." */
  const yields = (clause: Clause, on: string): boolean =>
    yieldsTo.get(clause)!.some((other) => Object.values(contributes(other, on)).includes(true) && !yields(other, on));

  const here = (kind: keyof Contribution): Clause[] =>
    clauses.filter((clause) => contributes(clause, cloud)[kind] && !yields(clause, cloud));

  /** Section 2: "`lead` says how long other clouds wait, counted from the start of the term". */
  const leadRuns = (clause: Clause): boolean => {
    let lead = clause.data.lead ?? "open-ended";                         // Ruling: the default.
    if (typeof lead === "object") lead = lead[chosen(lead.reading!)] ?? "open-ended";
    if (lead === "open-ended" || lead === "none") return lead === "open-ended";
    const start = termStart(clause);
    return start !== -Infinity && day < addDuration(start, lead);        // Ruling: from unstated, it has run out.
  };
  /** Ruling: a cloud waits unless the priority has yielded on its own cell or on the waiting cell. */
  const makesWait = (clause: Clause): boolean =>
    clause.data.type === "first-availability" && leadRuns(clause)
    && !cloudsOf(clause, file).includes(cloud) && !yields(clause, cloud)
    && cloudsOf(clause, file).some((own) => contributes(clause, own).priority && !yields(clause, own));

  const claims = here("claim"), bars = here("bar"), leaves = here("leave"), priorities = here("priority");
  const exclusives = claims.filter((clause) => clause.data.type === "exclusivity");
  const waits = clauses.filter(makesWait);
  // "a leave and a bar held by the same party also conflict": the leave is given by X, the bar is owed to X.
  const clashingLeaves = leaves.filter((leave) => bars.some((bar) => bar.data.to === leave.data.by));
  const clashingBars = bars.filter((bar) => leaves.some((leave) => leave.data.by === bar.data.to));

  const result = (status: Status, ...because: Clause[][]): { status: Status; because: string[] } =>
    ({ status, because: [...new Set(because.flat().map((clause) => clause.id))].sort() });
  if (claims.length > 0 && bars.length > 0) return result("conflict", claims, bars, clashingLeaves);
  if (clashingLeaves.length > 0) return result("conflict", clashingLeaves, clashingBars);
  if (bars.length > 0) return result("barred", bars);
  if (exclusives.length > 0) return result("exclusive", exclusives);
  if (priorities.length > 0) return result("first", priorities);
  if (claims.length + leaves.length === 0) return result("unspecified");
  return waits.length > 0 ? result("after-first", claims, leaves, waits) : result("available", claims, leaves);
}

// ---------------------------------------------------------------------------------------- section 3: what is not known

/** Section 2: "A fact's `value` is for every product, its `for` entries override it for some." */
function knownFact(file: FileData, fact: string, product: string): boolean | undefined {
  const value = file.facts?.[fact]?.for?.[product] ?? file.facts?.[fact]?.value;
  return typeof value === "boolean" ? value : undefined;
}

interface Unknown { name: string; values: Value[] }    // the baseline's value first

/** The unknowns of a cell, with the baseline's value first (section 3). */
function unknownsOf(file: FileData, product: string, day: number, asOf: number): Unknown[] {
  const unknowns: Unknown[] = [];
  for (const [name, event] of Object.entries(file.events ?? {})) {
    if ((event?.status ?? "pending") === "pending" && day > asOf) unknowns.push({ name, values: ["never", "occurred"] });
  }
  for (const name of keys(file.facts)) {
    if (knownFact(file, name, product) === undefined) unknowns.push({ name, values: [false, true] });
  }
  for (const [name, reading] of Object.entries(file.readings ?? {})) {
    if ((reading.adopted ?? undefined) === undefined) unknowns.push({ name, values: keys(reading.choices) });
  }
  return unknowns;
}

/** Section 6, `--assume`: sets an unknown. Ruling: it sets nothing else, and `fact:product` beats `fact`. */
function assumeOn(unknown: Unknown, product: string, assume: World): Unknown {
  const said = assume[`${unknown.name}:${product}`] ?? assume[unknown.name];
  const values = unknown.values.filter((value) => String(value) === String(said));
  return values.length === 0 ? unknown : { ...unknown, values };
}

/** Every combination of one value per unknown; the first combination takes every first value. */
function combinations(unknowns: Unknown[]): World[] {
  return unknowns.reduce<World[]>((worlds, { name, values }) =>
    worlds.flatMap((world) => values.map((value) => ({ ...world, [name]: value }))), [{}]);
}

/** "The smallest combinations that lead to it": partial assignments that force the status and need every literal. */
function smallest(unknowns: Unknown[], rows: { world: World; status: Status }[], status: Status): World[] {
  const forces = (partial: World): boolean => rows.every((row) =>
    row.status === status || keys(partial).some((name) => row.world[name] !== partial[name]));
  const partials = unknowns.reduce<World[]>((found, { name, values }) =>
    found.flatMap((partial) => [...values.map((value) => ({ ...partial, [name]: value })), partial]), [{}]);
  return partials.filter((partial) => forces(partial) && keys(partial).every((name) => {
    const { [name]: _dropped, ...fewer } = partial;
    return !forces(fewer);
  })).sort((a, b) => keys(a).length - keys(b).length);
}

export function evaluate(text: string, product: string, cloud: string, day: string,
    assume: World = {}, asOf?: string): OracleCell {
  const loaded = load(text);
  const file = loaded.file;
  const at = firstDay(day);
  // Ruling: a partial as-of knows the whole period; without one it is today.
  const known = dayAfter(asOf ?? file["as-of"] ?? new Date().toISOString().slice(0, 10)) - 1;
  const unknowns = unknownsOf(file, product, at, known).map((unknown) => assumeOn(unknown, product, assume));

  const judged = combinations(unknowns).map((world) =>
    ({ world, ...judge(loaded, world, product, cloud, at, known) }));
  const baseline = judged[0]!;

  if (judged.every(({ status }) => status === baseline.status)) {
    const { status, because } = baseline;
    return { status, certain: true, possible: [{ status, when: [] }], because };
  }

  // An unknown matters to this cell if two worlds that differ only in it differ in status.
  const statusAt = new Map(judged.map((row) => [JSON.stringify(row.world), row.status]));
  const matter = unknowns.filter(({ name, values }) => judged.some((row) => values.some((value) =>
    statusAt.get(JSON.stringify({ ...row.world, [name]: value })) !== row.status)));
  const rows = judged.filter(({ world }) =>            // one row per combination of those that matter
    unknowns.every((unknown) => matter.includes(unknown) || world[unknown.name] === unknown.values[0]));
  const others = STATUSES.filter((status) => status !== baseline.status && rows.some((row) => row.status === status));
  const possible = [baseline.status, ...others].map((status) => ({ status, when: smallest(matter, rows, status) }));
  return { status: baseline.status, certain: false, possible, because: baseline.because };
}

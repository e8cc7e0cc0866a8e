/**
 * Random small files of the Entente language, for comparing an implementation with the oracle in naive.ts.
 *
 * fast-check draws a `Raw` file of independent choices whose references are plain numbers; `build` turns it into a valid
 * file, taking each number modulo what is there to choose from. So every raw file is valid, and all of it shrinks.
 * Drawn errors are only those that the page gives a meaning ("has no effect"): missing privity, cycles of overrides, and
 * an agreement that supersedes itself. Not drawn, since the page leaves them open: circular supersession, amendments of
 * one's own agreement, exclusivities on no cloud, partial `as-of`.
 */
import * as fc from "fast-check";
import { stringify } from "yaml";
import { addDuration, dayAfter, firstDay, isoDay, type World } from "./naive.js";

export interface AgreementFile {
  text: string;
  products: string[];
  clouds: string[];
  /** Interesting days, sorted: around every date, every end of a lead, and far off. */
  days: string[];
  /** A random assumption (possibly empty), also about things that are known. */
  assume: World;
}

type DateValue = string | number;
/** A number to be taken modulo the length of a list. */
const pick = fc.nat({ max: 59 });
const at = <T>(items: readonly T[], index: number): T => items[index % items.length]!;
const maybe = <T>(arbitrary: fc.Arbitrary<T>, one: number): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: one + 1 });       // undefined with probability 1 / (one + 1)
const rarely = <T>(arbitrary: fc.Arbitrary<T>, outOf: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: outOf - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const weighted = <T>(...choices: [weight: number, value: T][]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

// ------------------------------------------------------------------------------------------------------- raw choices

/** Few dates, so that they often coincide; ends of months and leap days for the durations. */
const DATES: DateValue[] = [
  2025, 2026, 2027, "2025-02", "2025-08", "2025-12", "2026-01", "2026-02", "2026-06", "2024-02-29", "2025-01-31",
  "2025-08-31", "2025-12-31", "2026-01-01", "2026-03-15", "2026-06-30", "2027-05-31", "2028-02-29",
];
const date = fc.constantFrom(...DATES);
const start = fc.oneof({ weight: 5, arbitrary: fc.constantFrom<DateValue>(2024, 2025, "2025-02", "2024-02-29", "2025-01-31", "2025-08-31") },
  { weight: 3, arbitrary: date }, { weight: 1, arbitrary: fc.constant<DateValue>("unstated") });
const lead = fc.constantFrom("open-ended", "open-ended", "open-ended", "none", "P2Y", "2 years", "P6M", "6 months", "P1Y", "1 year", "90 days", "2 weeks", "P1M",
  "P1Y1M", "P2W", "P1M15D", "P30D");

type RawUntil = { date: DateValue } | { event: number } | { of: "earliest" | "latest"; items: RawUntil[] };
const { until } = fc.letrec<{ until: RawUntil; leaf: RawUntil }>((tie) => ({
  leaf: fc.oneof({ weight: 5, arbitrary: fc.record({ date }) }, { weight: 4, arbitrary: fc.record({ event: pick }) },
    { weight: 1, arbitrary: fc.constant({ date: "unstated" }) }),
  until: fc.oneof({ depthSize: "small", withCrossShrink: true }, { weight: 3, arbitrary: tie("leaf") }, {
    weight: 2,
    arbitrary: fc.record({ of: fc.constantFrom("earliest" as const, "latest" as const),
      items: fc.array(tie("until"), { minLength: 1, maxLength: 3, depthIdentifier: "until" }) }),
  }),
}));

type RawCondition = { atom: number; choice: number } | { of: "all" | "any"; items: RawCondition[] } | { not: RawCondition };
const { condition } = fc.letrec<{ condition: RawCondition; leaf: RawCondition }>((tie) => ({
  leaf: fc.record({ atom: pick, choice: pick }),
  condition: fc.oneof({ depthSize: "small", withCrossShrink: true, maxDepth: 3 }, { weight: 4, arbitrary: tie("leaf") },
    { weight: 2, arbitrary: fc.record({ of: fc.constantFrom("all" as const, "any" as const),
      items: fc.array(tie("condition"), { minLength: 1, maxLength: 3, depthIdentifier: "condition" }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("condition") }) }),
}));

const selection = fc.record({
  how: weighted([5, "default"], [5, "all"], [4, "list"], [2, "kind"], [2, "owner"], [2, "except"], [1, "both"]),
  items: fc.array(pick, { minLength: 1, maxLength: 3 }), one: pick,
});
type RawSelection = typeof selection extends fc.Arbitrary<infer T> ? T : never;

const clause = fc.record({
  type: weighted([4, "exclusivity"], [12, "availability"], [9, "first-availability"], [2, "restriction"], [4, "co-development"],
    [1, "primary-cloud"]),
  by: pick, to: pick, products: selection, clouds: selection,
  must: maybe(weighted<boolean>([1, false], [2, true]), 1),
  lead: maybe(fc.oneof({ weight: 3, arbitrary: lead }, { weight: 3, arbitrary: fc.tuple(pick, lead, lead, lead) }), 4),
  from: rarely(start, 6), until: rarely(until, 3), through: rarely(date, 8),
  when: rarely(condition, 4), unless: rarely(condition, 3),
  subjectTo: rarely(fc.array(pick, { minLength: 1, maxLength: 2 }), 5),
  notwithstanding: rarely(fc.array(pick, { minLength: 1, maxLength: 2 }), 3),
});

const agreement = fc.record({
  parties: fc.oneof({ weight: 3, arbitrary: fc.array(pick, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(pick, { minLength: 3, maxLength: 3 }) }),
  effective: maybe(start, 3), signed: rarely(start, 4), until: rarely(until, 5), through: rarely(date, 6),
  clauses: fc.array(clause, { minLength: 0, maxLength: 4, size: "max" }),
  supersedes: rarely(fc.array(pick, { minLength: 1, maxLength: 2 }), 5),
  amends: rarely(fc.array(fc.record({ target: pick, effect: fc.constantFrom("end", "replace", "suspend", "suspend"),
    until: date, with: pick }), { minLength: 1, maxLength: 2 }), 3),
});

const raw = fc.record({
  asOf: fc.constantFrom("2025-06-30", "2026-01-01", "2026-01-31", "2026-06-30"),
  parties: weighted([1, 1], [4, 2], [7, 3]), clouds: weighted([1, 1], [4, 2], [4, 3]),
  products: fc.array(fc.record({ owner: maybe(pick, 2), kind: pick }), { minLength: 1, maxLength: 3 }),
  operators: fc.tuple(pick, pick, pick),
  events: fc.array(fc.record({ status: weighted<string | undefined>([1, undefined], [5, "pending"], [1, "never"], [2, "occurred"]), on: date }),
    { maxLength: 3, size: "max" }),
  facts: fc.array(fc.record({ value: weighted<boolean | string | undefined>([6, undefined], [1, "unknown"], [1, true], [1, false]),
    for: rarely(fc.array(fc.tuple(pick, fc.constantFrom(true, false, "unknown")), { minLength: 1, maxLength: 2 }), 3) }),
    { maxLength: 3, size: "max" }),
  readings: fc.array(fc.record({ choices: fc.integer({ min: 2, max: 3 }), adopted: rarely(pick, 4) }), { maxLength: 2 }),
  agreements: fc.array(agreement, { minLength: 1, maxLength: 4, size: "max" }),
  cyclic: weighted<boolean>([4, false], [1, true]),
  selfSuperseding: weighted<boolean>([19, false], [1, true]),
  flow: weighted<boolean>([3, false], [1, true]),
  assume: fc.array(fc.tuple(pick, pick, pick), { maxLength: 2 }),
});
type Raw = typeof raw extends fc.Arbitrary<infer T> ? T : never;
type RawClause = Raw["agreements"][number]["clauses"][number];

// ---------------------------------------------------------------------------------------------------- from raw to text

const MAX_UNKNOWNS = 7;
type Data = Record<string, unknown>;
/** An object without the keys that are undefined. */
const tidy = (data: Data): Data => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
const unique = <T>(items: T[]): T[] => [...new Set(items)];
const named = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

function build(file: Raw): AgreementFile {
  const parties = named("party", file.parties);
  const clouds = named("cloud", file.clouds);
  const products = named("product", file.products.length);
  const events = named("event", file.events.length);
  const facts = named("fact", file.facts.length);
  const operators = clouds.map((_, index) => at(parties, file.operators[index]!));

  // At most seven unknowns: readings beyond that are adopted.
  let unknowns = file.events.filter(({ status }) => status === undefined || status === "pending").length + facts.length;
  const readings = file.readings.map((reading, index) => {
    const open = reading.adopted === undefined && ++unknowns <= MAX_UNKNOWNS;
    const choices = ["one", "two", "three"].slice(0, reading.choices);
    return { id: `reading-${index + 1}`, choices, adopted: open ? undefined : at(choices, reading.adopted ?? 0) };
  });

  const select = (chosen: RawSelection, ids: string[], filter: "products" | "clouds", exclusive = false): unknown => {
    const listed = unique(chosen.items.map((index) => at(ids, index)));
    const owner = filter === "products" ? at(parties, chosen.one) : at(operators, chosen.one);
    const except = listed.length < ids.length ? listed : [at(ids, chosen.one)];     // never all, if there are several
    switch (chosen.how) {
      case "default": return filter === "products" ? undefined : listed;
      case "list": return listed;
      case "kind": return filter === "products" ? { kind: at(["model", "tool"], chosen.one) } : { owner };
      case "owner": return { owner };
      case "except": return ids.length === 1 ? "all" : { except };
      case "both": return exclusive ? { owner } : { owner, except };
      default: return filter === "products" ? "all" : at(["all", "any"], chosen.one);
    }
  };
  const end = (raw: RawUntil): unknown => {
    if ("date" in raw) return raw.date;
    if ("event" in raw) return events.length === 0 ? at(DATES, raw.event) : { event: at(events, raw.event) };
    return { [raw.of]: raw.items.map(end) };
  };
  /** The end of a term that starts (if it says so itself) before it. */
  const ends = (from: DateValue | undefined, raw: { until?: RawUntil | undefined; through?: DateValue | undefined }): Data => {
    const begins = from === undefined || from === "unstated" ? -Infinity : firstDay(from);
    const lasts = (rawUntil: RawUntil): number => {              // if no event happens
      if ("of" in rawUntil) return (rawUntil.of === "earliest" ? Math.min : Math.max)(...rawUntil.items.map(lasts));
      const value = end(rawUntil);
      return typeof value === "object" || value === "unstated" ? Infinity : firstDay(value as DateValue);
    };
    return {
      until: raw.until && lasts(raw.until) > begins ? end(raw.until) : undefined,
      through: raw.through && dayAfter(raw.through) > begins ? raw.through : undefined,
    };
  };
  const atoms = [...events, ...facts, ...readings];
  const test = (raw: RawCondition): unknown => {
    if ("not" in raw) return { not: test(raw.not) };
    if ("of" in raw) return { [raw.of]: raw.items.map(test) };
    const atom = at(atoms, raw.atom);
    return typeof atom === "string" ? atom : { reading: atom.id, is: at(atom.choices, raw.choice) };
  };
  const leadOf = (raw: RawClause["lead"]): unknown => {
    if (raw === undefined || typeof raw === "string") return raw;
    const [which, ...leads] = raw;
    if (readings.length === 0) return leads[0];
    const reading = at(readings, which);
    return { reading: reading.id, ...Object.fromEntries(reading.choices.map((choice, index) => [choice, leads[index]])) };
  };

  // Every clause of the file, in order; overrides go forwards in this order unless the file is cyclic.
  const all = file.agreements.flatMap(({ clauses }, a) => clauses.map((_, c) => ({ a, id: `agreement-${a + 1}/clause-${c + 1}` })));
  const refer = (from: number, a: number, indices: number[] | undefined, later: boolean): string[] | undefined => {
    const targets = file.cyclic ? all : later ? all.slice(from + 1) : all.slice(0, from);
    if (indices === undefined || targets.length === 0) return undefined;
    return unique(indices.map((index) => at(targets, index))).map((target, index) =>
      target.a === a && (index + from) % 2 === 0 ? target.id.split("/")[1]! : target.id);
  };

  let count = -1;
  const agreements = file.agreements.map((raw, a) => {
    const own = unique(raw.parties.map((index) => at(parties, index)));
    if (own.length === 1 && parties.length > 1) own.push(at(parties.filter((id) => id !== own[0]), raw.parties[1]!));
    const clauseOf = (rawClause: RawClause): Data => {
      count += 1;
      const { type } = rawClause;
      const by = at(own, rawClause.by);
      const others = own.filter((id) => id !== by);
      const one = type === "first-availability" || type === "co-development" || type === "primary-cloud"
        || (rawClause.clouds.how === "default");
      return tidy({
        type, by, to: others.length === 0 ? by : at(others, rawClause.to),
        products: type === "primary-cloud" ? undefined : select(rawClause.products, products, "products"),
        cloud: one ? at(clouds, rawClause.clouds.one) : undefined,
        clouds: one ? undefined : select(rawClause.clouds, clouds, "clouds", type === "exclusivity"),
        strength: type !== "availability" || rawClause.must === undefined ? undefined : rawClause.must ? "must" : "may",
        lead: type === "first-availability" ? leadOf(rawClause.lead) : undefined,
        from: rawClause.from,
        ...ends(rawClause.from, rawClause),
        when: rawClause.when && atoms.length > 0 ? test(rawClause.when) : undefined,
        unless: rawClause.unless && atoms.length > 0 ? test(rawClause.unless) : undefined,
        "subject-to": refer(count, a, rawClause.subjectTo, true),
        notwithstanding: refer(count, a, rawClause.notwithstanding, false),
      });
    };
    const earlier = named("agreement", file.selfSuperseding ? a + 1 : a);
    const targets = all.filter((target) => target.a !== a);
    const clauses = raw.clauses.map(clauseOf);
    const amends = targets.length === 0 ? undefined : raw.amends?.map((amendment) => {
      const effect = amendment.effect === "replace" && clauses.length === 0 ? "end" : amendment.effect;
      return tidy({
        target: at(targets, amendment.target).id, effect,
        with: effect === "replace" ? `clause-${(amendment.with % clauses.length) + 1}` : undefined,
        until: effect === "suspend" ? amendment.until : undefined,
      });
    });
    return tidy({
      parties: own, signed: raw.signed, effective: raw.effective,
      ...ends(raw.effective ?? raw.signed, raw),
      supersedes: raw.supersedes && earlier.length > 0 ? unique(raw.supersedes.map((index) => at(earlier, index))) : undefined,
      amends,
      clauses: clauses.length === 0 ? undefined : Object.fromEntries(clauses.map((data, c) => [`clause-${c + 1}`, data])),
    });
  });

  const section = <T>(ids: string[], items: T[], value: (item: T, index: number) => Data): Data | undefined =>
    ids.length === 0 ? undefined : Object.fromEntries(ids.map((id, index) => [id, tidy({ name: id, ...value(items[index]!, index) })]));
  const data = tidy({
    entente: 1, title: "Drawn", "as-of": file.asOf,
    parties: section(parties, parties, () => ({})),
    clouds: section(clouds, operators, (operator) => ({ operator })),
    products: section(products, file.products, ({ owner, kind }) =>
      ({ owner: owner === undefined ? undefined : at(parties, owner), kind: at(["model", "tool"], kind) })),
    events: section(events, file.events, ({ status, on }) => ({ status, on: status === "occurred" ? on : undefined })),
    facts: section(facts, file.facts, (fact) => ({ value: fact.value,
      for: fact.for && Object.fromEntries(fact.for.map(([product, value]) => [at(products, product), value])) })),
    readings: readings.length === 0 ? undefined : Object.fromEntries(readings.map(({ id, choices, adopted }) => [id, tidy({
      question: `What does ${id} mean?`, choices: Object.fromEntries(choices.map((choice) => [choice, `Meaning ${choice}`])),
      adopted, by: adopted && parties[0], because: adopted && "it was drawn" })])),
    agreements: Object.fromEntries(agreements.map((value, index) => [`agreement-${index + 1}`, value])),
  });

  const assume: World = {};
  for (const [which, value, product] of atoms.length === 0 ? [] : file.assume) {
    const atom = at(atoms, which);
    if (typeof atom !== "string") assume[atom.id] = at(atom.choices, value);
    else if (events.includes(atom)) assume[atom] = at(["occurred", "never"], value);
    else assume[product % 2 === 0 ? atom : `${atom}:${at(products, product)}`] = value % 2 === 0;
  }
  const text = stringify(data, { aliasDuplicateObjects: false, lineWidth: 110, ...(file.flow ? { collectionStyle: "flow" } : {}) });
  return { text, products, clouds, days: interestingDays(data, file), assume };
}

/** Around every date of the file: its first day and the day after it, with a day either side; leads; far days. */
function interestingDays(data: Data, file: Raw): string[] {
  const dates = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
    else if (/^\d{4}(-\d\d){0,2}$/.test(String(value))) dates.add(String(value));
  };
  visit(data);
  const days = new Set<number>([firstDay("2020-01-01"), firstDay("2040-01-01")]);
  const around = (day: number): void => [day - 1, day, day + 1].forEach((near) => days.add(near));
  for (const text of dates) {
    around(firstDay(text));
    around(dayAfter(text));
  }
  for (const { effective, signed, clauses } of file.agreements) {
    for (const { type, from, lead: given } of clauses) {
      const begins = from ?? effective ?? signed ?? "unstated";
      if (type !== "first-availability" || begins === "unstated") continue;
      for (const duration of [given].flat()) {
        if (typeof duration === "string" && /\d/.test(duration)) around(addDuration(firstDay(begins), duration));
      }
    }
  }
  return [...days].sort((a, b) => a - b).map(isoDay);
}

/** A random small valid file, with at most seven unknowns. */
export const agreementFile = (): fc.Arbitrary<AgreementFile> => raw.map(build);

/** Checks the oracle against the whole of section 4 of the language page, and against small cases of its own. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { addDuration, evaluate, firstDay, isoDay, STATUSES, type Status, type World } from "./naive.js";

/** The example of section 1 without its `import`, found from the working directory upwards (the test may be bundled). */
function workedExample(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, "test", "oracle", "worked-example.entente.yaml");
    if (existsSync(file)) return readFileSync(file, "utf8");
    if (folder === dirname(folder)) throw new Error("test/oracle/worked-example.entente.yaml not found");
  }
}

describe("section 4, the worked example", () => {
  const text = workedExample();
  const clouds = ["azure", "aws", "google-cloud"];
  const table: [day: string, products: string[], cells: string[]][] = [
    ["2026-01-15", ["models", "chatgpt", "frontier", "stateful-runtime"], ["exclusive", "barred", "barred"]],
    ["2026-03-01", ["models", "chatgpt"], ["exclusive", "barred", "barred"]],
    ["2026-03-01", ["frontier"], ["conflict", "conflict", "barred"]],
    ["2026-03-01", ["stateful-runtime"], ["exclusive", "conflict", "barred"]],
    ["2026-05-01", ["models", "chatgpt", "stateful-runtime"],
      ["first | available", "after-first | available", "after-first | available"]],
    ["2026-05-01", ["frontier"], ["conflict | barred", "exclusive", "barred"]],
    ["2033-06-01", ["models", "chatgpt"], ["unspecified", "unspecified", "unspecified"]],
    ["2033-06-01", ["frontier"], ["barred", "exclusive", "barred"]],
    ["2033-06-01", ["stateful-runtime"], ["unspecified", "available", "unspecified"]],
  ];
  for (const [day, products, cells] of table) {
    for (const product of products) {
      clouds.forEach((cloud, column) => it(`${day} ${product} on ${cloud} is ${cells[column]}`, () => {
        const cell = evaluate(text, product, cloud, day);
        assert.equal(cell.possible.map(({ status }) => status).join(" | "), cells[column]);
        assert.equal(cell.status, cells[column]!.split(" | ")[0]);
        assert.equal(cell.certain, !cells[column]!.includes("|"));
      }));
    }
  }

  it("frontier on azure flips from conflict to barred only where both facts hold", () => {
    const cell = evaluate(text, "frontier", "azure", "2026-05-01");
    assert.deepEqual(cell.possible, [
      { status: "conflict", when: [{ "microsoft-cannot-support": false }, { "microsoft-declines": false }] },
      { status: "barred", when: [{ "microsoft-cannot-support": true, "microsoft-declines": true }] },
    ]);
    assert.deepEqual(cell.because, ["amazon-alliance/frontier-exclusive", "microsoft-renegotiated/first-on-azure"]);
  });

  it("assuming first-means=among-first, the other rows become first / available / available", () => {
    for (const product of ["models", "chatgpt", "stateful-runtime"]) {
      const cells = clouds.map((cloud) => evaluate(text, product, cloud, "2026-05-01", { "first-means": "among-first" }));
      assert.deepEqual(cells.map(({ status }) => status), ["first", "available", "available"]);
      // The exception of `first-on-azure` can still hold, so azure itself is not certain.
      assert.deepEqual(cells.map(({ certain }) => certain), [false, true, true]);
    }
  });

  it("meets the file's own expectation", () => {
    assert.deepEqual(evaluate(text, "frontier", "aws", "2026-03-01").because,
      ["amazon-alliance/frontier-exclusive", "microsoft-original/exclusive-access"]);
  });
});

// ------------------------------------------------------------------------------------------------------ small cases

/** A file with parties a, b, c, clouds x (of b) and y (of c), and products p (of a), q (of c) and r (of nobody). */
const file = (agreements: string, declarations = ""): string => `
entente: 1
title: Case
as-of: 2026-06-30
parties: { a: { name: A }, b: { name: B }, c: { name: C } }
clouds: { x: { name: X, operator: b }, y: { name: Y, operator: c } }
products: { p: { name: P, owner: a, kind: model }, q: { name: Q, owner: c, kind: model }, r: { name: R, kind: app } }
${declarations}
agreements:
${agreements}`;
const may = (...cells: [Status, ...World[]][]): { status: Status; when: World[] }[] =>
  cells.map(([status, ...when]) => ({ status, when }));
/** The possible statuses of a cell in one string, and of several days in one array. */
const shown = (text: string, product: string, cloud: string, day: string, assume?: World, asOf?: string): string =>
  evaluate(text, product, cloud, day, assume, asOf).possible.map(({ status }) => status).join(" | ");
const over = (text: string, product: string, cloud: string, ...days: string[]): string[] =>
  days.map((day) => shown(text, product, cloud, day));

describe("terms", () => {
  const one = (rest: string, agreement = "effective: 2026-01-01"): string =>
    file(`  m: { parties: [a, b], ${agreement}, clauses: { k: { type: exclusivity, by: a, to: b, cloud: x${rest} } } }`);

  it("`until` excludes its first day, `through` includes its last, for partial dates too", () => {
    assert.deepEqual(over(one(", until: 2026-03"), "p", "x", "2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01"),
      ["unspecified", "exclusive", "exclusive", "unspecified"]);
    assert.deepEqual(over(one(", through: 2026-02"), "p", "x", "2026-02-28", "2026-03-01"), ["exclusive", "unspecified"]);
    assert.deepEqual(over(one(", through: 2026"), "p", "x", "2026-12-31", "2027-01-01"), ["exclusive", "unspecified"]);
  });

  it("a clause's own end replaces its agreement's, and of two ends the earlier counts", () => {
    const text = one(", through: 2027, until: 2027-03", "signed: 2026-01, until: 2026-02");
    assert.deepEqual(over(text, "p", "x", "2026-02-01", "2027-02-28", "2027-03-01"),
      ["exclusive", "exclusive", "unspecified"]);
  });

  it("unstated starts before every day and never ends", () => {
    assert.deepEqual(over(one(", until: unstated", "effective: unstated, until: 2026"), "p", "x", "1990-01-01", "2090-01-01"),
      ["exclusive", "exclusive"]);
    assert.deepEqual(over(one("", "title: No dates"), "p", "x", "1990-01-01"), ["exclusive"]);
  });

  it("earliest and latest mix dates and events", () => {
    const events = "events: { e: { name: E }, o: { name: O, status: occurred, on: 2026-02 } }";
    const text = file(`
  m:
    parties: [a, b]
    effective: 2026-01-01
    clauses:
      soon: { type: exclusivity, by: a, to: b, products: [p], cloud: x, until: { earliest: [{ event: e }, 2027] } }
      late: { type: exclusivity, by: a, to: b, products: [r], cloud: x, until: { latest: [{ event: e }, 2027] } }
      nest: { type: exclusivity, by: a, to: b, products: [q], cloud: x,
              until: { latest: [2026-01-10, { earliest: [{ event: o }, unstated] }] } }`, events);
    assert.deepEqual(over(text, "p", "x", "2026-06-30", "2026-07-01", "2027-01-01"),
      ["exclusive", "exclusive | unspecified", "unspecified"]);
    assert.deepEqual(over(text, "r", "x", "2026-07-01", "2027-01-01"), ["exclusive", "exclusive | unspecified"]);
    assert.deepEqual(over(text, "q", "x", "2026-01-31", "2026-02-01"), ["exclusive", "unspecified"]);
    assert.deepEqual(evaluate(text, "r", "x", "2027-01-01").possible,
      may(["exclusive", { e: "never" }], ["unspecified", { e: "occurred" }]));
    assert.equal(shown(text, "p", "x", "2026-07-01", { e: "occurred" }), "unspecified");
    assert.equal(shown(text, "p", "x", "2026-06-30", { e: "occurred" }), "exclusive");
    assert.equal(shown(text, "p", "x", "2026-07-01", {}, "2026-07-01"), "exclusive");
  });
});

describe("selections", () => {
  it("`all`, filters by kind and by owner, and lists", () => {
    const bars = (products: string): string[] => {
      const text = file(`  m: { parties: [a, b], clauses: { k: { type: restriction, by: a, to: b, products: ${products}, clouds: any } } }`);
      return ["p", "q", "r"].filter((product) => evaluate(text, product, "y", "2026-01-01").status === "barred");
    };
    assert.deepEqual(bars("all"), ["p", "r"]);                 // q belongs to c, who is no side of this promise
    assert.deepEqual(bars("[q]"), ["q"]);
    assert.deepEqual(bars("{ kind: model }"), ["p"]);
    assert.deepEqual(bars("{ owner: c }"), ["q"]);
    assert.deepEqual(bars("{ except: [p] }"), ["r"]);
  });

  it("an exclusivity on several clouds excludes the rest; cloud filters go by operator", () => {
    const text = (clouds: string): string =>
      file(`  m: { parties: [a, b], clauses: { k: { type: exclusivity, by: a, to: b, clouds: ${clouds} } } }`);
    assert.deepEqual(["x", "y"].map((cloud) => shown(text("[x, y]"), "p", cloud, "2026-01-01")), ["exclusive", "exclusive"]);
    assert.deepEqual(["x", "y"].map((cloud) => shown(text("{ owner: c }"), "p", cloud, "2026-01-01")), ["barred", "exclusive"]);
  });
});

describe("precedence", () => {
  it("supersedes ends only what its parties hold, for good", () => {
    const text = file(`
  old:
    parties: [a, b, c]
    effective: 2026-01-01
    clauses:
      for-b: { type: restriction, by: a, to: b, products: [p], clouds: [x] }
      for-c: { type: restriction, by: a, to: c, products: [p], clouds: [y] }
  new: { parties: [a, b], signed: 2026-03, through: 2026-04, supersedes: [old, new] }`);
    assert.deepEqual(over(text, "p", "x", "2026-02-28", "2026-03-01", "2026-05-01"), ["barred", "unspecified", "unspecified"]);
    assert.deepEqual(over(text, "p", "y", "2026-02-28", "2026-03-01", "2026-05-01"), ["barred", "barred", "barred"]);
  });

  const amended = (parties: string, amendment: string): string => file(`
  old: { parties: [a, b], effective: 2026-01-01, clauses: { k: { type: restriction, by: a, to: b, clouds: [x] } } }
  new: { parties: ${parties}, effective: 2026-02-01, amends: [{ target: old/k, ${amendment} }] }`);

  it("a suspended clause comes back; an ended one does not", () => {
    assert.deepEqual(over(amended("[b, c]", "effect: suspend, until: 2026-03"), "p", "x",
      "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"), ["barred", "unspecified", "unspecified", "barred"]);
    assert.deepEqual(over(amended("[b, c]", "effect: end"), "p", "x", "2026-01-31", "2026-02-01", "2090-01-01"),
      ["barred", "unspecified", "unspecified"]);
  });

  it("an amendment needs privity with the holder; with the promisor it is not enough", () => {
    assert.deepEqual(over(amended("[a, c]", "effect: end"), "p", "x", "2026-02-01"), ["barred"]);
    assert.deepEqual(over(amended("[a, c]", "effect: suspend, until: 2026-03"), "p", "x", "2026-02-01"), ["barred"]);
  });

  const overriding = (parties: string, clauses: string): string => file(`
  m: { parties: [a, b], clauses: { only-x: { type: exclusivity, by: a, to: b, cloud: x } } }
  n:
    parties: ${parties}
    clauses: ${clauses}`);

  it("notwithstanding works cell by cell, with privity, and only while the overriding clause speaks", () => {
    const on = "{ open: { type: availability, by: a, to: b, clouds: [y], strength: must, notwithstanding: [m/only-x], when: f } }";
    const declared = (text: string): string => text.replace("agreements:", "facts: { f: { name: F } }\nagreements:");
    assert.equal(shown(declared(overriding("[a, b]", on)), "p", "y", "2026-01-01"), "barred | available");
    assert.equal(shown(declared(overriding("[a, b]", on)), "p", "x", "2026-01-01"), "exclusive");
    const toOther = on.replace("to: b", "to: c");
    assert.equal(shown(declared(overriding("[a, c]", toOther)), "p", "y", "2026-01-01"), "barred | conflict");
  });

  it("a clause that has itself yielded makes nothing yield; the edges of a cycle have no effect", () => {
    const chain = overriding("[a, b]", `
      one: { type: availability, by: a, to: b, clouds: [y], strength: must, notwithstanding: [m/only-x] }
      two: { type: restriction, by: a, to: b, clouds: [y], notwithstanding: [one] }`);
    assert.deepEqual(evaluate(chain, "p", "y", "2026-01-01"),
      { status: "barred", certain: true, possible: [{ status: "barred", when: [] }], because: ["m/only-x", "n/two"] });
    const cycle = overriding("[a, b]",
      "{ one: { type: availability, by: a, to: b, clouds: [y], strength: must, notwithstanding: [m/only-x], subject-to: [m/only-x] } }");
    assert.equal(shown(cycle, "p", "y", "2026-01-01"), "conflict");
  });
});

describe("statuses", () => {
  it("a leave clashes with a bar held by its giver only, and never releases another's", () => {
    const text = (giver: string): string => file(`
  m: { parties: [a, b, c], clauses: {
    no: { type: restriction, by: a, to: b, products: [p], clouds: [x] },
    no-too: { type: restriction, by: a, to: c, products: [p], clouds: [x] },
    yes: { type: availability, by: ${giver}, to: a, products: [p], clouds: [x] } } }`);
    assert.deepEqual(evaluate(text("b"), "p", "x", "2026-01-01").because, ["m/no", "m/yes"]);
    assert.equal(shown(text("b"), "p", "x", "2026-01-01"), "conflict");
    const waived = file(`
  m: { parties: [a, b, c], clauses: {
    no: { type: restriction, by: a, to: c, products: [p], clouds: [x] },
    yes: { type: availability, by: b, to: a, products: [p], clouds: [x] } } }`);
    assert.deepEqual(evaluate(waived, "p", "x", "2026-01-01").because, ["m/no"]);
    assert.equal(shown(waived, "p", "x", "2026-01-01"), "barred");
  });

  const lead = (rest: string, more = "", from = "effective: 2025-08-31"): string => file(`
  m:
    parties: [a, b]
    ${from}
    clauses:
      first: { type: first-availability, by: a, to: b, cloud: x${rest} }
      any: { type: availability, by: b, to: a, clouds: any${more} }`);

  it("a lead runs from the start of the term, clamped to the month's end; `none` lets nobody wait", () => {
    const days = ["2025-08-31", "2026-02-27", "2026-02-28"];
    assert.deepEqual(over(lead(", lead: P6M"), "p", "y", ...days), ["after-first", "after-first", "available"]);
    assert.deepEqual(over(lead(", lead: 6 months"), "p", "x", ...days), ["first", "first", "first"]);
    assert.deepEqual(over(lead(", lead: none"), "p", "y", ...days), ["available", "available", "available"]);
    assert.deepEqual(over(lead(""), "p", "y", "2090-01-01"), ["after-first"]);
    assert.deepEqual(over(lead(", lead: P6M", "", "effective: unstated"), "p", "y", ...days), ["available", "available", "available"]);
    assert.deepEqual(evaluate(lead(""), "p", "y", "2026-01-01").because, ["m/any", "m/first"]);
  });

  it("durations", () => {
    const ends = (start: string, duration: string): string => isoDay(addDuration(firstDay(start), duration));
    assert.deepEqual(["P1Y", "1 year", "P1Y1M", "90 days", "2 weeks", "P1M1W1D"].map((text) => ends("2024-02-29", text)),
      ["2025-02-28", "2025-02-28", "2025-03-29", "2024-05-29", "2024-03-14", "2024-04-06"]);
    assert.equal(ends("2026-01-31", "P1M"), "2026-02-28");
  });

  it("what overrides the priority on the waiting cell removes the wait there, and a wait overrides nothing", () => {
    const both = lead("", ", notwithstanding: [first]");
    assert.deepEqual(["x", "y"].map((cloud) => shown(both, "p", cloud, "2026-01-01")), ["available", "available"]);
    const own = lead("").replace("any: {", "free: { type: co-development, by: a, to: b, cloud: y, notwithstanding: [first] }\n      any: {");
    assert.deepEqual(["x", "y"].map((cloud) => shown(own, "p", cloud, "2026-01-01")), ["first", "available"]);
    const subject = lead("").replace("clouds: any", "clouds: any, subject-to: [first]");
    assert.deepEqual(["x", "y"].map((cloud) => shown(subject, "p", cloud, "2026-01-01")), ["first", "after-first"]);
  });
});

describe("what is not known", () => {
  const ban = (rest: string): string =>
    `  m: { parties: [a, b], clauses: { k: { type: restriction, by: a, to: b, clouds: any, ${rest} } } }`;

  it("facts per product: known, overridden and assumed", () => {
    const text = file(ban("when: f"), "facts: { f: { name: F, value: true, for: { p: false, r: unknown } } }")
      .replace("by: a, to: b, clouds", "by: a, to: b, products: [p, q, r], clouds");
    assert.deepEqual(["p", "q", "r"].map((product) => shown(text, product, "x", "2026-01-01")),
      ["unspecified", "barred", "unspecified | barred"]);
    assert.deepEqual(evaluate(text, "r", "x", "2026-01-01").possible,
      may(["unspecified", { f: false }], ["barred", { f: true }]));
    assert.equal(shown(text, "r", "x", "2026-01-01", { f: false, "f:r": true }), "barred");
    assert.equal(shown(text, "q", "x", "2026-01-01", { f: false }), "barred");       // it is known: nothing to assume
  });

  it("nested conditions list the smallest combinations, and leave out what does not matter", () => {
    const text = file(ban("when: { any: [f, { all: [g, { not: e }, { reading: w, is: wide }] }] }"), `
events: { e: { name: E } }
facts: { f: { name: F }, g: { name: G }, idle: { name: Idle } }
readings: { w: { question: "?", choices: { narrow: N, wide: W, wider: V } } }`);
    assert.deepEqual(evaluate(text, "p", "x", "2026-07-01").possible, may(
      ["unspecified", { e: "occurred", f: false }, { f: false, g: false }, { f: false, w: "narrow" }, { f: false, w: "wider" }],
      ["barred", { f: true }, { e: "never", g: true, w: "wide" }]));
    assert.equal(shown(text, "p", "x", "2026-07-01", { f: false, w: "wide", g: true, e: "never" }), "barred");
  });

  it("an adopted reading is known", () => {
    const text = file(ban("when: { reading: w, is: wide }"),
      "readings: { w: { question: '?', choices: { narrow: N, wide: W }, adopted: wide } }");
    assert.equal(shown(text, "p", "x", "2026-01-01", { w: "narrow" }), "barred");
  });

  it("the statuses keep their order", () => {
    assert.deepEqual(STATUSES, ["conflict", "barred", "exclusive", "first", "after-first", "available", "unspecified"]);
  });
});

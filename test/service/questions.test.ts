import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { formatDay, parseDate } from '../../src/base/dates.js';
import type { ClauseTrace } from '../../src/matrix/matrix.js';
import { SERVED } from '../../src/matrix/release.js';
import { RULES } from '../../src/rules/registry.js';
import { ask, type Line, type Question } from '../../src/service/questions.js';
import { LISTED_CODES } from '../../src/service/questions-findings.js';
import { withoutAgreement } from '../../src/service/questions-plan.js';
import { agreementFile } from '../oracle/generate.js';
import { evaluate, type World } from '../oracle/naive.js';
import { drawn } from '../support/drawn.js';
import { analysisOf, day, SMALL, WORKED } from './support.js';

const runs = Number(process.env['ENTENTE_RUNS'] ?? 30);
const answered = (text: string, question: Question, others: Readonly<Record<string, string>> = {}) => ask(analysisOf(text, others), question);
const said = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ text, children = [] }) => [text, ...said(children)]);
const asOfIn = (text: string): string => /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';

/** Meteo keeps forecasts on one cloud for North, and later promises South to serve them on another. */
const PROMISED = `entente: 1
as-of: 2026-04-01
parties:
  meteo: { name: Meteo Analytics }
  north: { name: North Cloud Inc }
  south: { name: South Cloud Inc }
clouds:
  north-cloud: { name: North Cloud, operator: north }
  south-cloud: { name: South Cloud, operator: south }
products:
  forecasts: { name: Forecasts, owner: meteo }
events:
  merger: { name: The merger closes, status: pending }
facts:
  outage: { name: North has an outage }
agreements:
  hosting:
    parties: [meteo, north]
    signed: 2026-01-01
    clauses:
      only-north: { type: exclusivity, by: meteo, to: north, cloud: north-cloud, until: { earliest: [2027-01-01, { event: merger }] }, unless: outage }
  rival:
    title: The rival deal
    parties: [meteo, south]
    signed: 2026-03-01
    clauses:
      also-south: { type: availability, strength: must, by: meteo, to: south, cloud: south-cloud, through: 2026-06 }
`;

describe('can a party serve a product anywhere', () => {
  const serve = (text: string, party: string, at: string, assume = {}) => answered(text, { question: 'serve', party, product: 'forecasts', at: day(at), assume }).data;

  test('an operator on its own clouds, the owner on every cloud, somebody else on none', () => {
    assert.deepEqual([serve(PROMISED, 'north', '2026-02-01')].map(({ scope, answer, when }) => [scope, answer, when]), [['operator', 'depends', [{ outage: false }]]]);
    assert.deepEqual([serve(PROMISED, 'north', '2026-02-01', { outage: false })].map(({ answer }) => answer), ['yes']);
    const owner = serve(PROMISED, 'meteo', '2026-03-01') as { scope: string; clouds: { cloud: string; answer: string }[] };
    assert.deepEqual([owner.scope, owner.clouds.map(({ cloud, answer }) => `${cloud} ${answer}`)], ['owner', ['north-cloud depends', 'south-cloud depends']]);
    assert.deepEqual([serve(PROMISED.replace('owner: meteo', 'owner: south'), 'meteo', '2026-03-01')].map(({ scope, answer }) => [scope, answer]), [['none', 'no']]);
    assert.equal(serve(PROMISED, 'meteo', '2025-12-31')['answer'], 'unspoken');
  });

  test('where one world allows one cloud and the others another, it is yes', () => {
    assert.equal(serve(PROMISED, 'meteo', '2026-03-01')['answer'], 'yes');
  });

  test('who stands against it, and what would do', () => {
    const { clouds: [south] } = serve(PROMISED, 'south', '2026-03-01', { outage: false }) as { clouds: { against: object[]; waysToServe: { edits: { key: string; holder: string }[] }[] }[] };
    assert.deepEqual(south?.against, [{ clause: 'hosting/only-north', role: 'bar', holder: 'north' }]);
    assert.deepEqual(south.waysToServe.map(({ edits }) => edits.map(({ key, holder }) => `${key} ${holder}`)), [['subject-to hosting/only-north']]);
  });

  test('it is so in exactly the worlds in which the naive evaluator serves it on some cloud', () => {
    const seen = { all: 0, some: 0, none: 0 };
    fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days, assume }) => {
      const asOf = asOfIn(text);
      const { matrix } = analysisOf(text);
      for (const product of products) {
        for (const on of days.filter((_, index) => index % 12 === 0)) {
          const at = parseDate(on)!.first;
          const found = matrix.anywhere(product, clouds, at, assume);
          const worlds = worldsOf(text, product).map((world) => ({ ...world, ...assume }) as World);
          const served = worlds.map((world) => clouds.some((cloud) => SERVED.has(evaluate(text, product, cloud, on, world, asOf).status)));
          const expected = served.every(Boolean) ? 'all' : served.some(Boolean) ? 'some' : 'none';
          assert.equal(found?.worlds, expected, `${product} ${on}\n${text}`);
          assert.equal(found.baseline, served[0], `${product} ${on}\n${text}`);
          if (expected === 'some') {
            const fits = (world: World): boolean => found.when.some((set) => Object.entries(set).every(([name, value]) => world[name] === value));
            worlds.forEach((world, index) => { if (Object.keys(assume).length === 0) assert.equal(fits(world), served[index], `${product} ${on}\n${text}`); });
          }
          seen[expected] += 1;
        }
      }
    }), drawn('questions-serve', runs));
    for (const [what, times] of Object.entries(seen)) assert.ok(times > 0, `${what} was drawn`);
  });
});

describe('what an agreement changes', () => {
  test('the cells on all days, the conflicts, and what has no effect', () => {
    const { summary, data, lines } = answered(PROMISED, { question: 'plan', agreement: 'rival' });
    assert.equal(summary, '“The rival deal” changes 1 cell, introduces 1 conflict, resolves 0 and leaves 0.');
    assert.ok(said(lines).includes('Forecasts on South Cloud, from 2026-03-01 through 2026-06-30: barred | unspecified → conflict | available (hosting/only-north, rival/also-south)'), said(lines).join('\n'));
    assert.deepEqual(data['withoutEffect'], []);
    const powerless = PROMISED.replace('signed: 2026-03-01\n', 'signed: 2026-03-01\n    supersedes: [hosting]\n');
    assert.deepEqual(answered(powerless, { question: 'plan', agreement: 'rival' }).data['withoutPower'], [{ key: 'supersedes', clause: 'hosting/only-north', holder: 'north' }]);
  });

  test('what it resolves: the renegotiation of the worked example', () => {
    const { summary } = answered(WORKED, { question: 'plan', agreement: 'microsoft-renegotiated' });
    assert.match(summary, /introduces 1 conflict, resolves 0 and leaves 3\.$/);
    const { data } = answered(WORKED, { question: 'plan', agreement: 'microsoft-renegotiated' });
    const { remaining } = data['conflicts'] as { remaining: { after: { to: string }[]; before: { to: string | null }[] }[] };
    assert.deepEqual(remaining.map(({ before, after }) => [before.at(-1)?.to, after.at(-1)?.to]), remaining.map(() => [null, '2026-04-27']));
  });

  test('without it, every cell is as the naive evaluator has it for the text without it', () => {
    fc.assert(fc.property(agreementFile(), fc.nat(), ({ text, products, clouds, days, assume }, which) => {
      const analysis = analysisOf(text);
      const ids = [...analysis.partnership.agreements.keys()];
      const id = ids[which % ids.length]!;
      const { matrix } = withoutAgreement(analysis, id);
      const left = textWithout(text, id);
      for (const product of products) for (const cloud of clouds) for (const on of days.filter((_, index) => index % 6 === 0)) {
        assert.equal(matrix.cell(product, cloud, parseDate(on)!.first, assume).status, evaluate(left, product, cloud, on, assume, asOfIn(text)).status, `without ${id}: ${product} on ${cloud}, ${on}\n${text}`);
      }
    }), drawn('questions-plan', runs));
  });
});

describe('which rights a draft infringes', () => {
  test('holder, clause, cells, days and worlds; and who signs', () => {
    const { summary, data } = answered(PROMISED, { question: 'infringed', agreements: ['rival'] });
    assert.equal(summary, '“The rival deal” infringes 1 right of North Cloud Inc.');
    assert.deepEqual(data['rights'], [{
      holder: 'north', by: 'meteo', clause: 'hosting/only-north', signs: false,
      breaches: [
        { cells: [{ product: 'forecasts', cloud: 'south-cloud' }], from: '2026-03-01', to: '2026-04-02', certain: false, when: [{ outage: false }], against: ['rival/also-south'] },
        { cells: [{ product: 'forecasts', cloud: 'south-cloud' }], from: '2026-04-02', to: '2026-07-01', certain: false, when: [{ merger: 'never', outage: false }], against: ['rival/also-south'] },
      ],
    }]);
    assert.deepEqual(answered(PROMISED, { question: 'infringed', agreements: ['rival'], assume: { outage: true } }).data['rights'], []);
  });

  test('a right that yields by its holder is not infringed; one that a stranger overrides is, and that has no power', () => {
    const yields = PROMISED.replace('unless: outage', 'unless: outage, subject-to: [rival/also-south]');
    assert.deepEqual(answered(yields, { question: 'infringed', agreements: ['rival'] }).data['rights'], []);
    const stranger = answered(PROMISED.replace('through: 2026-06 }', 'through: 2026-06, notwithstanding: [hosting/only-north] }'), { question: 'infringed', agreements: ['rival'] });
    assert.equal((stranger.data['rights'] as unknown[]).length, 1);
    assert.deepEqual(stranger.data['withoutPower'], [{ holder: 'north', clause: 'hosting/only-north', agreement: 'rival', key: 'notwithstanding' }]);
  });

  test('licences and purchases that are no cells', () => {
    const licences = PROMISED.replace("      only-north:", "      sole-use: { type: license, by: meteo, to: north, subject: [models], exclusive: true }\n      only-north:")
      .replace('      also-south:', '      use: { type: license, by: meteo, to: south, subject: [models] }\n      also-south:');
    assert.deepEqual((answered(licences, { question: 'infringed', agreements: ['rival'] }).data['others'] as { clause: string; code: string }[]).map(({ clause, code }) => `${clause} ${code}`), ['hosting/sole-use license-clash']);
  });

  test('a standing says what the traces of the cell say, and its worlds are those in which both count', () => {
    const seen = { broken: 0, 'in some worlds': 0, whole: 0 };
    fc.assert(fc.property(agreementFile(), ({ text, days, assume }) => {
      const { partnership, matrix } = analysisOf(text);
      for (const clause of partnership.clauses.values()) {
        for (const standing of matrix.standings(clause.id, undefined, assume)) {
          for (const on of days.map((one) => parseDate(one)!.first).filter((one) => standing.from <= one && one < standing.to).slice(0, 2)) {
            const traces = matrix.traces(standing.product, standing.cloud, on, assume);
            const own = traces.find((trace) => trace.clause === clause.id);
            const where = `${clause.id} on ${standing.product} ${standing.cloud}, ${formatDay(on)}\n${text}`;
            assert.equal(standing.holds, own?.worlds, where);
            const opposed = traces.filter((trace) => trace.clause !== clause.id && trace.worlds !== 'none' && goesAgainst(own, trace, partnership));
            assert.ok(standing.against.every((id) => opposed.some((trace) => trace.clause === id)), where);
            const sure = own?.worlds === 'all' && opposed.some(({ worlds }) => worlds === 'all');
            if (sure) assert.equal(standing.broken, 'all', where);
            if (own?.worlds === 'none' || opposed.length === 0) assert.equal(standing.broken, 'none', where);
            for (const when of standing.brokenWhen) {
              const then = matrix.traces(standing.product, standing.cloud, on, { ...assume, ...when });
              assert.equal(then.find((trace) => trace.clause === clause.id)?.worlds, 'all', where);
              assert.ok(then.some((trace) => standing.against.includes(trace.clause) && trace.worlds !== 'none'), where);
            }
            seen[standing.broken === 'all' ? 'broken' : standing.broken === 'some' ? 'in some worlds' : 'whole'] += 1;
          }
        }
      }
    }), drawn('questions-infringed', runs));
    for (const [what, times] of Object.entries(seen)) assert.ok(times > 0, `${what} was drawn`);
  });
});

describe('until when an exclusivity is exposed', () => {
  test('runs of days by state, last days, and the event that ends it', () => {
    const { data, summary } = answered(PROMISED.replace(', unless: outage', ''), { question: 'exposure' });
    assert.equal(summary, '1 of 1 exclusivity is exposed on some day.');
    const [one] = data['exclusivities'] as { endsWith: string[]; lastExposed: string; lastProtected: string; to: string; exposed: { state: string; from: string; to: string; cells: object[] }[] }[];
    assert.deepEqual([one?.endsWith, one?.to, one?.lastExposed, one?.lastProtected], [['merger'], '2027-01-01', '2026-12-31', '2026-02-28']);
    assert.deepEqual(one?.exposed.map(({ state, from, to, cells }) => `${state} ${from} ${to} ${cells.length}`), [
      'breached 2026-03-01 2026-04-02 1', 'possibly breached 2026-04-02 2026-07-01 1', 'possibly unprotected 2026-04-02 2027-01-01 1', 'possibly unprotected 2026-07-01 2027-01-01 1',
    ]);
  });

  test('suspended days are unprotected; an ending for good ends the term', () => {
    const paused = PROMISED.replace(', unless: outage', '').replace('until: { earliest: [2027-01-01, { event: merger }] }', 'through: 2027');
    const amended = (effect: string): string => `${paused}  later:\n    parties: [meteo, north]\n    signed: 2026-08-01\n    amends: [{ target: hosting/only-north, ${effect} }]\n`;
    const exposed = (text: string) => (answered(text, { question: 'exposure' }).data['exclusivities'] as { to: string; lastExposed: string; lastProtected: string; exposed: { state: string; from: string; to: string }[] }[])[0]!;
    const suspended = exposed(amended('effect: suspend, until: 2026-09-01'));
    assert.deepEqual([suspended.exposed.at(-1)?.state, suspended.lastExposed, suspended.lastProtected], ['unprotected', '2026-08-31', '2027-12-31']);
    const ended = exposed(amended('effect: end'));
    assert.deepEqual([ended.to, ended.lastExposed, ended.lastProtected], ['2026-08-01', '2026-06-30', '2026-07-31']);
  });

  test('one that nothing touches is never exposed', () => {
    const [one] = answered(SMALL.replace('        unless: outage\n', ''), { question: 'exposure' }).lines;
    assert.deepEqual(one?.children?.map(({ text }) => text), ['Never exposed.', 'The last day on which all of it is protected is 2028-12-31.']);
  });
});

test('what never matters and what cannot be met is what the rules found, silenced or not', () => {
  for (const code of Object.values(LISTED_CODES).flat()) assert.ok(RULES.some((rule) => rule.code === code), code);
  const idle = `${SMALL}      idle: { type: availability, by: north, to: meteo, products: [], cloud: north-cloud }\n`;
  const codes = (text: string, question: 'idle' | 'unmet') => (answered(text, { question }).data['findings'] as { code: string; silenced: boolean }[]).filter(({ code }) => code !== 'idle-reading').map(({ code, silenced }) => `${code} ${silenced}`);
  assert.deepEqual(codes(idle, 'idle'), ['ineffective-clause false']);
  assert.deepEqual(codes(idle.replace('cloud: north-cloud }\n', 'cloud: north-cloud }  # entente-silence ineffective-clause: kept for later\n'), 'idle'), ['ineffective-clause true']);
  assert.deepEqual(codes(PROMISED.replace(', unless: outage', ''), 'unmet'), ['conflict false']);
  assert.deepEqual(codes(PROMISED, 'unmet'), []);
});

/** Whether a clause in force goes against another, by what both do to the cell. */
function goesAgainst(own: ClauseTrace | undefined, other: ClauseTrace, { clauses }: ReturnType<typeof analysisOf>['partnership']): boolean {
  const [clause, rival] = [clauses.get(own?.clause ?? '')!, clauses.get(other.clause)!];
  const both = (mine: string, theirs: string): boolean => own?.roles.some((role) => role === mine) === true && other.roles.some((role) => role === theirs);
  return both('bar', 'claim') || both('claim', 'bar') || (both('bar', 'leave') && rival.by === clause.to) || (both('leave', 'bar') && rival.to === clause.by) ||
    (other.waits && own?.roles.includes('claim') === true && clause.type.name !== 'exclusivity');
}

/** Every world of a product's unknowns, the baseline first. */
function worldsOf(text: string, product: string): World[] {
  const data = parse(text) as {
    events?: Record<string, { status?: string } | null>; facts?: Record<string, { value?: unknown; for?: Record<string, unknown> } | null>; readings?: Record<string, { choices: Record<string, unknown>; adopted?: string }>;
  };
  let worlds: World[] = [{}];
  const vary = (name: string, values: readonly (string | boolean)[]): void => void (worlds = values.flatMap((value) => worlds.map((world) => ({ ...world, [name]: value }))));
  for (const [name, event] of Object.entries(data.events ?? {})) if ((event?.status ?? 'pending') === 'pending') vary(name, ['never', 'occurred']);
  for (const [name, fact] of Object.entries(data.facts ?? {})) if ((fact?.for?.[product] ?? fact?.value ?? 'unknown') === 'unknown') vary(name, [false, true]);
  for (const [name, { choices, adopted }] of Object.entries(data.readings ?? {})) if (adopted === undefined) vary(name, Object.keys(choices));
  return worlds;
}

/** The text without an agreement and without whatever names it. */
function textWithout(text: string, id: string): string {
  const data = parse(text) as { agreements: Record<string, { supersedes?: string[]; amends?: { target: string; effect: string; with?: string }[]; clauses?: Record<string, Record<string, unknown>> }> };
  delete data.agreements[id];
  const named = (name: string): boolean => name.startsWith(`${id}/`);
  for (const agreement of Object.values(data.agreements)) {
    if (agreement.supersedes) agreement.supersedes = agreement.supersedes.filter((other) => other !== id);
    if (agreement.amends) agreement.amends = agreement.amends.filter(({ target }) => !named(target));
    for (const clause of Object.values(agreement.clauses ?? {})) {
      for (const key of ['subject-to', 'notwithstanding']) if (Array.isArray(clause[key])) clause[key] = (clause[key] as string[]).filter((name) => !named(name));
    }
  }
  return stringify(data, { aliasDuplicateObjects: false });
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CommitmentsView, CommitmentView, TotalView } from '../../src/protocol.js';
import { isCommitmentsView } from '../../src/protocol-guards.js';
import { moneyCsv, moneyMarkdown, moneyText } from '../../src/render/money-text.js';
import { commitmentsView } from '../../src/service/commitments.js';
import { drawn } from '../support/drawn.js';
import { analysisOf, day, ROOT } from './support.js';

const HEAD = `entente: 1
as-of: 2026-04-27
parties: { harbour: { name: Harbour }, tidal: { name: Tidal } }
clouds: { north: { name: North, operator: harbour } }
products: { robots: { owner: tidal }, drones: { owner: tidal } }
events:
  trial: { name: The trial succeeds, status: pending }
  launch: { name: The launch, status: occurred, on: 2026-03-01 }
  flood: { name: A flood, status: never }
facts:
  licensed: { name: It is licensed, for: { robots: true } }
readings:
  efforts: { question: Which efforts?, choices: { best: Best, some: Some } }
`;
/** One agreement, signed on 1 January 2026, with these clauses. */
const deal = (clauses: string, more = ''): string => `${HEAD}agreements:
  deal:
    parties: [harbour, tidal]
    signed: 2026-01-01
    clauses:
${clauses.replace(/^(?=.)/gm, '      ')}${more}`;

const view = (text: string, at?: string, assume = {}): CommitmentsView => commitmentsView(analysisOf(text), { at: at === undefined ? undefined : day(at), assume });
const line = (commitments: CommitmentsView, id: string): CommitmentView => commitments.commitments.find((one) => one.id === id)!;
/** `265 billion USD | 35 billion USD`: certain, conditional, and ceilings where there are some. */
const sums = ({ certain, conditional, certainUpTo, conditionalUpTo }: TotalView): string =>
  [certain.words, conditional.words, ...(certainUpTo.value === '0' ? [] : [`up to ${certainUpTo.words}`]), ...(conditionalUpTo.value === '0' ? [] : [`conditional up to ${conditionalUpTo.words}`])].join(' | ');
const total = (commitments: CommitmentsView, currency = 'EUR'): string | undefined => {
  const found = commitments.totals.find((one) => one.kind === null && one.currency === currency);
  return found && sums(found);
};
/** The total of one investment with these keys. */
const invested = (keys: string, at?: string, assume = {}): string | undefined => total(view(deal(`round: { type: investment, by: harbour, to: tidal, ${keys} }\n`), at, assume));

describe('the worked example', () => {
  const text = readFileSync(path.join(ROOT, 'examples/openai-cloud-alliances.entente.yaml'), 'utf8');
  test('what is certain and what is conditional are two sums', () => {
    const commitments = view(text);
    assert.ok(isCommitmentsView(commitments));
    assert.equal(total(commitments, 'USD'), '265 billion USD | 35 billion USD');
    assert.deepEqual(commitments.byParty.map((one) => [one.party?.id, sums(one)]), [['openai', '250 billion USD | 0 USD'], ['amazon', '15 billion USD | 35 billion USD']]);
    assert.deepEqual(commitments.totals.filter(({ kind }) => kind !== null).map((one) => [one.kind, sums(one)]), [['purchase', '250 billion USD | 0 USD'], ['investment', '15 billion USD | 35 billion USD']]);
  });
  test('what was superseded is shown as such', () => {
    const before = line(view(text, '2026-04-26'), 'microsoft-original/exclusive-ip');
    assert.deepEqual([before.standing, before.why], ['in force', '']);
    const after = line(view(text, '2026-04-27'), 'microsoft-original/exclusive-ip');
    assert.deepEqual([after.standing, after.why, after.last], ['ended', 'Superseded by “Renegotiated Microsoft agreement” from 2026-04-27 on.', '2026-04-26']);
  });
  test('an assumption settles the condition', () => {
    assert.equal(total(view(text, undefined, { 'investment-conditions': 'occurred' }), 'USD'), '300 billion USD | 0 USD');
    assert.equal(total(view(text, undefined, { 'investment-conditions': 'never' }), 'USD'), '265 billion USD | 0 USD');
  });
  test('before the alliance was signed its investment is not counted', () => {
    const commitments = view(text, '2026-01-15');
    assert.equal(total(commitments, 'USD'), '250 billion USD | 0 USD');
    assert.deepEqual([line(commitments, 'amazon-alliance/investment').standing, line(commitments, 'amazon-alliance/investment').left], ['not yet', 'It is not yet in force on this day.']);
  });
});

describe('conditions', () => {
  const conditions: readonly (readonly [string, string])[] = [
    ['when: trial', '0 EUR | 10 EUR'], ['when: launch', '10 EUR | 0 EUR'], ['unless: trial', '0 EUR | 10 EUR'], ['unless: flood', '10 EUR | 0 EUR'],
    ['when: { not: flood }', '10 EUR | 0 EUR'], ['when: { all: [launch, trial] }', '0 EUR | 10 EUR'], ['when: { any: [launch, trial] }', '10 EUR | 0 EUR'],
    ['when: { reading: efforts, is: best }', '0 EUR | 10 EUR'], ['when: licensed', '0 EUR | 10 EUR'],
  ];
  for (const [keys, expected] of conditions) test(keys, () => assert.equal(invested(`amount: 10 EUR, ${keys}`), expected));

  test('a fact is asked for the products of the clause', () => {
    const bought = (products: string): string | undefined => total(view(deal(`buy: { type: purchase-commitment, by: tidal, to: harbour, cloud: north, amount: 10 EUR, when: licensed, products: ${products} }\n`)));
    assert.deepEqual(['[robots]', '[drones]', 'all'].map(bought), ['10 EUR | 0 EUR', '0 EUR | 10 EUR', '0 EUR | 10 EUR']);
  });
  test('one that cannot be met counts nowhere', () => {
    assert.equal(invested('amount: 10 EUR, when: flood'), undefined);
    assert.equal(invested('amount: 10 EUR, unless: launch'), undefined);
    assert.equal(invested('amount: 10 EUR, tranches: [{ amount: 4 EUR }, { amount: 6 EUR, when: flood }]'), '4 EUR | 0 EUR');
  });
  test('an event that is still to come on the day is open', () => {
    assert.equal(invested('amount: 10 EUR, when: launch', '2026-02-01'), '0 EUR | 10 EUR');
    assert.equal(invested('amount: 10 EUR, unless: launch', '2026-02-01'), '0 EUR | 10 EUR');
  });
  test('a clause on a condition makes every tranche conditional', () => {
    assert.equal(invested('amount: 10 EUR, when: trial, tranches: [{ amount: 4 EUR, due: signing }, { amount: 6 EUR, when: launch }]'), '0 EUR | 10 EUR');
  });
  test('a term that an event may have ended makes it conditional after the as-of day', () => {
    assert.equal(invested('amount: 10 EUR, until: { event: trial }'), '10 EUR | 0 EUR');
    assert.equal(invested('amount: 10 EUR, until: { event: trial }', '2026-04-28'), '0 EUR | 10 EUR');
    assert.equal(invested('amount: 10 EUR, until: { event: trial }', '2026-04-28', { trial: 'occurred' }), undefined);
  });
});

describe('terms', () => {
  const PURCHASE = 'buy: { type: purchase-commitment, by: tidal, to: harbour, cloud: north, amount: 10 EUR, through: 2026 }\n';
  test('over, with the day', () => {
    assert.equal(total(view(deal(PURCHASE), '2026-12-31')), '10 EUR | 0 EUR');
    const over = line(view(deal(PURCHASE), '2027-01-01'), 'deal/buy');
    assert.deepEqual([over.standing, over.last, over.left], ['over', '2026-12-31', 'It is over on this day.']);
  });
  const LATER = `  later:
    parties: [harbour, tidal]
    effective: 2026-03-01
    amends: [{ target: deal/buy, effect: suspend, until: 2026-05-01 }]
    clauses: {}
`;
  test('suspended for a while', () => {
    assert.deepEqual(['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map((at) => line(view(deal(PURCHASE, LATER), at), 'deal/buy').standing), ['in force', 'suspended', 'suspended', 'in force']);
  });
  test('ended, replaced, without a double count', () => {
    const replaced = LATER.replace('effect: suspend, until: 2026-05-01', 'effect: replace, with: buy-more').replace('clauses: {}', 'clauses: { buy-more: { type: purchase-commitment, by: tidal, to: harbour, cloud: north, amount: 12 EUR } }');
    const commitments = view(deal(PURCHASE, replaced));
    assert.equal(total(commitments), '12 EUR | 0 EUR');
    assert.match(line(commitments, 'deal/buy').why, /^Replaced by “later” from 2026-03-01 on, with later\/buy-more/);
  });
  test('who is no party cannot end it', () => {
    const stranger = LATER.replace('parties: [harbour, tidal]', 'parties: [tidal, stranger]').replace('effect: suspend, until: 2026-05-01', 'effect: end');
    assert.equal(total(view(deal(PURCHASE, stranger))), '10 EUR | 0 EUR');
  });
});

describe('amounts', () => {
  test('ceilings are sums of their own', () => {
    assert.equal(invested('amount: up to 10 EUR'), '0 EUR | 0 EUR | up to 10 EUR');
    assert.equal(invested('amount: up to 10 EUR, when: trial'), '0 EUR | 0 EUR | conditional up to 10 EUR');
    assert.equal(invested('amount: up to 10 EUR, tranches: [{ amount: 4 EUR }, { amount: up to 6 EUR, when: trial }]'), '4 EUR | 0 EUR | conditional up to 6 EUR');
  });
  test('what a ceiling leaves beyond the tranches is a ceiling', () => {
    assert.equal(invested('amount: up to 10 EUR, tranches: [{ amount: 4 EUR }]'), '4 EUR | 0 EUR | up to 6 EUR');
  });
  test('currencies are never added', () => {
    const commitments = view(deal('a: { type: investment, by: harbour, to: tidal, amount: 1 EUR }\nb: { type: investment, by: harbour, to: tidal, amount: 2 USD }\n'));
    assert.deepEqual(commitments.totals.map((one) => [one.currency, sums(one)]), [['EUR', '1 EUR | 0 EUR'], ['USD', '2 USD | 0 USD']]);
  });
  const left: readonly (readonly [string, RegExp])[] = [
    ['amount: 10 EUR, tranches: [{ amount: 4 EUR }]', /come to 4 EUR, its amount is 10 EUR/],
    ['amount: up to 10 EUR, tranches: [{ amount: 11 EUR }]', /come to 11 EUR, its amount is up to 10 EUR/],
    ['amount: 10 EUR, tranches: [{ amount: up to 20 EUR }]', /tranches are ceilings/],
    ['amount: 10 EUR, tranches: [{ amount: 10 USD }]', /another currency/],
    ['amount: ten EUR', /cannot be read/],
    ['amount: up to 10 EUR, tranches: [{ amount: 4 EUR, when: triall }]', /cannot be read/],
    ['amount: up to 10 EUR, tranches: [{ amount: 4 EUR, whenn: trial }]', /cannot be read/],
    ['amount: up to 10 EUR, tranches: [{ amount: 4 EUR }, 5 EUR]', /cannot be read/],
    ['amount: up to 10 EUR, tranches: [{ due: signing }]', /cannot be read/],
    ['amount: 10 EUR, when: triall', /cannot be read/],
    ['amount: 10 EUR, unles: trial', /cannot be read/],
    ['amount: 10 EUR, until: someday', /cannot be read/],
    ['title: Nothing said', /No amount is stated/],
  ];
  for (const [keys, why] of left) {
    test(`in no total: ${keys}`, () => {
      const commitments = view(deal(`round: { type: investment, by: harbour, to: tidal, ${keys} }\n`));
      assert.deepEqual(commitments.totals, []);
      assert.match(line(commitments, 'deal/round').left ?? '', why);
    });
  }
});

test('half-written text never throws, and never gives a sum without saying that something is not read', () => {
  const whole = deal('round: { type: investment, by: harbour, to: tidal, amount: up to 10 EUR, tranches: [{ amount: 4 EUR, when: trial }] }\n');
  for (let cut = HEAD.length; cut <= whole.length; cut += 1) {
    const { totals, errors } = view(whole.slice(0, cut));
    for (const one of totals) assert.ok(one.certain.value === '0' || errors > 0, whole.slice(cut - 20, cut));
  }
});

describe('exact sums, against whole numbers of millionths', () => {
  const amount = fc.record({
    whole: fc.integer({ min: 0, max: 999_999_999 }), millionths: fc.integer({ min: 0, max: 999_999 }), currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    ceiling: fc.boolean(), conditional: fc.boolean(), kind: fc.constantFrom('investment', 'purchase-commitment'), by: fc.constantFrom('harbour', 'tidal'), over: fc.boolean(),
  });
  test('each total is the sum of its parts, and no part is in two', () => {
    fc.assert(fc.property(fc.array(amount, { maxLength: 12 }), (amounts) => {
      const clauses = amounts.map(({ whole, millionths, currency, ceiling, conditional, kind, by, over }, index) =>
        `c${index}: { type: ${kind}, by: ${by}, to: ${by === 'tidal' ? 'harbour' : 'tidal'}, ${kind === 'investment' ? '' : 'cloud: north, '}amount: ${ceiling ? 'up to ' : ''}${whole}.${String(millionths).padStart(6, '0')} ${currency}${conditional ? ', when: trial' : ''}${over ? ', until: 2026-02-01' : ''} }\n`).join('');
      const commitments = view(deal(clauses === '' ? 'x: { type: primary-cloud, by: tidal, to: harbour, cloud: north }\n' : clauses));
      const expected = (currency: string, conditional: boolean, ceiling: boolean, by: string | null): bigint => amounts
        .filter((one) => !one.over && one.currency === currency && one.conditional === conditional && one.ceiling === ceiling && (by === null || one.by === by))
        .reduce((sum, { whole, millionths }) => sum + BigInt(whole) * 1_000_000n + BigInt(millionths), 0n);
      const read = (text: string): bigint => {
        const [whole = '', fraction = ''] = text.split('.');
        return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
      };
      for (const by of [null, 'harbour', 'tidal']) {
        for (const currency of ['EUR', 'USD', 'JPY']) {
          const list = by === null ? commitments.totals.filter(({ kind }) => kind === null) : commitments.byParty.filter(({ party }) => party?.id === by);
          const found = list.find((one) => one.currency === currency);
          const has = amounts.some((one) => !one.over && one.currency === currency && (by === null || one.by === by));
          assert.equal(found !== undefined, has);
          if (!found) continue;
          assert.equal(read(found.certain.value), expected(currency, false, false, by));
          assert.equal(read(found.conditional.value), expected(currency, true, false, by));
          assert.equal(read(found.certainUpTo.value), expected(currency, false, true, by));
          assert.equal(read(found.conditionalUpTo.value), expected(currency, true, true, by));
        }
      }
    }), drawn('commitments-sums', 150));
  });
});

describe('in other forms', () => {
  const commitments = view(deal('"=round": { type: investment, by: harbour, to: tidal, title: "=1", amount: 10 EUR, when: trial }\nshare: { type: revenue-share, by: tidal, to: harbour, share: 20% }\n'));
  test('text names every commitment, its sums and what is assumed', () => {
    assert.match(moneyText(view(HEAD)), /No investment, purchase, licence or revenue share is written down\./);
    const text = moneyText(view(deal('share: { type: revenue-share, by: tidal, to: harbour, share: 20% }\nround: { type: investment, by: harbour, to: tidal, amount: 10 EUR, when: trial }\n'), '2026-05-01', { trial: 'never' }));
    assert.match(text, /20% of its revenue/);
    assert.match(text, /without effect\. Its condition cannot be met: “The trial succeeds” has happened/);
    assert.match(text, /On 2026-05-01, with what is known as of 2026-04-27, assuming trial = never\./);
  });
  test('csv has one line for each part, and no formula', () => {
    const lines = moneyCsv(commitments).trimEnd().split('\r\n');
    assert.equal(lines.length, commitments.commitments.length + 1);
    for (const field of lines.flatMap((one) => one.split(','))) assert.doesNotMatch(field, /^"?[=+@]/);
  });
  test('markdown escapes what could be markup', () => {
    assert.match(moneyMarkdown(view(deal('round: { type: investment, by: harbour, to: tidal, amount: 10 EUR, when: { reading: efforts, is: best } }\n').replace('question: Which efforts?', 'question: "[a](b)|c"'))), /\\\[a\\\]\\\(b\\\)\\\|c/);
  });
});

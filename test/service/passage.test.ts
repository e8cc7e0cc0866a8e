import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placesOfQuote } from '../../src/base/quotes.js';
import { analyse } from '../../src/service/analyse.js';
import { hover } from '../../src/service/hover.js';
import { links } from '../../src/service/links.js';
import { passageOf } from '../../src/service/passage.js';
import { drawn } from '../support/drawn.js';

const FILE = 'file:///deals/main.entente.yaml';
const DOCUMENT = `# The announcement

> The product will be served
> on North first, and on \u201Cother\u201D clouds *later*.

Nothing else was said.
`;

const textWith = (quote: string, agreementSource = '', status = 'reported'): string => `entente: 1
as-of: 2026-06-01
parties: { a: {}, b: {} }
clouds: { north: { operator: b } }
products: { tool: { owner: a } }
agreements:
  deal:
    parties: [a, b]
    signed: 2026-01
    through: 2030
${agreementSource}    clauses:
      first:
        type: availability
        strength: must
        by: a
        to: b
        cloud: north
${quote === '' ? '' : `        source: { document: ./announcement.md, quote: '${quote}', status: ${status} }\n`}`;

const analysed = (text: string) => analyse({ file: FILE, workspace: 'file:///deals', texts: new Map([[FILE, text]]), documents: new Map([['file:///deals/announcement.md', DOCUMENT]]), today: 20_600 });

test('a quote is found whatever its white space, quotation marks and line marks, and in parts', () => {
  const found = (quote: string): readonly string[] | undefined => placesOfQuote(DOCUMENT, quote)?.map(({ start, end }) => DOCUMENT.slice(start, end));
  assert.deepEqual(found('served on  North first'), ['served\n> on North first']);
  assert.deepEqual(found('on "other" clouds'), ['on \u201Cother\u201D clouds']);
  assert.deepEqual(found('The product \u2026 on North first [...] Nothing'), ['The product', 'on North first', 'Nothing']);
  assert.deepEqual(found('pro\u00ADduct will'), ['product will']);
  assert.equal(found('Nothing ... The product'), undefined);
  assert.equal(found('served on South'), undefined);
  assert.equal(found(' \u2026 '), undefined);
});

test('any stretch of a text is found in it, at the first place where it stands', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const quote = text.slice(from, to);
    fc.pre(quote.trim() !== '' && !/\.{3}/.test(quote) && !/>/.test(text));
    const [place] = placesOfQuote(text, quote) ?? [];
    assert.ok(place && place.start <= from + quote.search(/\S/), JSON.stringify([text, quote]));
  }), drawn('passage-stretches', 100));
});

test('the hover of a quote shows it among the words around it, with its line; a link leads there', () => {
  const text = textWith('on North first');
  const analysis = analysed(text);
  const shown = hover(analysis, FILE, text.indexOf('on North'))!;
  assert.match(shown.markdown, /`\.\/announcement\.md`, line 4:\n\n> .*will be served \\?>? ?\*\*on North first\*\*, and on/s);
  assert.deepEqual(links(analysis, FILE, 'file:///deals').map(({ target }) => target), ['file:///deals/announcement.md', 'file:///deals/announcement.md#L4']);
  assert.deepEqual(analysis.findings.filter(({ code }) => code === 'quote-not-found'), []);
});

test('words that are not there: a finding, a hover that says so, and no link to them', () => {
  const text = textWith('on South first');
  const analysis = analysed(text);
  assert.equal(analysis.findings.filter(({ code }) => code === 'quote-not-found').length, 1);
  assert.equal(hover(analysis, FILE, text.indexOf('on South'))?.markdown, 'These words are not in `./announcement.md`.');
  assert.equal(links(analysis, FILE, 'file:///deals').length, 1);
  assert.equal(passageOf(analysis.partnership.clauses.get('deal/first')!.source!, analysis)?.isQuoted, false);
});

test('a clause without a source is as doubtful as its agreement; one with a source has its own alone', () => {
  const doubtful = (text: string) => analysed(text).matrix.cell('tool', 'north', 20_600).doubtful;
  const disputed = '    source: { document: A letter, status: disputed }\n';
  assert.deepEqual(doubtful(textWith('')), []);
  assert.deepEqual(doubtful(textWith('', disputed)), ['deal/first']);
  assert.deepEqual(doubtful(textWith('on North first', disputed)), []);
  assert.deepEqual(doubtful(textWith('on North first', '', 'inferred')), ['deal/first']);
});

/** Places in the middle of a scaled text, as a client says them: of the clause in the middle. */
export function places(text) {
  const lines = text.split('\n');
  const clauses = lines.flatMap((line, index) => (/^ {6}clause-\d+:$/.test(line) ? [index] : []));
  const clause = clauses[Math.floor(clauses.length / 2)];
  const within = (key) => lines.findIndex((line, index) => index > clause && line.startsWith(`        ${key}: `));
  const at = (line, character) => ({ line, character });
  const note = within('note');
  return {
    lines, clause, note: { line: note, end: lines[note].length }, next: clauses[Math.floor(clauses.length / 2) + 1],
    /** On the name of a key, where its value begins, and inside a name that is declared elsewhere. */
    key: at(within('type'), 10), value: at(within('type'), 14), name: at(within('to'), 16),
  };
}

/** One character more at the end of the note in the middle, and one less, in turns: a keystroke inside one clause. */
export function keystrokes(text) {
  const { note: { line, end } } = places(text);
  let written = false;
  return () => {
    written = !written;
    const start = { line, character: end };
    return written ? { range: { start, end: start }, text: 'x' } : { range: { start, end: { line, character: end + 1 } }, text: '' };
  };
}

/** Edits that change structure, each with the edit that takes it back. */
export function structureEdits(text) {
  const { lines, clause, next } = places(text);
  const range = (from, fromCharacter, to, toCharacter) => ({ start: { line: from, character: fromCharacter }, end: { line: to, character: toCharacter } });
  const block = lines.slice(clause, next);
  const indented = block.map((line) => `  ${line}`);
  const party = lines.findIndex((line) => line.startsWith('  operator-3:'));
  const fresh = block.map((line) => line.replace(/^( {6}clause-\d+):$/, '$1-again:')).join('\n');
  return [
    ['a new clause', { range: range(next, 0, next, 0), text: `${fresh}\n` }, { range: range(next, 0, next + block.length, 0), text: '' }],
    ['a block\'s indentation', { range: range(clause + 1, 0, next - 1, block.at(-1).length), text: indented.slice(1).join('\n') }, { range: range(clause + 1, 0, next - 1, block.at(-1).length + 2), text: block.slice(1).join('\n') }],
    ['a party renamed', { range: range(party, 2, party, 12), text: 'operator-three' }, { range: range(party, 2, party, 16), text: 'operator-3' }],
  ];
}

const ids = (count, of) => Array.from({ length: count }, (_, i) => of(i));
const two = (number) => String(number).padStart(2, '0');

/** A file of parts: lists of lines below each key. */
const file = ({ clouds = 2, products = ['  product-0: { name: Product, owner: maker }'], events = [], facts = [], agreements, more = [] }) => `${[
  'entente: 1', 'as-of: 2026-04-27', 'parties:', '  maker: { name: Maker }', ...ids(clouds, (i) => `  operator-${i}: { name: Operator ${i} }`),
  'clouds:', ...ids(clouds, (i) => `  cloud-${i}: { name: Cloud ${i}, operator: operator-${i} }`), 'products:', ...products,
  ...(events.length > 0 ? ['events:', ...events] : []), ...(facts.length > 0 ? ['facts:', ...facts] : []), 'agreements:', ...agreements, ...more,
].join('\n')}\n`;
const products = (count) => ids(count, (i) => `  product-${i}: { name: Product ${i}, owner: maker }`);
const agreement = (name, clauses, term = 'effective: 2024-01-01') => [`  agreement-${name}:`, '    parties: [maker, operator-0, operator-1]', `    ${term}`, '    clauses:', ...clauses];
const clause = (i, { to = i % 2, product = 0, more = '' } = {}) => `      clause-${i}: { type: availability, by: maker, to: operator-${to}, products: [product-${product}], cloud: cloud-${to}${more} }`;

/** Files that grow in one way each, and how large the smaller of two is. */
export const GROWTH = {
  'wide maps': [4000, (n) => file({ facts: ids(n, (i) => `  fact-${i}: { name: Fact ${i} }`), agreements: agreement(0, [clause(0)]) })],
  'overlapping clauses': [400, (n) => file({ agreements: agreement(0, ids(n, (i) => clause(i))) })],
  agreements: [1000, (n) => file({ products: products(50), agreements: ids(n, (i) => agreement(i, [clause(i, { product: i % 50 })])).flat() })],
  days: [400, (n) => file({ products: products(50), agreements: agreement(0, ids(n, (i) => clause(i, { product: i % 50, more: `, from: 20${two(20 + i % 9)}-${two(1 + i % 12)}-${two(1 + i % 28)}` }))) })],
  products: [1500, (n) => file({ products: products(n), agreements: agreement(0, ids(n, (i) => clause(i, { product: i }))) })],
  clouds: [400, (n) => file({ clouds: n, products: products(4), agreements: ['  agreement-0:', `    parties: [maker, ${ids(n, (i) => `operator-${i}`).join(', ')}]`, '    effective: 2024-01-01', '    clauses:', ...ids(n, (i) => clause(i, { to: i, product: i % 4 }))] })],
  'independent unknowns': [1000, (n) => file({ products: products(n), facts: ids(n, (i) => `  fact-${i}: { name: Fact ${i} }`), agreements: agreement(0, ids(n, (i) => clause(i, { product: i, more: `, unless: fact-${i}` }))) })],
  anchors: [450, (n) => file({ agreements: agreement(0, ids(n, (i) => `      clause-${i}: &anchor-${i} { type: availability, by: maker, to: operator-${i % 2}, products: [product-0], cloud: cloud-${i % 2} }`)) })],
};

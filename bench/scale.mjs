/**
 * Agreement files like the examples, scaled: `clauses` clauses over agreements of 50, on 20 clouds. Most cells have one clause,
 * some a second one that clashes with it or adds nothing.
 */
export function scaled(clauses) {
  const clouds = 20;
  const products = Math.max(4, Math.ceil(clauses / 18));
  const lines = ['entente: 1', `title: ${clauses} clauses`, 'as-of: 2026-04-27', 'parties:', '  maker: { name: Maker }'];
  for (let i = 0; i < clouds; i++) lines.push(`  operator-${i}: { name: Operator ${i} }`);
  lines.push('clouds:');
  for (let i = 0; i < clouds; i++) lines.push(`  cloud-${i}: { name: Cloud ${i}, operator: operator-${i} }`);
  lines.push('products:');
  for (let i = 0; i < products; i++) lines.push(`  product-${i}: { name: Product ${i}, owner: maker, kind: model }`);
  lines.push('events:', '  launch: { name: Launch, status: pending }', 'facts:', '  cannot-support: { name: The cloud lacks a capability }', 'agreements:');
  for (let i = 0; i < clauses; i++) {
    const cloud = Math.floor(i / products) % clouds;
    if (i % 50 === 0) lines.push(`  agreement-${i / 50}:`, `    title: Agreement ${i / 50}`, `    parties: [maker, ${Array.from({ length: clouds }, (_, k) => `operator-${k}`).join(', ')}]`, `    effective: 20${20 + (i / 50) % 6}-01-01`, '    through: 2032', '    clauses:');
    const type = cloud === 0 ? 'first-availability' : ['availability', 'restriction', 'co-development'][i % 3];
    lines.push(
      `      clause-${i}:`, `        type: ${type}`, '        by: maker', `        to: operator-${cloud}`,
      `        products: [product-${(i % 40 === 39 ? i - 1 : i) % products}]`, type === 'availability' || type === 'restriction' ? `        clouds: [cloud-${cloud}]` : `        cloud: cloud-${cloud}`,
      ...(i % 10 === 0 ? ['        unless: cannot-support'] : []), ...(i % 15 === 0 ? ['        until: { event: launch }'] : []),
      `        note: Clause ${i} of the scaled file, with a remark of about the usual length for a reader.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A file with many days of change: agreements of ten clauses, each with a term of its own, for a matrix of the given size. */
export function overTime(clauses, products, clouds) {
  const ids = (count, of) => Array.from({ length: count }, (_, i) => of(i));
  const two = (number) => String(number).padStart(2, '0');
  const parties = ids(clouds, (i) => `operator-${i}`);
  const lines = [
    'entente: 1', `title: ${products} products on ${clouds} clouds, ${clauses} clauses`, 'as-of: 2026-04-27',
    'parties:', '  maker: { name: Maker }', ...parties.map((id) => `  ${id}: { name: ${id} }`),
    'clouds:', ...ids(clouds, (i) => `  cloud-${i}: { name: Cloud ${i}, operator: operator-${i} }`),
    'products:', ...ids(products, (i) => `  product-${i}: { name: Product ${i}, owner: maker }`),
    'events:', '  launch: { name: Launch, status: pending }', 'facts:', '  cannot-support: { name: The cloud lacks a capability }', 'agreements:',
  ];
  for (let i = 0; i < clauses; i++) {
    const deal = Math.floor(i / 10);
    if (i % 10 === 0) lines.push(
      `  agreement-${deal}:`, `    title: Agreement ${deal}`, `    parties: [maker, ${parties.join(', ')}]`,
      `    effective: 20${15 + deal % 14}-${two(1 + deal % 9)}-${two(10 + deal % 7)}`, `    through: 20${28 + deal % 8}-${two(1 + (deal * 5) % 9)}`, '    clauses:');
    lines.push(
      `      clause-${i}:`, `        type: ${['availability', 'first-availability', 'restriction', 'co-development', 'exclusivity'][i % 5]}`,
      '        by: maker', `        to: operator-${(i * 7) % clouds}`, `        products: [${[...new Set(ids(4, (k) => `product-${(i * 3 + k * 11) % products}`))].join(', ')}]`,
      `        cloud: cloud-${(i * 7) % clouds}`,
      ...(i % 10 === 0 ? ['        unless: cannot-support'] : []), ...(i % 15 === 0 ? ['        until: { event: launch }'] : []),
    );
  }
  return `${lines.join('\n')}\n`;
}

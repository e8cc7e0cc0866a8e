import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, test } from 'node:test';
import { TOOLS } from '../../src/protocol-tool-schemas.js';
import { ANSWER_SIZE, type ToolAnswer, TOOL_NAMES } from '../../src/protocol-tools.js';
import { answerTool, type ToolDesk } from '../../src/render/tool-answers.js';
import type { ToolFile } from '../../src/render/tool-room.js';
import { ToolProblem } from '../../src/service/tool-input.js';
import { analysisOf } from '../service/support.js';
import { drawn } from '../support/drawn.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const outputs = new Map(TOOLS.map(({ name, output }) => [name as string, ajv.compile(output)]));

const small = `entente: 1
title: Small
as-of: 2026-01-01
parties: { a: { name: A }, b: { name: B } }
clouds: { one: { name: One, operator: b }, two: { name: Two } }
products: { p: { name: P, owner: a }, q: { name: Q, owner: a } }
events: { e: { name: E, status: pending } }
facts: { f: { name: F, for: { q: true } } }
readings: { r: { question: What?, choices: { x: X, y: Y } } }
agreements:
  deal:
    parties: [a, b]
    effective: 2025-01-01
    clauses:
      only: { type: exclusivity, by: a, to: b, products: [p], cloud: one, until: { event: e }, when: f }
      there: { type: availability, strength: must, by: a, to: b, products: [p, q], cloud: two, when: { reading: r, is: x } }
`;

/** Products by clouds, with names that are long and that would steer a terminal. */
function large(products: number, clouds: number): string {
  const ids = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const name = JSON.stringify(`\u202e\u001b[31m\n::error::${'long '.repeat(400)}`);
  return `entente: 1\nas-of: 2026-01-01\nparties: { a: { name: A }, b: { name: B } }\n`
    + `products:\n${ids('p', products).map((id) => `  ${id}: { name: ${name}, owner: a }\n`).join('')}clouds:\n${ids('c', clouds).map((id) => `  ${id}: { name: ${name} }\n`).join('')}`
    + `events:\n${ids('e', 12).map((id) => `  ${id}: { name: ${name}, status: pending }\n`).join('')}`
    + `agreements:\n  deal:\n    parties: [a, b]\n    effective: 2025-01-01\n    clauses:\n${ids('k', products).map((id, index) =>
      `      ${id}: { type: exclusivity, by: a, to: b, products: [p${index}], cloud: c0, when: { any: [${ids('e', 12).join(', ')}] } }\n`
      + `      ${id}x: { type: restriction, by: a, to: b, products: [p${index}], clouds: [c0] }\n`).join('')}`;
}

const fileOf = (name: string, text: string): ToolFile => {
  const analysis = analysisOf(text);
  return { name, analysis, findings: analysis.findings };
};
const deskOf = (...files: readonly ToolFile[]): ToolDesk => ({
  shown: (uri) => uri.split('/').at(-1)!,
  file: (path) => {
    const found = files.find(({ name }) => name === path);
    return found ? Promise.resolve(found) : Promise.reject(new ToolProblem('There is no such file.'));
  },
  async *files(many) { yield* files.slice(0, many); },
  total: () => Promise.resolve(files.length),
});

const SMALL = fileOf('small.entente.yaml', small);
const LARGE = fileOf('large.entente.yaml', large(40, 30));
const HALF = fileOf('half.entente.yaml', small.replace('until: { event: e }', 'until: [').replace('title: Small', 'titel: Small'));

const asked = (name: string, file: ToolFile): readonly Record<string, unknown>[] => {
  const { products, clouds } = file.analysis.partnership;
  switch (name) {
    case 'check_entente_agreements': return [{}, { file: file.name }, { file: file.name, severity: 'warning' }];
    case 'get_entente_availability': return [{ file: file.name }, { file: file.name, day: '2027', product: [...products.keys()][0] }];
    case 'explain_entente_cell': return [...products.keys()].slice(0, 2).map((product) => ({ file: file.name, product, cloud: [...clouds.keys()][0] }));
    default: return [{ file: file.name, before_day: '2024-01-01' }, { file: file.name, before_file: SMALL.name }, { file: file.name, before_assumptions: [] }];
  }
};

/** That an answer has the form it promises, is within bounds, and holds nothing that steers a terminal. */
function assertSound(name: string, { text, data }: ToolAnswer, size: number): void {
  const validate = outputs.get(name)!;
  assert.ok(validate(data), JSON.stringify(validate.errors).slice(0, 500));
  assert.ok(text.length <= size, `${text.length} characters in words`);
  // Every list may hold one entry that is over its share.
  assert.ok(JSON.stringify(data).length <= 1.5 * size + 12_000, `${JSON.stringify(data).length} characters of data`);
  assert.doesNotMatch(text + JSON.stringify(data), /[\u0000-\u0008\u001b\u202e]|^::/m);
}

describe('what tools answer', () => {
  for (const name of TOOL_NAMES) {
    for (const file of [SMALL, LARGE, HALF]) {
      test(`${name} on ${file.name} fits its schema and its room`, async () => {
        for (const input of asked(name, file)) {
          for (const size of [ANSWER_SIZE.least, 4_000, ANSWER_SIZE.usual]) assertSound(name, await answerTool(name, input, deskOf(SMALL, LARGE, HALF), size), size);
        }
      });
    }
  }

  test('says what is left out, and what to ask instead', async () => {
    const { text, data } = await answerTool('get_entente_availability', { file: LARGE.name }, deskOf(LARGE), 10_000);
    const cut = data['cut'] as string[];
    const kept = (data['cells'] as unknown[]).length;
    assert.ok(kept < 1200);
    assert.ok(cut.includes(`${1200 - kept} of 1200 cells are left out. Ask for one \`product\` or one \`cloud\`.`), cut.join('\n'));
    assert.ok(text.includes(cut[0]!));
    const narrow = await answerTool('get_entente_availability', { file: LARGE.name, product: 'p3', cloud: 'c4' }, deskOf(LARGE));
    assert.equal((narrow.data['cells'] as unknown[]).length, 1);
  });

  test('names what depends, and assumes it', async () => {
    const open = await answerTool('get_entente_availability', { file: SMALL.name, product: 'p', cloud: 'one' }, deskOf(SMALL));
    assert.match(open.text, /^p on one: unspecified \| exclusive \(depends\)/m);
    assert.match(open.text, /^ {2}exclusive if f=true$/m);
    const closed = await answerTool('get_entente_availability', { file: SMALL.name, product: 'p', cloud: 'one', assumptions: ['f=true'] }, deskOf(SMALL));
    assert.match(closed.text, /^p on one: exclusive; because deal\/only$/m);
  });

  test('says that a file has errors', async () => {
    for (const [name, input] of [['get_entente_availability', { file: HALF.name }], ['compare_entente_agreements', { file: HALF.name, before_file: SMALL.name }]] as const) {
      const { text, data } = await answerTool(name, input, deskOf(SMALL, HALF));
      assert.ok(data['errors'] as number > 0);
      assert.match(text, /errors? in text that could not be read/);
    }
  });

  test('does not check more files than it says', async () => {
    const many = Array.from({ length: 203 }, () => SMALL);
    const { text } = await answerTool('check_entente_agreements', {}, deskOf(...many));
    assert.match(text, /^200 files checked/);
    assert.match(text, /^3 of 203 files are not checked\./m);
  });

  test('the assumptions of the second side are made on the first, unless others are given', async () => {
    const before = async (input: object): Promise<unknown> => ((await answerTool('compare_entente_agreements', { file: SMALL.name, assumptions: ['f=true'], before_day: '2024-06-01', ...input }, deskOf(SMALL))).data['before'] as { assumed: unknown }).assumed;
    assert.deepEqual(await before({}), ['f=true']);
    assert.deepEqual(await before({ before_assumptions: [] }), []);
    assert.deepEqual(await before({ before_assumptions: ['r=y'] }), ['r=y']);
  });

  test('whatever the input, it is an answer or a sentence', async () => {
    const words = fc.constantFrom<unknown>(SMALL.name, 'p', 'q', 'one', 'two', '2026-01-01', '2026-13', 'error', '', 'f=true', 'toString', '__proto__', null, 7, true, [], ['f=true'], ['e=never', 'r=x'], ['=x'], ['f=maybe'], [1], {});
    const keys = fc.constantFrom(...new Set(TOOLS.flatMap(({ input }) => Object.keys(input.properties))), 'constructor', '__proto__', 'other');
    const inputs = fc.oneof(fc.dictionary(keys, words), fc.record({ file: fc.constant(SMALL.name), product: words, cloud: words, day: words, assumptions: words, before_day: words }, { requiredKeys: ['file'] }), words);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...TOOL_NAMES, 'toString'), inputs, async (name, input) => {
      try {
        assertSound(name, await answerTool(name, input, deskOf(SMALL)), ANSWER_SIZE.usual);
      } catch (error) {
        assert.ok(error instanceof ToolProblem, String(error));
        assert.match(error.message, /^[`A-Za-z][^]*[.?]$/);
      }
    }), drawn('tool-inputs', 500));
  });
});

describe('the tools as they are described', () => {
  test('have valid schemas, clear names and descriptions', () => {
    for (const { name, input, output, description, title, summary } of TOOLS) {
      assert.match(name, /^(?:check|get|explain|compare)_entente_[a-z]+$/);
      for (const schema of [input, output]) assert.doesNotThrow(() => new Ajv2020({ strict: true }).compile(schema));
      assert.ok(description.length > 200 && description.length < 1_024, `${name}: ${description.length}`);
      assert.doesNotMatch(summary + title, /[*_`[\]<>\\]/);
      for (const [key, schema] of Object.entries(input.properties)) {
        assert.match(key, /^[a-z]+(?:_[a-z]+)*$/);
        assert.ok((schema.description ?? '').length > 20, `${name}.${key}`);
      }
    }
  });
});

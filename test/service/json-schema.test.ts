import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE_TYPES, clauseShape } from '../../src/clauses/registry.js';
import { FILE_SHAPE } from '../../src/grammar/shapes.js';
import { jsonSchema } from '../../src/service/json-schema.js';

type Json = Record<string, unknown>;
const schema = jsonSchema();
const defs = schema['$defs'] as Record<string, Json>;

test('it is one JSON document whose references all lead somewhere', () => {
  const text = JSON.stringify(schema);
  assert.deepEqual(JSON.parse(text), schema);
  for (const [, name] of text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) assert.ok(defs[name!], name);
});

test('the root has every key of a file and no other', () => {
  assert.deepEqual(Object.keys(schema['properties'] as Json), FILE_SHAPE.fields.map(({ name }) => name));
  assert.deepEqual([schema['required'], schema['additionalProperties']], [['entente'], false]);
});

test('every clause type has its own keys, chosen by `type`', () => {
  const cases = defs['clause']!['allOf'] as readonly { if: { properties: { type: { const: string } } }; then: { $ref: string } }[];
  assert.deepEqual(cases.map((one) => one.if.properties.type.const), CLAUSE_TYPES.map(({ name }) => name));
  for (const [index, { name }] of CLAUSE_TYPES.entries()) {
    const typed = defs[cases[index]!.then.$ref.split('/').pop()!]!;
    assert.deepEqual(Object.keys(typed['properties'] as Json).sort(), clauseShape(name).fields.map((field) => field.name).sort());
    assert.equal(typed['additionalProperties'], false);
  }
});

test('every pattern is a pattern, and tells good values from bad ones', () => {
  const patterns = [...JSON.stringify(schema).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, pattern]) => new RegExp(JSON.parse(pattern!) as string, 'u'));
  assert.ok(patterns.length > 5);
  const date = new RegExp(((defs['date']!['anyOf'] as Json[])[0]!['pattern']) as string, 'u');
  const amount = new RegExp(defs['amount']!['pattern'] as string, 'u');
  for (const good of ['2026', '2026-02', '2026-02-27']) assert.match(good, date);
  for (const bad of ['2026-13', '26', '2026-2', 'soon']) assert.doesNotMatch(bad, date);
  for (const good of ['50 billion USD', 'USD 50B', '$50B', 'up to 50 billion USD', '1,250.5 EUR']) assert.match(good, amount);
  for (const bad of ['', 'much', 'up to']) assert.doesNotMatch(bad, amount);
});

/** One version everywhere, a changelog that has it, and forms for issues that a code host can read. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { STATUS_WORDS } from '../../src/service/phrases.js';
import { ROOT } from '../support/syntax.js';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('the version', () => {
  test('is that of the lock file', () => {
    const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: Readonly<Record<string, { version: string }>> };
    assert.deepEqual([lock.version, lock.packages['']?.version], [version, version]);
  });

  test('is what the integrations install', () => {
    const files = readdirSync(path.join(ROOT, 'integrations'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    const named = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/@entente-lang\/entente@([^\s'"]+)/g)].map(([, found]) => found));
    assert.deepEqual(named, ['action', 'check', 'test', 'format'].map(() => version));
  });

  test('has its entry in the changelog, with or without its day; above it is at most what is not released', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.replace(/ - \d{4}-\d\d-\d\d$/, ''));
    assert.deepEqual(headings.filter((heading) => heading !== 'Unreleased').slice(0, 1), [version]);
    assert.ok(headings.lastIndexOf('Unreleased') <= 0, 'what is not released stands above everything else, once');
  });
});

describe('the forms for issues', () => {
  const FOLDER = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(path.join(ROOT, FOLDER)).filter((file) => file !== 'config.yml').sort();
  interface Element { readonly type: string; readonly id?: string; readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] }; readonly validations?: { readonly required: boolean } }
  interface Form { readonly name: string; readonly description: string; readonly title: string; readonly labels: readonly string[]; readonly body: readonly Element[] }
  const form = (file: string): Form => parse(read(`${FOLDER}/${file}`)) as Form;

  test('are one for a wrong cell, one for a bug, one for a request, and none is blank', () => {
    assert.deepEqual(forms, ['bug.yml', 'request.yml', 'wrong-cell.yml']);
    assert.deepEqual(parse(read(`${FOLDER}/config.yml`)), { blank_issues_enabled: false });
  });

  for (const file of forms) {
    test(`${file} has the parts that the form needs, each once`, () => {
      const { name, description, labels, body } = form(file);
      for (const text of [name, description, ...labels]) assert.match(text, /\S/);
      const asked = body.filter(({ type }) => type !== 'markdown');
      assert.deepEqual(body.filter(({ type }) => !['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'].includes(type)), []);
      assert.deepEqual(body.filter(({ type, attributes }) => (type === 'markdown' ? !attributes.value : !attributes.label)), []);
      assert.equal(new Set(asked.map(({ id }) => id)).size, asked.length);
      for (const { id } of asked) assert.match(id ?? '', /^[a-z][a-z-]*$/);
      for (const { type, attributes: { options = [] } } of asked) assert.ok(type !== 'dropdown' || (options.length > 1 && new Set(options).size === options.length));
      assert.ok(asked.some(({ validations }) => validations?.required));
      assert.doesNotMatch(read(`${FOLDER}/${file}`), /https?:|@\w/, 'no host and no person');
    });
  }

  test('a wrong cell has the statuses that there are', () => {
    for (const { id, attributes } of form('wrong-cell.yml').body) if (id === 'shown' || id === 'expected') assert.deepEqual(attributes.options, Object.keys(STATUS_WORDS));
  });
});

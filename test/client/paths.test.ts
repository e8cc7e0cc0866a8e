import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains, normalisedPath } from '../../src/client/paths.js';

test('a path is resolved, or refused where it can hide a climb', () => {
  assert.equal(normalisedPath('/home/a/./b/../c.yaml'), '/home/a/c.yaml');
  assert.equal(normalisedPath('/home//a/'), '/home/a');
  for (const path of ['a/b', '', '/..', '/home/../../etc', '/home\\..\\..\\etc', '/home/a\0b']) assert.equal(normalisedPath(path), undefined, path);
});

test('only what lies below a folder is inside it', () => {
  assert.ok(contains('/home', '/home/a.yaml'));
  assert.ok(contains('/', '/a.yaml'));
  assert.ok(contains('/C:/home', '/c:/home/a.yaml'));
  for (const path of ['/home', '/homes/a.yaml', '/home/../a.yaml', '/Home/a.yaml']) assert.ok(!contains('/home', path), path);
});

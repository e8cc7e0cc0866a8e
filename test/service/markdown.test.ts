import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, escapeText, ours, plainText } from '../../src/service/markdown.js';

const HOSTILE = [
  '[click](https://evil.example)', '![x](http://evil.example/p.png)', '<script>alert(1)</script>', '<https://evil.example>', '**bold** _it_ ~~no~~',
  '# heading', '- item', '1. item', '2) item', '> quote', '| a | b |', 'www.evil.example', 'mail me@evil.example', '`code`', 'a &lt; b', '\\*', '$x$', '[a]: http://evil.example',
  'https://evil.example', 'ftp://evil.example', '=== x', '+ item',
];

test('user text is shown as it is: no markup, no HTML, no links', () => {
  for (const text of HOSTILE) {
    const markdown = escapeText(text);
    assert.equal(plainText(markdown), text, `shows ${text}`);
    assert.doesNotMatch(markdown, /(?<!\\)[`*_[\]<>|~@$]/, text);
    assert.doesNotMatch(markdown, /[a-z]:\/\//i, `no autolink in ${markdown}`);
    assert.doesNotMatch(markdown, /\bwww\./i, text);
    assert.doesNotMatch(markdown, /^(#|[-+=]|>|\d+[.)])/, `no block in ${markdown}`);
  }
});

test('line breaks, controls and marks that reorder text do not get through', () => {
  assert.equal(escapeText('a\n\n# b\r\nc\u2028d'), 'a # b c d');
  assert.equal(escapeText('safe\u202Etxet\u2066'), 'safetxet');
  assert.equal(code('a\nb'), '`a b`');
});

test('code spans hold any text', () => {
  assert.equal(code('a'), '`a`');
  assert.equal(code('a`b'), '`` a`b ``');
  assert.equal(code('``'), '``` `` ```');
  assert.equal(code(' '), '');
});

test('our own sentences keep their code and their spaces', () => {
  assert.equal(ours('A day, or `{ event: id }`, or [x].'), 'A day, or `{ event: id }`, or \\[x\\].');
});

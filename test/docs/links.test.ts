import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { markdownFiles, page, type Page, ROOT } from './pages.js';

/** Relative targets of links and images outside blocks and code. */
function targets({ prose }: Page): string[] {
  const text = prose.replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)|(?:href|src)="([^"]+)"/g)].map(([, inline, attribute]) => inline ?? attribute ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that code hosts give to headings: small letters, digits, `-` and `_`; a second one of a name gets `-1`. */
function anchors({ prose }: Page): Set<string> {
  const seen = new Map<string, number>();
  return new Set([...prose.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const name = plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  }));
}

const pages = new Map(markdownFiles('.').map((name) => [name, page(name)]));
const resolved = (from: string, target: string): { file: string; anchor: string | undefined } => {
  const [file = '', anchor] = target.split('#');
  return { file: file === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(file)), anchor };
};

describe('links lead to files and headings that are there', () => {
  for (const [name, each] of pages) {
    test(name, () => {
      for (const target of targets(each)) {
        const { file, anchor } = resolved(name, target);
        assert.ok(existsSync(path.join(ROOT, file)), `${target} in ${name}: there is no such file`);
        const other = pages.get(file);
        if (anchor !== undefined && other) assert.ok(anchors(other).has(anchor), `${target} in ${name}: there is no such heading`);
      }
    });
  }
});

test('the table of contents leads to every page, and the first page to it', () => {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const each = pages.get(name) ?? pages.get(path.posix.join(name, 'README.md'));
    if (!each || reached.has(each.name)) return;
    reached.add(each.name);
    for (const target of targets(each)) {
      const { file } = resolved(each.name, target);
      if (file.startsWith('docs/')) visit(file);
    }
  };
  visit('docs/README.md');
  assert.deepEqual([...pages.keys()].filter((name) => name.startsWith('docs/') && !reached.has(name)), []);
  assert.ok(targets(pages.get('README.md') ?? assert.fail()).includes('docs/README.md'));
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = process.cwd();

/** A fenced block: its language, what else stands behind the fence, its text without the indentation of the fence, and the line on which that starts. */
export interface Block { readonly line: number; readonly language: string; readonly info: string; readonly text: string }

/** A table with its header, and the line on which it starts. Cells are trimmed, and a `\|` in them is a `|`. */
export interface Table { readonly line: number; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** `prose` has all lines; those of blocks are empty. */
export interface Page { readonly name: string; readonly blocks: readonly Block[]; readonly tables: readonly Table[]; readonly prose: string }

/** A block that holds a file from its first line to its last. */
export const isWholeFile = ({ language, text }: Block): boolean => language === 'yaml' && /^entente: 1$/m.test(text) && /^(?:parties|import|agreements):/m.test(text);

const LEFT_OUT = new Set(['node_modules', 'dist', 'test-results']);

/** The names of all Markdown files below a folder, relative to the root, with `/` between folders. */
export function markdownFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.github') ? [] : markdownFiles(name);
    return entry.isFile() && name.endsWith('.md') ? [name] : [];
  });
}

const cellsOf = (line: string): string[] => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));

export function page(name: string): Page {
  const lines = readFileSync(path.join(ROOT, name), 'utf8').split('\n');
  const blocks: Block[] = [];
  const tables: Table[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence, language = '', info = ''] = /^( *)(`{3,}|~{3,})\s*(\S*)\s*(.*)$/.exec(lines[at] ?? '') ?? [];
    if (fence !== undefined) {
      const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
      if (end < 0) throw new Error(`${name}:${at + 1}: this block has no end.`);
      const inside = lines.slice(at + 1, end).map((line) => line.replace(new RegExp(`^ {0,${indent.length}}`), ''));
      blocks.push({ line: at + 2, language, info: info.trim(), text: inside.map((line) => `${line}\n`).join('') });
      lines.fill('', at, end + 1);
      at = end;
    } else if (/^\|( *:?-+:? *\|)+$/.test((lines[at + 1] ?? '').trim()) && lines[at]?.startsWith('|')) {
      const end = lines.findIndex((line, index) => index > at && !line.startsWith('|'));
      tables.push({ line: at + 1, header: cellsOf(lines[at] ?? ''), rows: lines.slice(at + 2, end < 0 ? undefined : end).map(cellsOf) });
    }
  }
  return { name, blocks, tables, prose: lines.join('\n') };
}

/** The pages that are written by hand. What stands in the others is held against the generator by `test/structure/generated.test.ts`. */
export const written = ['README.md', ...markdownFiles('docs').filter((name) => !/^docs\/(findings|reference)\//.test(name))].map(page);

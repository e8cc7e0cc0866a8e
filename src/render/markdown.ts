import { plain } from './text.js';

/** Text of a file as Markdown that shows it and does nothing else. */
export const markdownText = (text: string): string =>
  plain(text).replace(/[\\`*_{}[\]<>|~&#]/g, '\\$&').replaceAll('://', '\\://').replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+=]/, '\\$&');

/** A code span; also inside a table. */
export function markdownCode(text: string): string {
  const safe = plain(text).replaceAll('|', '\\|');
  if (safe === '') return '';
  const fence = '`'.repeat(Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return fence.length === 1 ? `\`${safe}\`` : `${fence} ${safe} ${fence}`;
}

/** A table of cells that are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

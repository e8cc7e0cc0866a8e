import { replaceHidden } from '../base/hidden.js';

/** Text of the user as Markdown that shows exactly that text: no markup, no HTML, no links, one line. */
export const escapeText = (text: string): string => escapeStart(escapeInside(oneLine(text).trim()));

/** What is markup anywhere in a line. */
const escapeInside = (text: string): string => text
  .replace(/[\\`*_[\]<>|~&@$]/g, '\\$&')
  .replace(/:(?=\/\/)/g, '\\:')
  .replace(/\bwww(?=\.)/gi, '$&\\');

/** What is markup at the start of a line: headings, lists, rules. */
const escapeStart = (text: string): string => text.replace(/^[-+=#]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');

/** Text of the user as a code span; nothing where there is nothing to show. */
export function code(text: string): string {
  const line = oneLine(text).trim();
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

export const bold = (text: string): string => `**${escapeText(text)}**`;

/** Paragraphs, those that are empty left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join('\n\n');

/** A list with a bold heading, cut after `limit` items; nothing where it has no items. */
export function section(title: string, items: readonly string[], limit = 12): string | undefined {
  if (items.length === 0) return undefined;
  const shown = items.length > limit ? [...items.slice(0, limit), `and ${items.length - limit} more`] : items;
  return `**${title}**\n\n${shown.map((item) => `- ${item}`).join('\n')}`;
}

/** Sentences of our own with `code` in them, as they are written in the language's documentation. */
export const ours = (text: string): string =>
  text.split(/(`[^`]+`)/).map((part) => (part.startsWith('`') && part.length > 2 ? part : escapeInside(oneLine(part)))).join('').trim();

/** The text that the Markdown shows, for clients that show plain text only. */
export function plainText(markdown: string): string {
  const runs = [...markdown.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const last = new Map(runs.map(({ length, index }) => [length, index]));
  const lastBlock = markdown.lastIndexOf('\n```');
  let plain = '';
  let next = 0;
  for (let at = 0; at < markdown.length;) {
    const [mark = ''] = /^(?:\\[!-/:-@[-`{-~]|\*\*|`+)/.exec(markdown.slice(at, at + 80)) ?? [];
    const block = mark === '```' ? /^```\w{0,40}\n/.exec(markdown.slice(at, at + 80))?.[0].length : undefined;
    if (block !== undefined && lastBlock >= at + block - 1) {
      const end = markdown.indexOf('\n```', at + block - 1);
      plain += markdown.slice(at + block, Math.max(at + block, end));
      at = end + 4;
    } else if (mark.startsWith('`') && (last.get(mark.length) ?? -1) > at) {
      while (next < runs.length && (runs[next]!.index <= at || runs[next]!.length !== mark.length)) next += 1;
      const inside = markdown.slice(at + mark.length, runs[next]!.index);
      plain += mark.length > 1 && inside.startsWith(' ') && inside.endsWith(' ') ? inside.slice(1, -1) : inside;
      at = runs[next]!.index + mark.length;
    } else {
      plain += mark === '' ? markdown[at] : mark.startsWith('\\') ? mark[1] : mark === '**' ? '' : mark;
      at += mark === '' ? 1 : mark.length;
    }
  }
  return plain;
}

/** Line breaks and controls become spaces; what is not seen, and marks that reorder text, are dropped. */
const oneLine = (text: string): string => replaceHidden(text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' '), () => '');

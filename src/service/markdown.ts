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
  let plain = '';
  let at = 0;
  for (const { 0: whole, 3: inside, 4: block, index } of markdown.matchAll(/(?<![\\`])(?:(`{1,2}|`{4,})(?!`)( ?)(.*?)\2\1(?!`)|```\w*\n([^]*?)\n```)/g)) {
    plain += unescape(markdown.slice(at, index)) + (inside ?? block ?? '');
    at = index + whole.length;
  }
  return plain + unescape(markdown.slice(at));
}

const unescape = (text: string): string => text.replace(/(?<!\\)\*\*/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Line breaks and controls become spaces; marks that reorder text are dropped. */
const oneLine = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '').replace(/[\0-\x1f\x7f\u2028\u2029]+/g, ' ');

import { characterName, hiddenRuns } from '../base/hidden.js';
import { Remembered } from '../base/remembered.js';
import { contains, type Span } from '../base/span.js';
import { count } from '../base/words.js';
import type { SourceFile } from '../model/types.js';
import { entryOf, type Node } from '../syntax/tree.js';
import type { Fix, Rule } from './rule.js';

export const hiddenCharacter: Rule = {
  code: 'hidden-character',
  severity: 'warning',
  title: 'Character that is not seen',
  rationale:
    'The text holds characters that show nothing, or that change the order in which other characters are shown. What people read is then not what the tools read, and two names that look alike may differ. Joiners in scripts and emoji that need them, and marks of direction beside Hebrew or Arabic letters, are not reported. Remove the characters. Where one is meant, write the text in double quotation marks and the character as an escape, such as `\\u200b`.',
  bad: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: "North\u200bwind Cloud" }
  #                        ^ hidden-character
`,
  },
  good: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: "North\\u200bwind Cloud" }
`,
  },
  *check({ partnership: { file, files } }) {
    const main = files.get(file);
    if (!main || isClean(main)) return;
    const { text } = main;
    // A byte-order mark at the start is none of the text.
    for (const { start, end } of hiddenRuns(text.replace(/^\ufeff/, ' '))) {
      const [first = '', ...more] = text.slice(start, end);
      const other = more.length === 0 ? '' : `, and ${count(more.length, 'more character')} like it`;
      yield { place: { file, start, end }, message: `Something is here that is not seen: ${characterName(first)}${other}. What is shown may differ from what is read.`, related: [] };
    }
  },
  fixes({ place }, { files }): readonly Fix[] {
    const source = files.get(place.file);
    if (!source) return [];
    const hidden = source.text.slice(place.start, place.end);
    const breaks = /^[\u2028\u2029]+$/.test(hidden);
    const remove: Fix = { title: breaks ? 'Change to a space' : 'Remove what is not seen', edits: [{ span: place, text: breaks ? ' ' : '' }], safe: false };
    if (!source.tree.root || !inDoubleQuotes(source.text, source.tree.root, place.start)) return [remove];
    return [remove, { title: 'Write it as an escape', edits: [{ span: place, text: [...hidden].map(escape).join('') }], safe: false }];
  },
};

const CLEAN = new Remembered<boolean>();

/** Whether nothing hidden is in the text. Agreements that stay as they were are not looked through again. */
function isClean({ text, tree: { root } }: SourceFile): boolean {
  const agreements = root && entryOf(root, 'agreements')?.value;
  const blocks = (agreements?.kind === 'map' ? agreements.entries : []).flatMap((entry) => (entry.block ? [{ entry, start: entry.block.offset }] : []));
  const next = root?.entries.find(({ block }) => block && block.offset > (blocks.at(-1)?.start ?? Infinity));
  const end = next?.block?.offset ?? text.length;
  const isFree = (from: number, to: number): boolean => hiddenRuns(text.slice(from, to)).length === 0;
  return isFree(0, blocks[0]?.start ?? text.length) && (blocks.length === 0 || isFree(end, text.length)) &&
    blocks.every(({ entry, start }, index) => CLEAN.of(entry, [], () => isFree(start, blocks[index + 1]?.start ?? end)));
}

function inDoubleQuotes(text: string, node: Node, offset: number): boolean {
  const quoted = (part: Span): boolean => contains(part, offset) && text[part.start] === '"';
  switch (node.kind) {
    case 'scalar': return quoted(node.span);
    case 'seq': return node.items.some((item) => contains(item.span, offset) && inDoubleQuotes(text, item, offset));
    case 'map': return node.entries.some(({ keySpan, value }) => quoted(keySpan) || (contains(value.span, offset) && inDoubleQuotes(text, value, offset)));
  }
}

function escape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

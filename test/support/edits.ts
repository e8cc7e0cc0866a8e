import fc from 'fast-check';

/** Edits as people and programs make them: typing, deleting, pasting, moving lines, half-done merges. */

const PIECES = [
  'a', ' ', '  ', '\n', ':', ': ', ': x', '- ', '#', ' # c', '"', "'", '[', ']', '{', '}', ',', '|', '>', '&a', ' *a', '!', '%', '?', '---\n', '...\n', '\t', '\r\n', '<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n',
  'until: 2027\n', '        until: 2027\n', '      extra: { type: license, by: a, to: b }\n', '  other:\n    parties: [a, b]\n', 'title: twice\n', '    note: |\n      text\n\n', ' "two\n lines"', '\u{1F600}', '\ufeff',
];

export type Edit = { readonly at: number; readonly kind: number; readonly piece: number; readonly size: number };
export const edits = (most: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(fc.record({ at: fc.nat(1_000_000), kind: fc.nat(9), piece: fc.nat(PIECES.length - 1), size: fc.nat(12) }), { minLength: 1, maxLength: most });

/** The text after one edit. */
export function edited(text: string, { at, kind, piece, size }: Edit): string {
  const offset = at % (text.length + 1);
  const inserted = PIECES[piece]!;
  const lines = text.split('\n');
  const line = at % lines.length;
  switch (kind) {
    case 0:
    case 1:
    case 2: return text.slice(0, offset) + inserted + text.slice(offset);
    case 3: return text.slice(0, offset) + text.slice(offset + size);
    case 4: return text.slice(0, offset) + inserted + text.slice(offset + size);
    case 5: return lines.toSpliced(line, 1 + size % 3).join('\n');
    case 6: return lines.toSpliced(line, 0, ...lines.slice(line, line + 1 + size)).join('\n');
    case 7: return lines.with(line, (size % 2 === 0 ? '  ' : ' ') + lines[line]!).join('\n');
    case 8: return lines.with(line, lines[line]!.replace(/^ {1,2}/, '')).join('\n');
    default: return lines.toSpliced(line, 0, inserted.trimEnd()).join('\n');
  }
}

/** Values that are written for others: another date, party, cloud, product, type, an unknown name. */
const VALUES: readonly (readonly [RegExp, (found: string, at: number) => string])[] = [
  [/\b20\d\d\b/, (found, at) => String(Number(found) + (at % 5) - 2)],
  [/\b(?:may|must)\b/, (found) => (found === 'may' ? 'must' : 'may')],
  [/\btype: [a-z-]+/, (_, at) => `type: ${['availability', 'exclusivity', 'restriction', 'license', 'first-availability', 'none'][at % 6]!}`],
  [/\b(?:true|false|unknown)\b/, (_, at) => ['true', 'false', 'unknown'][at % 3]!],
  [/\b(?:pending|never)\b/, (found) => (found === 'never' ? 'pending' : 'never')],
  [/\b[a-z]+(?:-[a-z]+)*\b/, (found, at) => (at % 2 === 0 ? `${found}x` : 'aws')],
];

/** The text with one line changed in meaning, taken out, or put elsewhere. */
export function changedLine(text: string, { at, kind, piece, size }: Edit): string {
  const lines = text.split('\n');
  const line = at % lines.length;
  if (kind === 0) return lines.toSpliced(line, 1).join('\n');
  if (kind === 1) return lines.toSpliced(at % 7 === 0 ? lines.length : line, 0, lines[(at + size) % lines.length]!).join('\n');
  const [pattern, value] = VALUES[piece % VALUES.length]!;
  const order = [...lines.slice(line), ...lines.slice(0, line)];
  const found = order.findIndex((candidate) => pattern.test(candidate));
  if (found < 0) return text;
  const target = (line + found) % lines.length;
  return lines.with(target, lines[target]!.replace(pattern, (match) => value(match, at))).join('\n');
}

import { type Span, span } from './span.js';

/** Runs of characters that are not seen, change the order of others, or steer a terminal: whether one hides something is told by its neighbours. */
const SUSPECTS = /[\p{Default_Ignorable_Code_Point}\x7f-\x84\x86-\x9f\u2028\u2029\u2800\ufff9-\ufffb]+/gu;

/** Scripts whose letters join, or fall apart, by U+200C and U+200D. */
const JOINING = /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nko}\p{scx=Mand}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Bali}\p{scx=Java}]/u;
/** Scripts without spaces between words, where U+200B says that a line may break. */
const UNSPACED = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Bali}\p{scx=Java}]/u;
const RIGHT_TO_LEFT = /[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nko}\p{scx=Adlm}\p{scx=Mand}\p{scx=Rohg}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
/** Characters with more than one shape; a digit has one more on a keycap. */
const VARIES = /[\p{Extended_Pictographic}\p{S}\p{scx=Hani}\p{scx=Mong}\p{scx=Mymr}\p{scx=Phag}]/u;
const JAMO = /[\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
const FLAG = '\u{1f3f4}';
const VARIATION = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]/u;

/**
 * The ranges of a text that hide something, in order. Joiners in scripts that need them and inside an emoji, and marks of
 * direction on a line with letters written from right to left, hide nothing. Control characters below U+0020 are left to
 * the reader of the text: most are no text at all.
 */
export function hiddenRuns(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: run, index } of text.matchAll(SUSPECTS)) {
    const around = { before: characterBefore(text, index), after: characterAt(text, index + run.length), line: () => lineAt(text, index) };
    const from = index + allowedAtStart(run, around);
    const to = index + run.length;
    if (from < to) found.push(span(from, to));
  }
  return found;
}

/** The text with each of its hidden runs replaced. */
export function replaceHidden(text: string, replacement: (run: string) => string): string {
  let done = '';
  let at = 0;
  for (const { start, end } of hiddenRuns(text)) {
    done += text.slice(at, start) + replacement(text.slice(start, end));
    at = end;
  }
  return done + text.slice(at);
}

interface Around { readonly before: string; readonly after: string; readonly line: () => string }

/** How many UTF-16 units at the start of a run hide nothing. What stands behind them in the run has no letter before it. */
function allowedAtStart(run: string, { before, after, line }: Around): number {
  const [one = '', ...more] = run;
  const [two = ''] = more;
  if (before === FLAG && /^[\u{e0020}-\u{e007e}]+\u{e007f}$/u.test(run)) return run.length;
  if (VARIATION.test(one)) {
    if (!VARIES.test(before) && !(/[0-9#*]/.test(before) && after === '\u20e3')) return 0;
    return two === '\u200d' && more.length === 1 && PICTURE.test(after) ? run.length : one.length;
  }
  switch (one) {
    case '\u200c': return JOINING.test(before) ? 1 : 0;
    case '\u200d': return JOINING.test(before) || (more.length === 0 && PICTURE.test(before) && PICTURE.test(after)) ? 1 : 0;
    case '\u200b': return UNSPACED.test(before) && UNSPACED.test(after) ? 1 : 0;
    case '\u200e':
    case '\u200f':
    case '\u061c': return RIGHT_TO_LEFT.test(line()) ? 1 : 0;
    case '\u180e': return /\p{scx=Mong}/u.test(before) ? 1 : 0;
    case '\u115f':
    case '\u1160': return JAMO.test(before) || JAMO.test(after) ? 1 : 0;
    case '\u2800': return /[\u2801-\u28ff]/.test(before + after) ? 1 : 0;
    default: return 0;
  }
}

/** Far enough to see what is written beside a mark, near enough that a long line costs nothing. */
const BESIDE = 200;

function lineAt(text: string, index: number): string {
  const [before = ''] = text.slice(Math.max(0, index - BESIDE), index).split(/[\r\n]/).slice(-1);
  const [after = ''] = text.slice(index, index + BESIDE).split(/[\r\n]/, 1);
  return before + after;
}

const characterAt = (text: string, index: number): string => (index < text.length ? String.fromCodePoint(text.codePointAt(index) ?? 0) : '');

function characterBefore(text: string, index: number): string {
  const last = text.charAt(index - 1);
  return /[\udc00-\udfff]/.test(last) ? characterAt(text, index - 2) : last;
}

const NAMES: Readonly<Partial<Record<string, string>>> = {
  '\u00ad': 'soft hyphen', '\u061c': 'Arabic letter mark', '\u200b': 'zero-width space', '\u200c': 'zero-width non-joiner', '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark', '\u200f': 'right-to-left mark', '\u2028': 'line separator', '\u2029': 'paragraph separator',
  '\u202a': 'left-to-right embedding', '\u202b': 'right-to-left embedding', '\u202c': 'end of embedding', '\u202d': 'left-to-right override', '\u202e': 'right-to-left override',
  '\u2060': 'word joiner', '\u2066': 'left-to-right isolate', '\u2067': 'right-to-left isolate', '\u2068': 'first strong isolate', '\u2069': 'end of isolate',
  '\ufeff': 'byte-order mark',
};

/** `U+202E, right-to-left override`. */
export function characterName(character: string): string {
  const name = NAMES[character] ?? (/[\x7f-\x9f]/.test(character) ? 'control character' : undefined);
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return name === undefined ? code : `${code}, ${name}`;
}

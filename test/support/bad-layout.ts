import fc from 'fast-check';
import { parse } from '../../src/syntax/parse.js';

/** Texts without syntax problems, in every layout that YAML allows: for what must hold however somebody writes. */

type Raw = { scalar: number } | { map: readonly (readonly [number, Raw])[]; style: number } | { seq: readonly Raw[]; style: number };
const { raw } = fc.letrec<{ raw: Raw; leaf: Raw }>((tie) => ({
  leaf: fc.record({ scalar: fc.nat(40) }),
  raw: fc.oneof({ depthSize: 'small', withCrossShrink: true, maxDepth: 4 }, { weight: 2, arbitrary: tie('leaf') },
    { weight: 3, arbitrary: fc.record({ map: fc.array(fc.tuple(fc.nat(11), tie('raw')), { maxLength: 4 }), style: fc.nat(99) }) },
    { weight: 2, arbitrary: fc.record({ seq: fc.array(tie('raw'), { maxLength: 3 }), style: fc.nat(99) }) }),
}));
const KEYS = ['title', 'note', 'by', 'type', 'until', 'parties', 'agreements', 'clauses', 'x', '"quoted key"', 'as-of', 'expect'];
const INLINE = ['word', '2026-03-01', 'two words', '"quoted: # text"', "'it''s'", 'true', '', '!!str 12', '&a anchored', '*a', 'a:b', '-x', '12', '50 billion USD'];

/** Writes a value in a layout that the numbers choose. */
class Writer {
  private at = 0;
  constructor(private readonly choices: readonly number[]) {}

  /** A number below `of`; 0 where no choice is left. */
  private pick(of: number): number {
    const choice = this.choices[this.at % Math.max(1, this.choices.length)] ?? 0;
    this.at += 1;
    return choice % of;
  }
  private spaces(least = 1): string {
    return ' '.repeat(least + [0, 0, 0, 1, 3][this.pick(5)]!);
  }
  private trivia(column: number): string {
    return ['', '', '', '', '\n', '\n\n\n', `${' '.repeat(column)}# above\n`, `${' '.repeat(this.pick(9))}#odd   \n`, `\n${' '.repeat(column)}# section\n\n`, '   \n'][this.pick(10)]!;
  }
  private tail(): string {
    return ['', '', '', '   ', '  # beside', '\t# tab'][this.pick(6)]!;
  }

  file(value: Raw): string {
    const entries: readonly (readonly [number, Raw])[] = 'map' in value ? value.map : [[8, value]];
    return `${['', '', '# head\n\n', '---\n', '--- # start\n'][this.pick(5)]}entente:${this.spaces()}1\n${this.map(entries, 0)}${this.trivia(0)}`;
  }
  private map(entries: readonly (readonly [number, Raw])[], column: number, inLine = false): string {
    const seen = new Set<number>();
    return entries.filter(([key]) => !seen.has(key) && seen.add(key)).map(([key, value], index) =>
      (index === 0 && inLine ? '' : `${this.trivia(column)}${' '.repeat(column)}`) + `${KEYS[key]}:${this.value(value, column, false)}`).join('');
  }
  /** What follows a colon or a dash, with its line break. */
  private value(value: Raw, column: number, dash: boolean): string {
    const deeper = column + [1, 2, 2, 4][this.pick(4)]!;
    if ('scalar' in value) return this.scalar(value.scalar, column);
    const items: readonly unknown[] = 'map' in value ? value.map : value.seq;
    if (items.length === 0 || value.style % 3 === 0) return `${this.spaces()}${this.flow(value, column)}${this.tail()}\n`;
    if (dash && value.style % 3 === 1) {
      const lead = this.spaces();
      const inner = column + 1 + lead.length;
      return lead + ('map' in value ? this.map(value.map, inner, true) : this.seq(value.seq, inner, true));
    }
    if ('map' in value) return `${this.tail()}\n${this.map(value.map, deeper)}`;
    return `${this.tail()}\n${this.seq(value.seq, dash || value.style % 2 === 0 ? deeper : column)}`;
  }
  private seq(items: readonly Raw[], column: number, inLine = false): string {
    return items.map((item, index) => `${index === 0 && inLine ? '' : `${this.trivia(column)}${' '.repeat(column)}`}-${this.value(item, column, true)}`).join('');
  }
  private scalar(which: number, column: number): string {
    const inner = ' '.repeat(column + 1 + this.pick(4));
    switch (which) {
      case 20: return `${this.spaces()}|${this.tail()}\n${inner}literal  \n\n${inner}  # no comment\n`;
      case 21: return `${this.spaces()}>-\n${inner}folded\n${inner}text\n\n\n`;
      case 22: return `${this.spaces()}|+\n${inner}kept\n\n\n`;
      case 23: return `${this.spaces()}plain  \n${inner}on lines\n\n${inner}and lines\n`;
      case 24: return `${this.spaces()}"quoted \\\n${inner}on \\"lines\\"  \n\n${inner}\\  x"\n`;
      case 25: return `\n${inner}below${this.tail()}\n`;
      case 26: return `${this.spaces()}'single\n${inner}''lines'${this.tail()}\n`;
      case 27: return `${this.spaces()}>2\n${' '.repeat(column + 2)}  more\n${' '.repeat(column + 2)}text\n`;
      default: {
        const word = INLINE[which % INLINE.length]!;
        return `${word === '' ? '' : this.spaces()}${word}${this.tail()}\n`;
      }
    }
  }
  private flow(value: Raw, column: number): string {
    if ('scalar' in value) return INLINE[value.scalar % INLINE.length] || '~';
    const gap = (): string => ['', '', ' ', '  ', `\n${' '.repeat(column + 1 + this.pick(6))}`, ` # inside\n${' '.repeat(column + 3)}`][this.pick(6)]!;
    const comma = (): string => `${['', '', ' '][this.pick(3)]},${gap() || ' '}`;
    if ('seq' in value) return `[${gap()}${value.seq.map((item) => this.flow(item, column)).join(comma())}${gap()}]`;
    const seen = new Set<number>();
    const entries = value.map.filter(([key]) => !seen.has(key) && seen.add(key));
    return `{${gap()}${entries.map(([key, item]) => `${KEYS[key]}:${this.spaces()}${this.flow(item, column)}`).join(comma())}${gap()}}`;
  }
}

export const badLayout = fc.tuple(fc.record({ map: fc.array(fc.tuple(fc.nat(11), raw), { minLength: 1, maxLength: 4 }), style: fc.nat(99) }), fc.array(fc.nat(999), { minLength: 1, maxLength: 80 }), fc.boolean())
  .map(([value, choices, crlf]) => new Writer(choices).file(value).replace(/\n/g, crlf ? '\r\n' : '\n'))
  .filter((text) => parse(text).problems.length === 0);


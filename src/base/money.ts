import { CURRENCIES } from './currencies.js';

/** An exact decimal: `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** An amount of money as written (language, section 1, Values). */
export interface Amount {
  readonly text: string;
  readonly value: Decimal;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Written with `up to`: a ceiling, not a fixed sum. */
  readonly ceiling: boolean;
}

export type AmountProblem = 'amount' | 'currency';

const MULTIPLIERS: Readonly<Record<string, number>> = {
  '': 0, k: 3, thousand: 3, m: 6, mn: 6, million: 6, b: 9, bn: 9, billion: 9, t: 12, tn: 12, trillion: 12,
};
const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };

/** The words for powers of ten, in small letters; any case is read. */
export const SCALES: readonly string[] = Object.keys(MULTIPLIERS).filter((word) => word !== '');

export const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.(\d{1,12}))?`;
const SCALE = String.raw`(?: *([A-Za-z]+))?`;
export const SUFFIXED = new RegExp(`^${NUMBER}${SCALE} +([A-Za-z]{3})$`);
export const PREFIXED = new RegExp(`^(?:([A-Za-z]{3}) +|([$€£¥₹]) *)${NUMBER}${SCALE}$`);

/** Parses `50 billion USD`, `USD 50B`, `$50B`, each optionally after `up to`; else says which part is wrong. */
export function parseAmount(text: string): Amount | AmountProblem {
  const ceiling = /^up to +/i.test(text);
  const body = text.replace(/^up to +/i, '').trim();
  const suffixed = SUFFIXED.exec(body);
  const prefixed = suffixed ? null : PREFIXED.exec(body);
  const parts = suffixed
    ? { whole: suffixed[1], fraction: suffixed[2], scale: suffixed[3], currency: suffixed[4] }
    : prefixed
      ? { whole: prefixed[3], fraction: prefixed[4], scale: prefixed[5], currency: prefixed[1] ?? SYMBOLS[prefixed[2] ?? ''] }
      : undefined;
  if (!parts) return 'amount';
  const scaleWord = (parts.scale ?? '').toLowerCase();
  const power = Object.hasOwn(MULTIPLIERS, scaleWord) ? MULTIPLIERS[scaleWord] : undefined;
  if (power === undefined) return 'amount';
  const currency = (parts.currency ?? '').toUpperCase();
  if (!CURRENCIES.has(currency)) return 'currency';
  const fraction = parts.fraction ?? '';
  const digits = BigInt((parts.whole ?? '').replaceAll(',', '') + fraction);
  const scale = fraction.length - power;
  const value = scale > 0 ? { units: digits, scale } : { units: digits * 10n ** BigInt(-scale), scale: 0 };
  return { text, value, currency, ceiling };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

/** Negative, zero or positive, as `a` is smaller than, equal to or larger than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale) - rescale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const rescale = (value: Decimal, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale);

const NAMED: readonly (readonly [number, string])[] = [[12, 'trillion'], [9, 'billion'], [6, 'million']];

/** `50 billion USD`, `1.25 million EUR`, `300 USD`: exact, with a word where the number allows it. */
export function formatMoney(value: Decimal, currency: string): string {
  for (const [power, word] of NAMED) {
    const unit = 10n ** BigInt(power + value.scale);
    if (value.units >= unit) return `${formatDecimal({ units: value.units, scale: value.scale + power })} ${word} ${currency}`;
  }
  return `${formatDecimal(value)} ${currency}`;
}

/** Plain digits with a point: `1250000.5`. */
export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const digits = units.toString().padStart(scale + 1, '0');
  const fraction = withoutZeros(digits.slice(-scale));
  return digits.slice(0, -scale) + (fraction ? `.${fraction}` : '');
}

/** Decimal places without the zeros at their end. */
export function withoutZeros(places: string): string {
  let end = places.length;
  while (places[end - 1] === '0') end -= 1;
  return places.slice(0, end);
}

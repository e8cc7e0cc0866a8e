import { CURRENCIES } from '../base/currencies.js';
import type { ValueType } from '../grammar/types.js';
import type { Partnership } from '../model/types.js';
import type { Candidate } from './completion-values.js';

/** Named before those that the file itself does not use. */
const COMMON = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CNY', 'INR'];
const SCALES = ['billion', 'million', 'thousand', 'trillion'];
const UNITS = ['months', 'years', 'weeks', 'days'];

const words = (labels: readonly string[], doc: string): readonly Candidate[] => labels.map((label) => ({ label, kind: 'enum', detail: '', doc }));

/** The next word of a value of several words: the scale and currency of an amount, the unit of a duration. */
export function continued(type: ValueType, before: string, partnership: Partnership): readonly Candidate[] {
  if (type.kind === 'lead') return /^\d+ +$/.test(before) ? words(UNITS, 'A unit of time.') : [];
  if (type.kind !== 'amount') return [];
  const after = before.replace(/^up to +/i, '');
  if (/^[\d,]+(?:\.\d+)? +$/.test(after)) return [...words(SCALES, 'A scale; the currency comes after it.'), ...currencies(partnership)];
  return /^[\d,]+(?:\.\d+)? *[A-Za-z]+ +$/.test(after) ? currencies(partnership) : [];
}

function currencies({ literals }: Partnership): readonly Candidate[] {
  const used = literals.flatMap((literal) => (literal.kind === 'amount' ? [literal.amount.currency] : []));
  const first = [...new Set([...used, ...COMMON])];
  return words([...first, ...[...CURRENCIES].filter((code) => !first.includes(code))], 'A currency of ISO 4217.');
}

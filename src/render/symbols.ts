import { replaceHidden } from '../base/hidden.js';
import type { CellView, StatusName } from '../protocol.js';

/** A sign for each status, so that none is told apart by colour alone. */
export const SYMBOLS: Readonly<Record<StatusName, string>> = {
  conflict: '✗', barred: '⊘', exclusive: '★', first: '①', 'after-first': '②', available: '✓', unspecified: '·', undecided: '?',
};

/** `conflict | barred`: the possible statuses, the baseline's first. */
export const statusText = ({ status, possible }: CellView): string => (possible.length > 1 ? possible.map((one) => one.status).join(' | ') : status);

/** `a = true, b = never`; empty for no assumptions. */
export const assumedText = (assumed: Readonly<Record<string, string | boolean>>): string =>
  Object.entries(assumed).map(([name, value]) => `${name} = ${String(value)}`).join(', ');

/** The line under every rendering: what day, what knowledge, what assumptions. */
export function caption({ at, asOf, assumed }: { at: string; asOf: string; assumed: Readonly<Record<string, string | boolean>> }): string {
  const given = assumedText(assumed);
  return `On ${at}, with what is known as of ${asOf}${given === '' ? '' : `, assuming ${given}`}.`;
}

/** Controls that could steer a terminal, and what no XML may hold. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\p{Cs}]/gu;

const spelled = (characters: string): string => [...characters].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');

/** Characters that could steer a terminal, are not seen or turn text around are written out. Line breaks stay. */
export const visible = (text: string): string => replaceHidden(text, spelled).replace(CONTROLS, spelled);

/** Like `visible`, and on one line: where a line break would start a row, or a command of a pipeline's runner. */
export const oneLine = (text: string): string => visible(text.replace(/\s+/g, (space) => (/[\r\n\t]/.test(space) ? ' ' : space))).replace(/^(?=\s*(?:::|##\[))/, '\\');

/** Text of an object for programs. Whatever a terminal could act on is escaped, which changes no value. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(/[\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, (character) => character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));

export const escapeXml = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What the view says, in the language of the editor: the page brings the translations along, by the English texts. */
import { filled, type Words } from '../protocol-words.js';

/** None outside a page, and none where the editor has none. */
const { l10n: given = '{}' } = globalThis.document?.getElementById('app')?.dataset ?? {};
const translated = JSON.parse(given) as Readonly<Record<string, string>>;

export const t: Words['t'] = (text, ...values) => filled(translated[text] ?? text, ...values);

/** How days and numbers are written. */
export const LOCALE = given === '{}' ? 'en-GB' : document.documentElement.lang;

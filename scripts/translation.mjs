// What can be translated: the texts of the manifest, by their keys, and those of the client and of the views, by the English ones.
import { getL10nJson } from '@vscode/l10n-dev';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TOOL_LABELS } from '../.build/src/protocol-tools.js';
import { RULES } from '../.build/src/rules/registry.js';

const KEY = /^%([^%\s]+)%$/;

/** Texts of the manifest that records of the language hold. */
const recorded = () => ({
  ...Object.fromEntries([...RULES].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, title, severity }) => [`setting.severity.${code}`, `${title}. Without this setting: ${severity}.`])),
  ...Object.fromEntries(TOOL_LABELS.flatMap(({ reference, title, summary }) => [[`tool.${reference}`, title], [`tool.${reference}.description`, summary]])),
});

/** Keys that a value of the manifest names, anywhere in it. */
const keysIn = (value) => (typeof value === 'string' ? [KEY.exec(value)?.[1]].filter(Boolean) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : []);

/** The texts of the manifest: those that are there by hand, as far as the manifest names them, and those of the records. */
export function manifestTexts(root, manifest) {
  const named = new Set(keysIn(manifest));
  const byHand = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'));
  const texts = { ...byHand, ...recorded() };
  return Object.fromEntries(Object.entries(texts).filter(([key]) => named.has(key)));
}

/** A value of the manifest with texts in place of keys. */
export function withTexts(value, texts) {
  if (typeof value === 'string') return texts[KEY.exec(value)?.[1]] ?? value;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, texts));
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, texts)])) : value;
}

/** Every text that stands in `l10n.t('…')` in the client, in the views, and in the words that they share with the server. */
export async function translatable(root) {
  const folders = ['src/client', 'src/webview'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`));
  const files = ['src/protocol-words.ts', ...folders].filter((file) => /\.tsx?$/.test(file)).map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    // The exporter knows `l10n` by its import: from the editor, or from the package that ours stands in for.
    const known = /\bl10n\b[^;]*\} from 'vscode'/.test(text) ? text : `import * as l10n from '@vscode/l10n';\n${text.replace(/^import \* as l10n from .*$/m, '')}`;
    return { extension: path.extname(file), contents: known };
  });
  const found = await getL10nJson(files);
  const named = Object.fromEntries(TOOL_LABELS.flatMap(({ title, summary, progress }) => [title, summary, progress]).map((text) => [text, text]));
  return Object.fromEntries(Object.entries({ ...found, ...named }).sort(([a], [b]) => (a < b ? -1 : 1)));
}

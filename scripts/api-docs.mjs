// The page about the library, from the types that are packed: a heading, the docstring and the declaration of each export.

/** Top-level declarations as the compiler writes them: perhaps a docstring, then one line, or lines up to a brace in the first column. */
const DECLARATION = /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\n)?(export (?:declare )?(function|interface|type) (\w+)(?:[^\n]*\{\n[^]*?^\}|[^\n]*;))\n/gmy;

function declarations(text) {
  const found = [];
  DECLARATION.lastIndex = 0;
  for (let at = 0; at < text.length; at = DECLARATION.lastIndex) {
    const match = DECLARATION.exec(text);
    if (!match) throw new Error(`What is declared here cannot be read: ${text.slice(at, at + 80)}`);
    const [, doc = '', code, kind, name] = match;
    found.push({ doc: prose(doc), code, kind, name });
  }
  return found;
}

const prose = (doc) => doc.split('\n').map((line) => line.replace(/^ ?\* ?/, '').trimEnd()).join('\n').trim();

const section = ({ doc, code, kind, name }) => `## ${name}${kind === 'function' ? '()' : ''}

${doc === '' ? '' : `${doc}\n\n`}\`\`\`ts
${code.replaceAll('    ', '  ').replace('export declare ', '').replace('export ', '')}
\`\`\`
`;

export function apiPage(types, note) {
  const all = declarations(types);
  const functions = all.filter(({ kind }) => kind === 'function');
  return `${note}
# The library

\`import { ${functions.map(({ name }) => name).join(', ')} } from '@entente-lang/entente'\`. [library.md](../library.md) shows how.

${[...functions, ...all.filter(({ kind }) => kind !== 'function')].map(section).join('\n')}`;
}

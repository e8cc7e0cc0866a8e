// The floor of those that read the whole text: a language server that parses it again after each edit, and that is all.
import { parseDocument } from 'yaml';
import { serve } from './serve.mjs';

serve((text) => parseDocument(text).errors.map(({ message, pos: [offset] }) => ({ message, range: { start: { line: 0, character: offset }, end: { line: 0, character: offset } } })));

// The types of the library as one text: those of `src/library/index.ts`, which names nothing outside itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export function libraryTypes() {
  const { status, stdout, error } = spawnSync(process.execPath, [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'src/library'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The types of the library could not be made: ${error?.message ?? stdout}`);
  const text = readFileSync(path.join(root, '.build', 'types', 'src', 'library', 'index.d.ts'), 'utf8');
  if (/^\s*(?:import|export \*|export \{)|\bimport\(|\/\/\/ </m.test(text)) throw new Error('The types of src/library/index.ts name something outside that file.');
  return text;
}

// The npm package: the command line, the server and the library in a folder of their own, with a manifest of their own, and
// packed. The manifest of the repository is the extension's. It needs no other package: all that it uses is bundled.
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem, root, run } from './host/run.mjs';
import { libraryTypes } from './library-types.mjs';

const NAME = '@entente-lang/entente';
const STAGE = join(root, 'dist', 'npm', 'package');
/** Files and folders as they are in the repository; what they say of each other by path stays true. */
const COPIED = [
  'LICENSE', 'CHANGELOG.md', 'dist/cli', 'dist/library', 'schema/entente.schema.json', 'docs/findings', 'docs/reference', 'docs/cli.md', 'docs/language.md', 'docs/concepts.md', 'docs/limits.md', 'docs/questions.md', 'docs/editors.md', 'docs/assistants.md',
];
const SERVER = 'dist/server/node.js';

const manifestOf = ({ version, license, engines, keywords }) => ({
  name: NAME, version, type: 'commonjs',
  description: 'Partnership agreements as text: findings, the availability matrix of a day, and why. Command line, language server and library.',
  keywords: [...keywords, 'cli', 'language-server'], license, engines: { node: engines.node },
  bin: { entente: 'dist/cli/entente.js', 'entente-language-server': SERVER },
  main: './dist/library/index.cjs', module: './dist/library/index.mjs', types: './dist/library/index.d.cts',
  exports: {
    '.': {
      import: { types: './dist/library/index.d.mts', default: './dist/library/index.mjs' },
      require: { types: './dist/library/index.d.cts', default: './dist/library/index.cjs' },
    },
    './schema.json': './schema/entente.schema.json',
    './package.json': './package.json',
  },
  sideEffects: false,
});

export async function packNpm(to) {
  await rm(STAGE, { recursive: true, force: true });
  await mkdir(join(STAGE, 'dist'), { recursive: true });
  for (const path of COPIED) await cp(join(root, path), join(STAGE, path), { recursive: true });
  const types = libraryTypes();
  for (const ending of ['mts', 'cts']) await writeFile(join(STAGE, 'dist', 'library', `index.d.${ending}`), types);
  await cp(join(root, dirname(SERVER)), join(STAGE, dirname(SERVER)), { recursive: true, filter: (path) => !path.endsWith('web.js') });
  await writeFile(join(STAGE, SERVER), `#!/usr/bin/env node\n${await readFile(join(root, SERVER), 'utf8')}`);
  await chmod(join(STAGE, SERVER), 0o755);
  for (const file of ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']) await cp(join(root, 'dist', 'npm', file), join(STAGE, 'dist', file));
  // The page of the docs, one folder up.
  await writeFile(join(STAGE, 'README.md'), (await readFile(join(root, 'docs', 'library.md'), 'utf8')).replaceAll(/\]\((?=[\w-]+[./])/g, '](docs/'));
  await writeFile(join(STAGE, 'package.json'), `${JSON.stringify(manifestOf(JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))), null, 2)}\n`);
  const { code, output } = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', dirname(to)], { cwd: STAGE, shell: process.platform === 'win32' });
  const packed = /\S+\.tgz/.exec(output)?.[0];
  if (code !== 0 || packed === undefined) throw new Problem(`The npm package could not be packed:\n${output}`);
  await rename(join(dirname(to), packed), to);
}

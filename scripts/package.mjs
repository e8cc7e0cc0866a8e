// `npm run package`: the extension as dist/entente.vsix and the npm package as dist/entente.tgz, or both in another folder.
// The same sources give the same bytes: files in order, one time stamp. `--base URL` is where the repository's files can be
// seen: the pictures and links of the README lead there, as a gallery wants it.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, root, run, runMain } from './host/run.mjs';
import { packNpm } from './package-npm.mjs';

/** The earliest time that a zip file can hold. */
const TIME = Date.UTC(1980, 0, 1) / 1000;

await runMain(async () => {
  const { values: { base }, positionals: [to] } = parseArgs({ options: { base: { type: 'string' } }, allowPositionals: true });
  const folder = resolve(to ?? join(root, 'dist'));
  const links = base === undefined ? ['--no-rewrite-relative-links'] : ['--baseContentUrl', base, '--baseImagesUrl', base];
  await mkdir(folder, { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // Builds what both are made of.
  const { code } = await run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', ...links, '-o', join(folder, 'entente.vsix')], {
    cwd: root, env: { ...process.env, SOURCE_DATE_EPOCH: String(TIME), TZ: 'UTC' }, onOutput: (text) => process.stdout.write(text),
  });
  if (code !== 0) throw new Problem('The extension could not be packed; see above.');
  await packNpm(join(folder, 'entente.tgz'));
});

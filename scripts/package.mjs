// `npm run package`: the extension as dist/entente.vsix. The same sources give the same bytes: files in order, one time stamp.
import { join } from 'node:path';
import { Problem, root, run, runMain } from './host/run.mjs';

/** The earliest time that a zip file can hold. */
const TIME = Date.UTC(1980, 0, 1) / 1000;

await runMain(async () => {
  const [to = join('dist', 'entente.vsix')] = process.argv.slice(2);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { code } = await run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '-o', to], {
    cwd: root, env: { ...process.env, SOURCE_DATE_EPOCH: String(TIME), TZ: 'UTC' }, onOutput: (text) => process.stdout.write(text),
  });
  if (code !== 0) throw new Problem('The extension could not be packed; see above.');
});

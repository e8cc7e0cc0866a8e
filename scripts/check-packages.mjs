// The packed extension must stay small, and hold no packages as such. It names the licence of everything in it. Packed again
// from the same sources, extension and npm package have the same bytes.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, root, run, runMain } from './host/run.mjs';

const LIMIT = 1_000_000;

await runMain(async () => {
  const packed = await readFile(join(root, 'dist', 'entente.vsix'));
  const size = packed.length;
  if (size >= LIMIT) throw new Problem(`The VSIX has ${size} bytes; the limit is ${LIMIT}.`);
  // A zip file has the names of its files in clear.
  for (const file of ['client/node.js', 'cli/entente.js', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']) if (!packed.includes(`extension/dist/${file}`)) throw new Problem(`The VSIX has no dist/${file}.`);
  for (const folder of ['extension/dist/cli/lsp', 'extension/dist/cli/mcp', 'extension/dist/library/', 'extension/dist/npm/', 'extension/node_modules/']) if (packed.includes(folder)) throw new Problem(`The VSIX holds ${folder}.`);
  const again = join(root, 'dist', 'again');
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'package.mjs'), again], { cwd: root });
  if (code !== 0) throw new Problem(`They could not be packed a second time:\n${output}`);
  for (const file of ['entente.vsix', 'entente.tgz']) {
    const [once, twice] = await Promise.all([join(root, 'dist', file), join(again, file)].map((path) => readFile(path)));
    if (!once.equals(twice)) throw new Problem(`Packed twice from the same sources, ${file} differs.`);
  }
  await rm(again, { recursive: true });
  console.log(`The VSIX has ${size} bytes, under the limit of ${LIMIT}. It and the npm package have the same bytes when they are packed again.`);
});

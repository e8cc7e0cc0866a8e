// The packed extension must stay small, and hold neither the command line nor the packages that only that needs. It names
// the licence of everything in it, and packed again from the same sources it has the same bytes.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, root, run, runMain } from './host/run.mjs';

const LIMIT = 1_000_000;

await runMain(async () => {
  const packed = await readFile(join(root, 'dist', 'entente.vsix'));
  const size = packed.length;
  if (size >= LIMIT) throw new Problem(`The VSIX has ${size} bytes; the limit is ${LIMIT}.`);
  // A zip file has the names of its files in clear.
  for (const file of ['client/node.js', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json']) if (!packed.includes(`extension/dist/${file}`)) throw new Problem(`The VSIX has no dist/${file}.`);
  for (const folder of ['extension/dist/cli/', 'extension/node_modules/']) if (packed.includes(folder)) throw new Problem(`The VSIX holds ${folder}.`);
  const again = join(root, 'dist', 'again.vsix');
  const { code } = await run(process.execPath, [join(root, 'scripts', 'package.mjs'), again], { cwd: root });
  if (code !== 0) throw new Problem('The VSIX could not be packed a second time.');
  const same = packed.equals(await readFile(again));
  await rm(again);
  if (!same) throw new Problem('Packed twice from the same sources, the VSIX differs.');
  console.log(`The VSIX has ${size} bytes, under the limit of ${LIMIT}.`);
});

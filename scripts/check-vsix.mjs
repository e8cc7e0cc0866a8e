// The packed extension must stay small, and hold neither the command line nor the packages that only that needs.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, root, runMain } from './host/run.mjs';

const LIMIT = 1_000_000;

await runMain(async () => {
  const packed = await readFile(join(root, 'dist', 'entente.vsix'));
  const size = packed.length;
  if (size >= LIMIT) throw new Problem(`The VSIX has ${size} bytes; the limit is ${LIMIT}.`);
  // A zip file has the names of its files in clear.
  if (!packed.includes('extension/dist/client/node.js')) throw new Problem('The VSIX has no dist/client/node.js.');
  for (const folder of ['extension/dist/cli/', 'extension/node_modules/']) if (packed.includes(folder)) throw new Problem(`The VSIX holds ${folder}.`);
  console.log(`The VSIX has ${size} bytes, under the limit of ${LIMIT}.`);
});

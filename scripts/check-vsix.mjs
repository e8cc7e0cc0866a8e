// The packed extension must stay small, and hold what it needs.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, root, runMain } from './host/run.mjs';

const LIMIT = 1_000_000;

await runMain(async () => {
  const { size } = await stat(join(root, 'dist', 'entente.vsix'));
  if (size >= LIMIT) throw new Problem(`The VSIX has ${size} bytes; the limit is ${LIMIT}.`);
  console.log(`The VSIX has ${size} bytes, under the limit of ${LIMIT}.`);
});

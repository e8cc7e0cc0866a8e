import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { entente } from './run.js';

test('format writes what changes, says so, and leaves broken files alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const at = (name: string) => path.join(folder, `${name}.entente.yaml`);
  const untidy = '\uFEFFentente:   1\r\nparties:\r\n    a:   {}\r\n';
  const broken = 'entente:   1\nparties: [\n';
  await writeFile(at('untidy'), untidy);
  await writeFile(at('tidy'), 'entente: 1\n');
  await writeFile(at('broken'), broken);
  await writeFile(at('latin'), Buffer.from([0x65, 0xff, 0xfe]));

  const check = await entente(['format', at('untidy'), at('tidy'), '--check']);
  assert.deepEqual([check.status, check.out, check.err], [1, `${at('untidy')}\n`, '2 files, 1 to be put in order.\n']);
  assert.equal(await readFile(at('untidy'), 'utf8'), untidy);

  const all = await entente(['format', folder]);
  assert.equal(all.status, 2, 'one file is no UTF-8');
  assert.match(all.err, /latin\.entente\.yaml` is not UTF-8 text\./);
  assert.match(all.err, /broken\.entente\.yaml` cannot be read as YAML, so it is left as it is\./);
  assert.equal(await readFile(at('untidy'), 'utf8'), '\uFEFFentente: 1\r\nparties:\r\n  a: {}\r\n');
  assert.equal(await readFile(at('broken'), 'utf8'), broken);
  assert.equal((await entente(['format', at('untidy'), at('tidy'), '--check'])).status, 0);
  assert.equal((await entente(['format', at('broken')])).status, 1);
  assert.match((await entente(['format', folder, '--key-order', 'mine'])).err, /--key-order takes keep or canonical/);

  await writeFile(at('tidy'), 'title: T\nentente: 1\n');
  await entente(['format', at('tidy'), '--key-order', 'canonical']);
  assert.equal(await readFile(at('tidy'), 'utf8'), 'entente: 1\ntitle: T\n');
});

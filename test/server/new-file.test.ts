import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { isAgreementTypesView, isNewFileResult } from '../../src/protocol-guards.js';
import type { AgreementTypesView, NewFileResult } from '../../src/protocol.js';
import { entente } from '../cli/run.js';
import { Client } from './client.js';

const ANSWERS = { parties: ['Quarry Software', 'Harbor: Hosting'], clouds: ['North', 'South'], products: ['Ledger'], day: '2026-03-01' };
const flags = [...ANSWERS.parties.flatMap((name) => ['--party', name]), ...ANSWERS.clouds.flatMap((name) => ['--cloud', name]), '--product', 'Ledger', '--as-of', ANSWERS.day];

test('the command line writes what the editor opens, never over another file, and it has no findings', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-new-'));
  const client = new Client();
  after(async () => {
    client.kill();
    await rm(folder, { recursive: true });
  });
  await client.initialize();
  const { types, ...view } = await client.request<AgreementTypesView>('entente/agreementTypes', {});
  assert.ok(isAgreementTypesView({ types, ...view }));
  for (const { name: type } of types) {
    const file = path.join(folder, `${type}.entente.yaml`);
    const { status, err } = await entente(['new', file, ...flags, '--type', type]);
    assert.deepEqual([status, err], [0, '']);
    const made = await client.request<NewFileResult>('entente/newFile', { ...ANSWERS, type });
    assert.ok(isNewFileResult(made));
    assert.equal(await readFile(file, 'utf8'), made.text);
  }
  assert.equal((await entente(['check', folder, '--max-warnings', '0'])).out, '');

  const there = path.join(folder, 'there.entente.yaml');
  await writeFile(there, 'mine');
  const { status, err } = await entente(['new', there, ...flags]);
  assert.equal(status, 2);
  assert.match(err, /is there already; nothing was written\./);
  assert.equal(await readFile(there, 'utf8'), 'mine');
  await assert.rejects(client.request('entente/newFile', { ...ANSWERS, type: 'exclusivity', parties: ['one'] }), /Name two parties/);
  await assert.rejects(client.request('entente/newFile', { ...ANSWERS, type: 'exclusivity', parties: 'one' }), /`parties` must be a list of texts/);
  await assert.rejects(client.request('entente/newFile', { ...ANSWERS, type: 'exclusivity', day: 'soon' }), /`day` must be a day/);
});

test('wrong usage is one sentence and status 2', async () => {
  for (const args of [['new'], ['new', 'notes.txt', ...flags], ['new', 'no/such/folder/a.entente.yaml', ...flags], ['new', 'a.entente.yaml'], ['new', 'a.entente.yaml', ...flags, '--type', 'friendship'], ['new', 'a.entente.yaml', ...flags, '--as-of', 'soon']]) {
    const { status, out, err } = await entente(args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.notEqual(err, '');
  }
});

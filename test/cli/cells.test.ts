import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entente, fixture } from './run.js';

const WORKED = fixture('worked-example');
interface Row { product: string; cloud: string; from: string | null; to: string | null; status: string; certain: boolean; possible: { status: string; when: object[] }[]; because: string[]; marks: string[] }

test('cells: the lines of a cell cover every day once, and say what the matrix says', async () => {
  const { status, out } = await entente(['cells', WORKED]);
  assert.equal(status, 0);
  const rows = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Row);
  const cells = new Map<string, Row[]>();
  for (const row of rows) cells.set(`${row.product} ${row.cloud}`, [...(cells.get(`${row.product} ${row.cloud}`) ?? []), row]);
  assert.equal(cells.size, 12);
  for (const runs of cells.values()) {
    assert.equal(runs[0]!.from, null);
    assert.equal(runs.at(-1)!.to, null);
    runs.slice(1).forEach(({ from }, index) => assert.equal(from, runs[index]!.to));
  }
  const view = JSON.parse((await entente(['matrix', WORKED, '--at', '2026-05-01', '--format', 'json'])).out) as { cells: Row[] };
  for (const cell of view.cells) {
    const run = rows.find(({ product, cloud, from, to }) => product === cell.product && cloud === cell.cloud && (from ?? '') <= '2026-05-01' && '2026-05-01' < (to ?? '9999'));
    const { status: shown, certain, possible, because, marks } = run!;
    assert.deepEqual({ status: shown, certain, possible, because, marks }, { status: cell.status, certain: cell.certain, possible: cell.possible, because: cell.because, marks: cell.marks });
  }
});

test('cells: the same as lines for a spreadsheet, under assumptions', async () => {
  const { out } = await entente(['cells', WORKED, '--format', 'csv', '--assume', 'first-means=among-first']);
  const lines = out.trimEnd().split('\r\n');
  assert.equal(lines[0], 'file,product,cloud,from,to,status,certain,possible,because,marks');
  assert.ok(lines.some((line) => /,models,aws,2026-04-27,2033-01-01,available,true,available,/.test(line)), lines.join('\n'));
  assert.equal((await entente(['cells', WORKED, '--format', 'xml'])).status, 2);
});

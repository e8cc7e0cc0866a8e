import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { type Terminal, withProgress } from '../../src/cli/context.js';
import { entente, fixture, ROOT } from './run.js';

const WORKED = fixture('worked-example');

interface JsonCell { product: string; cloud: string; status: string; certain: boolean; possible: { status: string; when: object[] }[]; because: string[] }

test('matrix --format json is the object of section 6', async () => {
  const { status, out } = await entente(['matrix', WORKED, '--at', '2026-03-01', '--format', 'json']);
  assert.equal(status, 0);
  const view = JSON.parse(out) as { file: string; at: string; asOf: string; assumed: object; worlds: string; products: string[]; clouds: string[]; cells: JsonCell[] };
  assert.deepEqual({ ...view, cells: view.cells.length }, {
    file: WORKED, at: '2026-03-01', asOf: '2026-04-27', assumed: {}, worlds: '512',
    products: ['models', 'chatgpt', 'frontier', 'stateful-runtime'], clouds: ['azure', 'aws', 'google-cloud'], cells: 12,
  });
  const { product, cloud, status: shown, certain, possible, because } = view.cells.find((cell) => cell.product === 'frontier' && cell.cloud === 'aws')!;
  assert.deepEqual({ product, cloud, status: shown, certain, possible, because }, {
    product: 'frontier', cloud: 'aws', status: 'conflict', certain: true, possible: [{ status: 'conflict', when: [] }],
    because: ['amazon-alliance/frontier-exclusive', 'microsoft-original/exclusive-access'],
  });
});

test('--assume decides an unknown, and names what is wrong with it otherwise', async () => {
  const { out } = await entente(['matrix', WORKED, '--at', '2026-05-01', '--assume', 'first-means=among-first', '--assume', 'microsoft-declines:models=false', '--format', 'json']);
  const view = JSON.parse(out) as { assumed: object; cells: JsonCell[] };
  assert.deepEqual(view.assumed, { 'first-means': 'among-first', 'microsoft-declines:models': false });
  assert.deepEqual(view.cells.filter(({ product }) => product === 'models').map(({ status, certain }) => [status, certain]), [['first', true], ['available', true], ['available', true]]);
  for (const wrong of ['agi=maybe', 'nothing=true', 'microsoft-declines=yes', 'first-means', 'first-means=other', 'agi:models=occurred']) {
    const { status, out: data, err } = await entente(['matrix', WORKED, '--assume', wrong]);
    assert.equal(status, 2, wrong);
    assert.equal(data, '');
    assert.equal(err.trim().split('\n').length, 1, err);
  }
});

test('the table is for people, and says what depends', async () => {
  const { out } = await entente(['matrix', WORKED, '--at', '2026-05-01']);
  assert.match(out, /^ChatGPT +① first \| available \* +② after-first \| available \*/m);
  assert.match(out, /On 2026-05-01, with what is known as of 2026-04-27\./);
});

test('a table without cells says what is missing', async () => {
  assert.equal((await entente(['matrix', fixture('no-products')])).out, 'Only names so far\n\nThere are no cells: the file has 0 products and 1 cloud.\n');
});

test('exit statuses: 0, 1 and 2', async () => {
  const statusOf = async (...args: string[]): Promise<number | null> => (await entente(args)).status;
  assert.equal(await statusOf('check', WORKED), 0);
  assert.equal(await statusOf('check', WORKED, '--max-warnings', '0'), 1);
  assert.equal(await statusOf('check', fixture('wrong')), 1);
  assert.equal(await statusOf('test', WORKED), 0);
  for (const args of [['check', 'no-such-folder'], ['check', '--format', 'xml'], ['check', '--as-of', 'soon'], ['check', '--max-warnings', '-1'], ['matrix'], ['matrix', 'examples'],
    ['matrix', WORKED, '--format', 'pdf'], ['explain', WORKED, '--product', 'frontier'], ['explain', WORKED, '--product', 'frontir', '--cloud', 'aws'], ['diff', WORKED], ['unknown']]) {
    const { status, out, err } = await entente(args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.notEqual(err, '');
  }
  assert.equal(await statusOf('--help'), 0);
});

test('a file that is not UTF-8 is named in one sentence', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-cli-'));
  try {
    const file = path.join(folder, 'binary.entente.yaml');
    await writeFile(file, Buffer.from([0x65, 0xff, 0xfe, 0x00]));
    const { status, err } = await entente(['check', file]);
    assert.equal(status, 2);
    assert.match(err, /^entente: `.*binary\.entente\.yaml` is not UTF-8 text\.$/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an import through a link that leaves the folder is not read', async () => {
  const outside = await mkdtemp(path.join(tmpdir(), 'entente-outside-'));
  const inside = await mkdtemp(path.join(tmpdir(), 'entente-inside-'));
  try {
    await writeFile(path.join(outside, 'secret.entente.yaml'), 'entente: 1\nparties: { secret: {} }\n');
    await symlink(path.join(outside, 'secret.entente.yaml'), path.join(inside, 'link.entente.yaml'));
    await writeFile(path.join(inside, 'main.entente.yaml'), 'entente: 1\nimport: [./link.entente.yaml]\n');
    const { out } = await entente(['check', path.join(inside, 'main.entente.yaml'), '--format', 'json']);
    assert.deepEqual((JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code), ['import-not-found']);
  } finally {
    await rm(outside, { recursive: true });
    await rm(inside, { recursive: true });
  }
});

test('check: text with places from one, JSON with positions from zero', async () => {
  const text = await entente(['check', fixture('wrong')]);
  assert.match(text.out, /^test\/cli\/fixtures\/wrong\.entente\.yaml:2:1 error unknown-key: A file has no key `titel`\. Did you mean `title`\?$/m);
  assert.ok(!text.out.includes('\u001b'));
  assert.ok((await entente(['check', fixture('wrong')], { FORCE_COLOR: '1' })).out.includes('\u001b['));
  const { findings } = JSON.parse((await entente(['check', fixture('wrong'), '--format', 'json'])).out) as { findings: { code: string; range: object }[] };
  assert.deepEqual(findings.find(({ code }) => code === 'unknown-key')?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } });
});

test('check: SARIF names its rules, and workflow commands are escaped', async () => {
  const sarif = JSON.parse((await entente(['check', fixture('wrong'), '--format', 'sarif'])).out) as { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string }[] }[] };
  assert.equal(sarif.version, '2.1.0');
  const [run] = sarif.runs;
  for (const { ruleId, ruleIndex } of run!.results) assert.equal(run!.tool.driver.rules[ruleIndex]?.id, ruleId);
  assert.equal(run!.results.find(({ ruleId }) => ruleId === 'unknown-key')?.level, 'error');
  const { out } = await entente(['check', fixture('wrong'), '--format', 'github']);
  assert.match(out, /^::error file=test\/cli\/fixtures\/wrong\.entente\.yaml,line=2,endLine=2,col=1,endColumn=6,title=unknown-key::/m);
});

test('check: SARIF is what its published schema says, for every example, broken or not', async () => {
  const { id: _, $schema, ...schema } = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
  assert.equal($schema, 'http://json-schema.org/draft-04/schema#'); // of which it uses what draft 7 has as well
  const valid = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: (text) => URL.canParse(text), 'uri-reference': (text) => URL.canParse(text, 'file:///'), 'date-time': true } }).compile(schema);
  const log = JSON.parse((await entente(['check', 'examples', 'test/cli/fixtures', '--format', 'sarif'])).out) as { runs: { results: { level: string }[] }[] };
  assert.ok(valid(log), JSON.stringify(valid.errors));
  assert.ok(log.runs[0]!.results.length > 50);
  log.runs[0]!.results[0]!.level = 'hint';
  assert.ok(!valid(log));
});

test('progress is for terminals and for what takes long; colours follow the environment', async () => {
  const written: string[] = [];
  const terminal = (isTTY: boolean): Terminal => ({ isTTY, write: (text: string | Uint8Array) => { written.push(String(text)); return true; } });
  let clock = 0;
  const handed = (isTTY: boolean, step: number): number[] => [...withProgress([1, 2, 3, 4], terminal(isTTY), () => (clock += step))];
  assert.deepEqual([handed(true, 1), handed(false, 1000), written], [[1, 2, 3, 4], [1, 2, 3, 4], []]);
  assert.deepEqual(handed(true, 300), [1, 2, 3, 4]);
  assert.deepEqual([written[0], written.at(-1)], ['\r\u001b[K1 of 4 files', '\r\u001b[K']);
  const coloured = async (env: NodeJS.ProcessEnv): Promise<boolean> => (await entente(['check', fixture('wrong')], env)).out.includes('\u001b[');
  assert.deepEqual([await coloured({}), await coloured({ FORCE_COLOR: '1' }), await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }), await coloured({ FORCE_COLOR: '0' })], [false, true, false, false]);
});

test('diff: a list of a comment has at most 100 lines', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-long-'));
  try {
    const many = (until: string): string => `entente: 1\nas-of: 2026-06-01\nparties: { a: {}, b: {} }\nclouds: { c: {} }\nproducts: { ${Array.from({ length: 150 }, (_, index) => `p${index}: { owner: a }`).join(', ')} }\nagreements:\n  deal: { parties: [a, b], signed: 2026-01-01, until: ${until}, clauses: { only: { type: availability, by: a, to: b, cloud: c } } }\n`;
    const files = ['2026-02-01', '2027-01-01'].map((until) => path.join(folder, `${until}.entente.yaml`));
    for (const file of files) await writeFile(file, many(path.basename(file).slice(0, 10)));
    const { out } = await entente(['diff', ...files, '--format', 'markdown']);
    assert.match(out, /### Cells changed: 150\n\n(?:- `p\d+` on .*\n){100}- and 50 more\n/);
    assert.equal((await entente(['diff', ...files])).out.split('\n').filter((line) => line.includes('→ available')).length, 150);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('check: a witness for a conflict, and how far the answer reaches', async () => {
  const { out } = await entente(['check', WORKED, '--format', 'json']);
  const { findings, files } = JSON.parse(out) as { findings: { code: string; witness?: object }[]; files: object[] };
  assert.deepEqual(findings.find(({ code, witness }) => code === 'conflict' && JSON.stringify(witness).includes('2026-04-27'))?.witness, { product: 'frontier', cloud: 'azure', at: '2026-04-27', assume: {} });
  assert.ok(findings.every(({ code, witness }) => (code === 'conflict') === (witness !== undefined)));
  assert.deepEqual(files, [{ file: WORKED, conflicts: 3, undecided: 0, unread: 0, worlds: '1024', days: 'every', firstChange: '2026-02-01', lastChange: '2033-01-01' }]);
});

test('explain says why, why not and what flips it', async () => {
  const { out } = await entente(['explain', WORKED, '--product', 'frontier', '--cloud', 'azure', '--at', '2026-05-01']);
  for (const heading of ['Why conflict', 'Why not available?', 'Smallest changes that clear the conflict', 'Depends on', 'Not counted']) assert.ok(out.includes(`\n${heading}\n`), `${heading}:\n${out}`);
  const json = JSON.parse((await entente(['explain', WORKED, '--product', 'frontier', '--cloud', 'azure', '--at', '2026-05-01', '--format', 'json'])).out) as { version: number; status: string; parts: { kind: string; text: string; children: object[] }[]; flips: unknown[] };
  assert.deepEqual([json.version, json.status, json.flips.length, json.parts[0]?.text, json.parts[0]?.children.length], [1, 'conflict', 3, 'Why conflict', 2]);
});

test('timeline lists the days on which a cell changes', async () => {
  const { out } = await entente(['timeline', WORKED, '--format', 'json']);
  const { version, days } = JSON.parse(out) as { version: number; days: { day: string; changes: { product: string; cloud: string; from: { status: string }; to: { status: string } }[] }[] };
  assert.equal(version, 1);
  assert.deepEqual(days.map(({ day }) => day), ['2026-02-01', '2026-04-27', '2033-01-01']);
  assert.deepEqual(days[0]?.changes.filter(({ to }) => to.status === 'conflict').map(({ product, cloud }) => `${product}/${cloud}`), ['frontier/azure', 'frontier/aws', 'stateful-runtime/aws']);
});

test('diff: two days of one file, and two files', async () => {
  const days = JSON.parse((await entente(['diff', WORKED, '--from', '2026-03-01', '--to', '2026-05-01', '--format', 'json'])).out) as { conflicts: Record<string, object[]> };
  assert.deepEqual(Object.entries(days.conflicts).map(([name, list]) => `${name} ${list.length}`), ['introduced 1', 'resolved 3', 'remaining 0']);
  const same = JSON.parse((await entente(['diff', WORKED, WORKED, '--format', 'json'])).out) as { cells: unknown[]; conflicts: { introduced: unknown[]; resolved: unknown[] } };
  assert.deepEqual([same.cells, same.conflicts.introduced, same.conflicts.resolved], [[], [], []]);
  assert.match((await entente(['diff', WORKED, '--from', '2026-03-01', '--to', '2026-05-01', '--format', 'markdown'])).out, /^### Conflicts resolved: 3$/m);
});

test('diff: two worlds of one file', async () => {
  const { status, out } = await entente(['diff', WORKED, '--at', '2026-05-01', '--assume', 'agi=never', '--with', 'first-means=among-first']);
  assert.equal(status, 0);
  assert.match(out, /^2026-05-01, agi=never → 2026-05-01, agi=never, first-means=among-first\n\nCells changed: \d+\n/);
  assert.match(out, /OpenAI models on Amazon Web Services: after-first \| available → available/);
  assert.equal((await entente(['diff', WORKED, '--from', '2026-05-01'])).status, 2);
  assert.equal((await entente(['diff', WORKED, '--with', 'nothing=true'])).status, 2);
});

test('failed expectations are told and give 1', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-expect-'));
  try {
    const file = path.join(folder, 'a.entente.yaml');
    await writeFile(file, 'entente: 1\nclouds: { one: {} }\nproducts: { tool: {} }\nexpect:\n  - { at: 2026-01-01, product: tool, cloud: one, status: barred }\n  - { at: 2026-01-01, product: tool, cloud: one, status: unspecified }\n');
    const { status, out, err } = await entente(['test', file]);
    assert.equal(status, 1);
    assert.match(out, /^FAIL .*:5 2026-01-01 · tool on one: barred\n {5}The status on 2026-01-01 is `unspecified`, not `barred`\.\nok/m);
    assert.match(err, /1 passed, 1 failed/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('findings that comments expect are tested as well', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-expected-'));
  try {
    const file = path.join(folder, 'a.entente.yaml');
    await writeFile(file, 'entente: 1\nbogus: true\n# <---- unknown-key\n');
    const met = await entente(['test', file]);
    assert.deepEqual([met.status, met.out.replaceAll(file, 'a')], [0, 'ok   a line 2: unknown-key\nok   a nothing else\n']);
    await writeFile(file, 'entente: 1\nbogus: true\n# <---- bad-date\n');
    const { status, out, err } = await entente(['test', file]);
    assert.equal(status, 1);
    assert.match(out, /^FAIL .* line 2: bad-date\n {5}There is no finding `bad-date` at this place\.\nFAIL .* nothing else\n {5}Line 2: `unknown-key` is not expected\./);
    assert.match(err, /0 passed, 2 failed/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('nothing in a name steers a terminal, a spreadsheet or a page', async () => {
  const of = async (format: string): Promise<string> => (await entente(['matrix', fixture('hostile'), '--format', format])).out;
  assert.doesNotMatch(await of('table'), /[\u001b\u202e]/);
  const csv = await of('csv');
  assert.ok(csv.startsWith('at,as-of,product,cloud,status'));
  assert.ok(!/(^|,)[=+\-@]/m.test(csv));
  for (const format of ['html', 'svg']) {
    const page = await of(format);
    assert.ok(!/<script|<img|onerror=alert\(1\)>/i.test(page), format);
    assert.doesNotMatch(page, /\u202e/);
  }
  const markdown = await of('markdown');
  assert.doesNotMatch(markdown, /(?<!\\)[[<](?:link|script)/);
});

test('every command has help with an example', async () => {
  /** The commands that a help names, each with its own help; `help` is commander's. */
  const commandsIn = (help: string): readonly string[] => [...(/^Commands:\n((?: .*\n)+)/m.exec(help)?.[1] ?? '').matchAll(/^ {2}([\w-]+)/gm)].map(([, name]) => name!).filter((name) => name !== 'help');
  const seen: string[] = [];
  const visit = async (path: readonly string[]): Promise<void> => {
    const { status, out } = await entente([...path, '--help']);
    assert.equal(status, 0);
    const examples = [...(/\nExamples?:\n((?: {2}.*\n)+)/.exec(out)?.[1] ?? '').matchAll(/^ {2}entente (.*)$/gm)].map(([, line]) => line!);
    assert.ok(examples.length > 0 && examples.every((line) => path.every((word, index) => line.split(' ')[index] === word)), `${path.join(' ')}: ${out}`);
    seen.push(path.join(' '));
    for (const command of commandsIn(out)) await visit([...path, command]);
  };
  await visit([]);
  assert.deepEqual(seen.filter((path) => !path.includes(' ')), ['', 'new', 'check', 'matrix', 'explain', 'timeline', 'cells', 'diff', 'money', 'report', 'ask', 'test', 'format', 'schema', 'lsp', 'mcp']);
  assert.equal(seen.filter((path) => path.startsWith('ask ')).length, 6);
});

test('a reader that closes the pipe early is no error', async () => {
  const child = spawn('sh', ['-c', `"${process.execPath}" dist/cli/entente.js schema | head -n 1`], { cwd: ROOT });
  const err: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual([status, Buffer.concat(err).toString()], [0, '']);
});

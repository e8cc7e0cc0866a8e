import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { TOOLS } from '../../src/protocol-tool-schemas.js';
import { entente, ROOT } from './run.js';

const CLI = path.join(ROOT, 'dist/cli/entente.js');
const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const CELL = { file: EXAMPLE, product: 'frontier', cloud: 'azure', day: '2026-05-01' };

/** A real client and the built command line; what the server says on standard error is kept. */
async function connected(folder: string, options: readonly string[] = []): Promise<{ client: Client; errors: () => string }> {
  const transport = new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', ...options], cwd: folder, stderr: 'pipe' });
  let said = '';
  transport.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const client = new Client({ name: 'tests', version: '1.0.0' });
  await client.connect(transport);
  await client.listTools(); // from now on the client holds structured answers against the schemas
  return { client, errors: () => said };
}

interface Answer { readonly text: string; readonly data: Record<string, unknown> | undefined; readonly isError: boolean }

async function ask(client: Client, name: string, input: Record<string, unknown>): Promise<Answer> {
  const result = await client.callTool({ name, arguments: input });
  const content = result.content as readonly { type: string; text: string }[];
  assert.deepEqual(content.map(({ type }) => type), ['text']);
  return { text: content[0]!.text, data: result.structuredContent as Record<string, unknown> | undefined, isError: result.isError === true };
}

describe('a client of the Model Context Protocol', () => {
  let client: Client;
  let errors: () => string;
  before(async () => ({ client, errors } = await connected(path.join(ROOT, 'examples'))));
  after(async () => {
    await client.close();
    assert.equal(errors(), '');
  });

  test('is told what the tools are, and that they only read', async () => {
    assert.equal(client.getServerVersion()?.name, 'entente');
    assert.match(client.getInstructions() ?? '', /data, never instructions/);
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name), TOOLS.map(({ name }) => name));
    for (const { title, description, inputSchema, outputSchema, annotations } of tools) {
      assert.ok(title && description && outputSchema);
      assert.equal(inputSchema.type, 'object');
      assert.deepEqual([annotations?.readOnlyHint, annotations?.destructiveHint, annotations?.openWorldHint], [true, false, false]);
    }
  });

  test('checks one file as the command line does', async () => {
    const { text, data } = await ask(client, 'check_entente_agreements', { file: EXAMPLE });
    const { findings } = JSON.parse((await entente(['check', `examples/${EXAMPLE}`, '--format', 'json'])).out) as { findings: { code: string; range: { start: { line: number } } }[] };
    const found = data?.['findings'] as { code: string; line: number; file: string }[];
    assert.deepEqual(found.map(({ code, line }) => `${code} ${line}`).sort(), findings.map(({ code, range }) => `${code} ${range.start.line + 1}`).sort());
    for (const { code, line, file } of found) assert.ok(text.includes(`${file}:${line}:`) && text.includes(` ${code}: `));
    assert.deepEqual(data?.['cut'], []);
  });

  test('checks every file, and may ask for the severe findings only', async () => {
    const { data } = await ask(client, 'check_entente_agreements', { severity: 'error' });
    assert.ok((data?.['files'] as string[]).includes('broken/import-cycle/main.entente.yaml'));
    const findings = data?.['findings'] as { severity: string }[];
    assert.ok(findings.length > 0 && findings.every(({ severity }) => severity === 'error'));
  });

  test('gets the same cells as `entente matrix`', async () => {
    const { data, text } = await ask(client, 'get_entente_availability', { file: EXAMPLE, day: '2026-05-01', assumptions: ['first-means=among-first'] });
    const { cells } = JSON.parse((await entente(['matrix', `examples/${EXAMPLE}`, '--at', '2026-05-01', '--assume', 'first-means=among-first', '--format', 'json'])).out) as { cells: { product: string; cloud: string; status: string; because: string[] }[] };
    const short = (list: typeof cells): string[] => list.map(({ product, cloud, status, because }) => [product, cloud, status, ...because].join(' '));
    assert.deepEqual(short(data?.['cells'] as typeof cells), short(cells));
    assert.match(text, /assuming first-means=among-first\./);
    assert.ok((data?.['unknowns'] as { name: string }[]).some(({ name }) => name === 'microsoft-declines'));
  });

  test('gets every line of `entente explain`', async () => {
    const { data, text } = await ask(client, 'explain_entente_cell', CELL);
    const { out } = await entente(['explain', `examples/${EXAMPLE}`, '--product', 'frontier', '--cloud', 'azure', '--at', '2026-05-01']);
    const lines = out.split('\n').map((line) => line.replace(/^ *- /, '')).filter((line) => line !== '');
    assert.deepEqual([data?.['summary'], ...(data?.['reasons'] as { text: string }[]).map((reason) => reason.text)], lines);
    for (const line of lines) assert.ok(text.includes(line), line);
    assert.equal(data?.['status'], 'conflict');
  });

  test('compares days, worlds and files as `entente diff` does', async () => {
    const sessions: readonly (readonly [Record<string, unknown>, readonly string[]])[] = [
      [{ file: EXAMPLE, before_day: '2026-04-26', day: '2026-05-01' }, [EXAMPLE, '--from', '2026-04-26', '--to', '2026-05-01']],
      [{ file: EXAMPLE, before_assumptions: [], assumptions: ['first-means=among-first'] }, [EXAMPLE, '--with', 'first-means=among-first']],
      [{ file: EXAMPLE, before_file: 'before-the-renegotiation.entente.yaml' }, ['before-the-renegotiation.entente.yaml', EXAMPLE]],
    ];
    for (const [input, args] of sessions) {
      const { data } = await ask(client, 'compare_entente_agreements', input);
      const files = args.map((arg) => (arg.endsWith('.yaml') ? `examples/${arg}` : arg));
      const diff = JSON.parse((await entente(['diff', ...files, '--format', 'json'])).out) as { cells: unknown[]; conflicts: Record<string, unknown[]>; withoutEffect: unknown[] };
      assert.deepEqual(data?.['counts'], {
        cells: diff.cells.length, introduced: diff.conflicts['introduced']?.length, resolved: diff.conflicts['resolved']?.length, remaining: diff.conflicts['remaining']?.length,
        without_effect: diff.withoutEffect.length,
      });
      assert.equal((data?.['cells'] as unknown[]).length, diff.cells.length);
      assert.ok(diff.cells.length > 0);
    }
  });

  test('is told in words what to ask instead', async () => {
    const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
      ['get_entente_availability', {}, /needs `file`/],
      ['get_entente_availability', { file: 7 }, /`file` is a text/],
      ['get_entente_availability', { fiel: EXAMPLE }, /Did you mean `file`\?/],
      ['get_entente_availability', { file: EXAMPLE, day: '2026-02-30' }, /not a day of the calendar/],
      ['get_entente_availability', { file: EXAMPLE, assumptions: 'agi=occurred' }, /list of texts/],
      ['get_entente_availability', { file: EXAMPLE, assumptions: ['agi'] }, /NAME=VALUE/],
      ['get_entente_availability', { file: EXAMPLE, assumptions: ['agii=occurred'] }, /Did you mean `agi`\?/],
      ['get_entente_availability', { file: 'nowhere.entente.yaml' }, /no readable agreement file.*It has `before-the-renegotiation/],
      ['explain_entente_cell', { ...CELL, product: 'fronteir' }, /Did you mean `frontier`\?/],
      ['explain_entente_cell', { ...CELL, cloud: '__proto__' }, /There is no cloud/],
      ['check_entente_agreements', { severity: 'fatal' }, /`error`, `warning`, `information` or `hint`/],
      ['compare_entente_agreements', { file: EXAMPLE }, /Say what to compare with/],
    ];
    for (const [name, input, message] of wrong) {
      const { text, isError, data } = await ask(client, name, input);
      assert.equal(isError, true, text);
      assert.match(text, message);
      assert.equal(data, undefined);
    }
  });

  test('gets an error of the protocol for a tool that is not there', async () => {
    await assert.rejects(client.callTool({ name: 'delete_everything', arguments: {} }), { code: -32602 });
  });

  test('may ask many things at once: they are answered in turn, and beyond a number refused', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(client, 'get_entente_availability', { file: EXAMPLE, product: 'frontier' })));
    const refused = answers.filter(({ isError }) => isError);
    // Those that come when an answer is out have room again.
    const taken = answers.length - refused.length;
    assert.ok(taken >= 16 && refused.length > 0, `${taken} were answered`);
    for (const { text } of refused) assert.match(text, /Too many questions at once/);
    assert.equal((await ask(client, 'get_entente_availability', { file: EXAMPLE, product: 'frontier' })).isError, false);
  });
});

describe('files of the server', () => {
  let folder: string;
  let inside: string;
  before(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'entente-mcp-')));
    inside = path.join(folder, 'inside');
    await mkdir(path.join(inside, 'deep'), { recursive: true });
    await mkdir(path.join(folder, 'inside-not'));
    await writeFile(path.join(folder, 'secret.entente.yaml'), 'entente: 1\ntitle: Secret\n');
    await writeFile(path.join(folder, 'inside-not', 'secret.entente.yaml'), 'entente: 1\ntitle: Secret\n');
    await writeFile(path.join(inside, 'notes.yaml'), 'entente: 1\n');
    await writeFile(path.join(inside, 'deep', 'ä (1).entente.yaml'), 'entente: 1\ntitle: Inside\n');
    await writeFile(path.join(inside, 'no-as-of.entente.yaml'), 'entente: 1\n');
    // What links lead to is outside; a folder's link is a junction on Windows, where others need a right.
    await symlink(folder, path.join(inside, 'out'), 'junction');
    await symlink(path.join(folder, 'secret.entente.yaml'), path.join(inside, 'link.entente.yaml')).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM') throw error;
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('lie inside the folder, however they are named', async () => {
    const { client } = await connected(inside);
    try {
      const asked = (file: string): Promise<Answer> => ask(client, 'get_entente_availability', { file });
      for (const file of ['deep/ä (1).entente.yaml', './deep/../deep/ä (1).entente.yaml', path.join(inside, 'deep', 'ä (1).entente.yaml'), '../inside/deep/ä (1).entente.yaml']) {
        const { data, text } = await asked(file);
        assert.equal(data?.['title'], 'Inside', text);
        assert.equal(data?.['file'], 'deep/ä (1).entente.yaml');
      }
      for (const file of ['../secret.entente.yaml', 'deep/../../secret.entente.yaml', path.join(folder, 'secret.entente.yaml'), path.join(folder, 'inside-not', 'secret.entente.yaml'), '../inside-not/secret.entente.yaml', 'file:///etc/x.entente.yaml', '//host/x.entente.yaml']) {
        const { text, isError } = await asked(file);
        assert.ok(isError && /outside the workspace/.test(text), `${file}: ${text}`);
      }
      for (const file of ['link.entente.yaml', 'out/secret.entente.yaml', '%2e%2e/secret.entente.yaml', '..%2fsecret.entente.yaml', 'deep', '\0.entente.yaml', 'notes.yaml', '/etc/passwd']) {
        const { text, isError } = await asked(file);
        assert.ok(isError && !text.includes('Secret'), `${file}: ${text}`);
      }
      const { data } = await ask(client, 'check_entente_agreements', {});
      assert.deepEqual(data?.['files'], ['deep/ä (1).entente.yaml', 'no-as-of.entente.yaml']);
    } finally {
      await client.close();
    }
  });

  test('are read anew for each answer, with the as-of that the command line gives', async () => {
    const { client } = await connected(ROOT, [inside, '--as-of', '2026-03-04']);
    try {
      const file = path.join(inside, 'changing.entente.yaml');
      await writeFile(file, 'entente: 1\ntitle: One\n');
      const first = await ask(client, 'get_entente_availability', { file: 'changing.entente.yaml' });
      await writeFile(file, 'entente: 1\ntitle: Two\n');
      const second = await ask(client, 'get_entente_availability', { file: 'changing.entente.yaml' });
      assert.deepEqual([first.data?.['title'], second.data?.['title']], ['One', 'Two']);
      assert.equal(first.data?.['as_of'], '2026-03-04');
      await rm(file);
      assert.equal((await ask(client, 'get_entente_availability', { file: 'changing.entente.yaml' })).isError, true);
    } finally {
      await client.close();
    }
  });
});

describe('`entente mcp`', () => {
  test('ends with its input', async () => {
    const child = spawn(process.execPath, [CLI, 'mcp'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdin.end('{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
    assert.equal(await ended, 0);
  });

  test('takes a folder that exists, and nothing else', async () => {
    for (const args of [['nowhere'], ['package.json'], ['.', '--as-of', 'soon']]) {
      const { status, out, err } = await entente(['mcp', ...args]);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /^entente: /);
    }
  });
});

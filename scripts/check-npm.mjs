// The packed npm package, as somebody has it who installs it: into an empty folder, without a network. The command line, the
// server and the library run; the types are right for modules and for `require`; the example of the README does what it says.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem, root, run, runMain } from './host/run.mjs';

const PACKED = join(root, 'dist', 'entente.tgz');
const NAME = '@entente-lang/entente';
const windows = process.platform === 'win32';
const tool = (...path) => join(root, 'node_modules', ...path);

async function expectRun(what, command, args, cwd, wanted = 0) {
  const { code, output } = await run(command, args, { cwd, shell: windows && command.endsWith('.cmd') });
  if (code !== wanted) throw new Problem(`${what} ended with ${code}, not ${wanted}:\n${output}`);
  return output;
}

const equal = (what, actual, wanted) => {
  if (actual !== wanted) throw new Problem(`${what} gave:\n${actual}\nand not:\n${wanted}`);
};

/** The answer of a server over standard input and output to `initialize`; it is asked to end then. */
function initialized(command, args, cwd) {
  const messages = [{ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }, { id: 2, method: 'shutdown' }, { method: 'exit' }];
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'], shell: windows && command.endsWith('.cmd') });
    let output = '';
    const send = (index) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...messages[index] });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    let sent = 1;
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (sent < messages.length && output.includes(`"id":${sent},`)) send(sent++);
    });
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(output) : fail(new Problem(`The server ended with ${code}:\n${output}`))));
    send(0);
  });
}

/** Blocks of JavaScript in the README, each with the text that it prints; those of a list are indented. */
function examples(markdown) {
  return [...markdown.matchAll(/^( *)```js\n([^]*?)^\1```\n+\1```text\n([^]*?)^\1```/gm)]
    .map(([, indent, ...texts]) => texts.map((text) => text.split('\n').map((line) => line.slice(line.startsWith(indent) ? indent.length : 0)).join('\n')))
    .map(([code, output]) => ({ code, output }));
}

const FILE = `entente: 1
parties: { a: {}, b: {} }
clouds: { c: { operator: b } }
products: { p: { owner: a } }
agreements:
  deal: { parties: [a, b], signed: 2026-01-01, clauses: { only: { type: availability, by: a, to: b, products: [p], cloud: c } } }
`;
const TYPED = `import { analyse, explain, matrix, type Analysis, type Explanation, type Matrix, type Status } from '${NAME}';
const analysis: Analysis = analyse({ main: 'a.entente.yaml', files: { 'a.entente.yaml': 'entente: 1' } }, { asOf: '2026-01-01' });
const view: Matrix = matrix(analysis, { at: '2026-01-01', assume: { agi: 'never' } });
const statuses: readonly Status[] = view.cells.map(({ status }) => status);
const why: Explanation = explain(analysis, { product: 'p', cloud: 'c' });
// @ts-expect-error: a status is no number.
const wrong: number = why.status;
export { statuses, wrong };
`;
const ANSWER = `const view = matrix(analyse(${JSON.stringify(FILE)}), { at: '2026-06-01' }); console.log(view.cells[0].status);`;

await runMain(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-npm-'));
  try {
    await cp(PACKED, join(folder, 'entente.tgz'));
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    await expectRun('npm install', windows ? 'npm.cmd' : 'npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', './entente.tgz'], folder);
    const installed = join(folder, 'node_modules', ...NAME.split('/'));
    const packages = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
    equal('The installation', packages.join(), '@entente-lang');
    for (const file of ['LICENSE', 'README.md', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/sbom.cdx.json', 'docs/findings/conflict.md']) if (!existsSync(join(installed, file))) throw new Problem(`The npm package has no ${file}.`);

    const bin = (name) => join(folder, 'node_modules', '.bin', name + (windows ? '.cmd' : ''));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    await writeFile(join(folder, 'deal.entente.yaml'), FILE);
    await writeFile(join(folder, 'wrong.entente.yaml'), 'entente: 1\nbogus: 1\n');
    equal('entente --version', await expectRun('entente --version', bin('entente'), ['--version'], folder), `${version}\n`);
    await expectRun('entente check', bin('entente'), ['check', 'deal.entente.yaml'], folder);
    const wrong = await expectRun('entente check', bin('entente'), ['check', 'wrong.entente.yaml', '--format', 'github'], folder, 1);
    if (!wrong.includes('title=unknown-key::')) throw new Problem(`entente check found:\n${wrong}`);
    for (const [command, ...args] of [['entente', 'lsp'], ['entente-language-server', '--stdio']]) {
      if (!(await initialized(bin(command), args, folder)).includes('"hoverProvider":true')) throw new Problem(`${command} did not answer as a language server.`);
    }

    await writeFile(join(folder, 'module.mjs'), `import { analyse, matrix } from '${NAME}';\n${ANSWER}`);
    await writeFile(join(folder, 'common.cjs'), `const { analyse, matrix } = require('${NAME}');\n${ANSWER}`);
    for (const file of ['module.mjs', 'common.cjs']) equal(file, await expectRun(file, process.execPath, [file], folder), 'available\n');
    const shown = examples(await readFile(join(installed, 'README.md'), 'utf8'));
    if (shown.length < 2) throw new Problem('The README shows no examples.');
    for (const { code, output } of shown) {
      await writeFile(join(folder, 'example.mjs'), code);
      equal('An example of the README', await expectRun('An example of the README', process.execPath, ['example.mjs'], folder), output);
    }
    for (const [, target] of (await readFile(join(installed, 'README.md'), 'utf8')).matchAll(/\]\(([^)#:]+)/g)) if (!existsSync(join(installed, target))) throw new Problem(`The README of the npm package leads to ${target}, which it does not hold.`);

    for (const ending of ['mts', 'cts']) {
      await writeFile(join(folder, `typed.${ending}`), TYPED);
      await expectRun(`The types in typed.${ending}`, process.execPath, [tool('typescript', 'bin', 'tsc'), '--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--module', 'nodenext', '--types', '', `typed.${ending}`], folder);
    }
    await expectRun('attw', process.execPath, [tool('@arethetypeswrong', 'cli', 'dist', 'index.js'), PACKED, '--exclude-entrypoints', './schema.json'], folder);
    await expectRun('publint', process.execPath, [tool('publint', 'src', 'cli.js'), installed, '--strict', '--pack', 'false'], folder);
    console.log(`The npm package runs from an empty folder: command line, server, library, types.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

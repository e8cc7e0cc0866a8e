// Builds everything: `node esbuild.mjs` the products into dist/, `node esbuild.mjs --tests` the tests into .build/.
// `--no-minify` keeps the products readable; `--watch` rebuilds them on change.
import { parse } from 'acorn';
import { build, context, transform } from 'esbuild';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages, noticesText, sbom } from './scripts/supply-chain.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const flag = (name) => process.argv.includes(name);

const common = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  minify: !flag('--no-minify'),
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  // The browser build of `yaml` needs no Node modules: one parser, the same everywhere.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...common, platform: 'browser', target: 'es2022' };
const CLI = 'dist/cli/entente.js';

/** The SDK of `entente mcp` checks answers of people with a library that makes code of schemas. Nobody is asked: it is left out. */
const nothingAsked = {
  name: 'nothing-asked',
  setup({ onLoad }) {
    onLoad({ filter: /validation[\\/]ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator { getValidator() { throw new Error("Nothing is asked of the client."); } }',
    }));
  },
};

/** Features of the editor that the server does not serve: the client's library registers all there are, and these do nothing. */
const NOT_SERVED = {
  colorProvider: 'ColorProviderFeature', declaration: 'DeclarationFeature', executeCommand: 'ExecuteCommandFeature', implementation: 'ImplementationFeature', inlineCompletion: 'InlineCompletionItemFeature',
  inlineValue: 'InlineValueFeature', linkedEditingRange: 'LinkedEditingFeature', notebook: 'NotebookDocumentSyncFeature', signatureHelp: 'SignatureHelpFeature',
  textDocumentContent: 'TextDocumentContentFeature', typeDefinition: 'TypeDefinitionFeature', typeHierarchy: 'TypeHierarchyFeature',
};
const notServed = {
  name: 'not-served',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: new RegExp(`vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${Object.keys(NOT_SERVED).join('|')})\\.js$`) }, ({ path: file }) => ({
      contents: `exports.${NOT_SERVED[path.basename(file, '.js')]} = class {
        static CellScheme = 'vscode-notebook-cell';
        fillClientCapabilities() {}
        initialize() {}
        getState() { return { kind: 'static' }; }
        clear() {}
      };`,
    }));
    // Whether VS Code is new enough for the extension, and so for the library, VS Code itself decides by the manifest.
    onResolve({ filter: /^semver\// }, ({ path: name }) => ({ path: name, namespace: 'not-served' }));
    onLoad({ filter: /.*/, namespace: 'not-served' }, ({ path: name }) => ({ contents: name.endsWith('/parse') ? 'module.exports = (version) => ({ version, prerelease: [] });' : 'module.exports = () => true;' }));
  },
};
const client = { external: ['vscode'], plugins: [notServed] };

/** What a rule says for the docs and the tests, and its examples are more than half of it: products leave out what they never show. */
const rulesWithout = (...keys) => ({
  name: 'rules-without',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', target: 'es2022', sourcefile: file });
      const rules = parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body.flatMap((node) => (node.declaration ?? node).declarations ?? [])
        .map(({ init }) => init).filter((init) => init?.type === 'ObjectExpression' && init.properties.some(({ key }) => key?.name === 'severity'));
      const left = rules.flatMap(({ properties }) => properties.filter(({ key }) => keys.includes(key?.name)));
      const contents = left.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(text.startsWith(',', end) ? end + 1 : end), code);
      return { contents, loader: 'js' };
    });
  },
});

/** What the server starts with is there when a later part is loaded. Told so, the bundler puts all of it into one file. */
const startIsThere = {
  name: 'start-is-there',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]server[\\/](?:features|navigation|(?:[\w-]+-)?requests)\.ts$/ }, async ({ path: file }) => ({ contents: `${await readFile(file, 'utf8')}\nimport './server.js';`, loader: 'ts' }));
  },
};

/** What of Node the library for JSON-RPC requires is imported: a module has no `require`. */
const imported = {
  name: 'imported',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[a-z_]+$/ }, ({ path: name, kind }) => (kind === 'require-call' && isBuiltin(name) ? { path: name, namespace: 'imported' } : undefined));
    onLoad({ filter: /.*/, namespace: 'imported' }, ({ path: name }) => ({ contents: `export * from 'node:${name}';` }));
  },
};

const server = { plugins: [rulesWithout('rationale', 'bad', 'good')] };

const PRODUCTS = [
  { ...node, ...client, entryPoints: ['src/client/node.ts'], outfile: 'dist/client/node.js' },
  { ...browser, ...client, format: 'cjs', entryPoints: ['src/client/web.ts'], outfile: 'dist/client/web.js' },
  // Modules: what is needed at first is small; the rest is loaded when it is asked for, or drawn.
  { ...node, plugins: [...server.plugins, startIsThere, imported], format: 'esm', splitting: true, outdir: 'dist/server', chunkNames: 'node-[name]-[hash]', entryPoints: ['src/server/node.ts'] },
  // One file: the host of web extensions starts it as a classic script from an address of its own, beside which nothing is.
  { ...browser, ...server, format: 'iife', entryPoints: ['src/server/web.ts'], outfile: 'dist/server/web.js' },
  {
    ...browser, format: 'esm', splitting: true, outdir: 'dist/webview', chunkNames: '[name]-[hash]',
    entryPoints: { matrix: 'src/webview/main.tsx', compare: 'src/webview/compare/main.tsx' },
  },
  { ...browser, outdir: 'dist/webview', entryPoints: { matrix: 'src/webview/matrix.css', compare: 'src/webview/compare/compare.css' } },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: CLI, banner: { js: '#!/usr/bin/env node' }, external: ['./mcp.js', './lsp.js'], supported: { 'dynamic-import': false } },
  { ...node, ...server, entryPoints: ['src/cli/lsp.ts'], outfile: 'dist/cli/lsp.js' },
  { ...node, entryPoints: ['src/cli/mcp.ts'], outfile: 'dist/cli/mcp.js', plugins: [nothingAsked] },
  { ...browser, format: 'esm', entryPoints: ['src/library/index.ts'], outfile: 'dist/library/index.mjs' },
  { ...browser, format: 'cjs', entryPoints: ['src/library/index.ts'], outfile: 'dist/library/index.cjs' },
];

/** What each package holds of the products: the folder for what it says of them, and which they are. */
const PACKAGES = [
  ['dist', ({ outfile }) => !/^dist\/(?:cli\/(?:lsp|mcp)|library\/)/.test(outfile ?? '')],
  ['dist/npm', ({ outfile, outdir }) => outdir === 'dist/server' || /^dist\/(?:cli|library)\//.test(outfile ?? '')],
];

async function buildProducts() {
  for (const folder of ['client', 'server', 'webview', 'cli', 'library', 'npm']) await rm(path.join(root, 'dist', folder), { recursive: true, force: true });
  // One entry that fails fails the build, but the others are there to work with.
  const outcomes = await Promise.allSettled(PRODUCTS.map((options) => build(options)));
  await chmod(path.join(root, CLI), 0o755).catch(() => undefined);
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  for (const [folder, holds] of PACKAGES) {
    const packages = bundledPackages(root, PRODUCTS.flatMap((product, index) => (outcomes[index].status === 'fulfilled' && holds(product) ? [outcomes[index].value.metafile] : [])));
    await mkdir(path.join(root, folder), { recursive: true });
    await writeFile(path.join(root, folder, 'THIRD-PARTY-NOTICES.txt'), noticesText(packages));
    await writeFile(path.join(root, folder, 'sbom.cdx.json'), sbom(manifest, packages));
  }
  await writeFile(path.join(root, 'dist', 'server', 'package.json'), '{"type":"module"}\n');
  if (outcomes.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}

async function watchProducts() {
  for (const options of PRODUCTS) await (await context({ ...options, logLevel: 'info' })).watch();
}

/** Every TypeScript file below a folder, as a path relative to the root; none where the folder does not exist. */
async function sources(folder) {
  const names = await readdir(path.join(root, folder), { recursive: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /(?<!\.d)\.tsx?$/.test(name)).map((name) => path.join(folder, name));
}

async function buildTests() {
  const outdir = path.join(root, '.build');
  const inside = (folder) => (file) => file.startsWith(folder + path.sep);
  const entryPoints = [...await sources('src'), ...(await sources('test')).filter((file) => !inside(path.join('test', 'vscode'))(file))];
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir);
  await writeFile(path.join(outdir, 'package.json'), '{"type":"module"}\n');
  await build({
    absWorkingDir: root, entryPoints, outdir, outbase: '.', bundle: false, format: 'esm', platform: 'node',
    target: 'node20', sourcemap: true, logLevel: 'warning',
  });
}

if (flag('--tests')) await buildTests();
else if (flag('--watch')) await watchProducts();
else await buildProducts();

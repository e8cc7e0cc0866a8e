// Bundles test/vscode/index.ts twice: for the Node extension host and for the web-worker one.
import { join } from 'node:path';
import { root } from './run.mjs';

/** Where each bundle goes, without its ending, as `extensionTestsPath` wants it. */
export const bundles = {
  node: join(root, 'dist', 'test', 'vscode', 'index'),
  web: join(root, 'dist', 'test', 'vscode', 'index.web'),
};

/** In the web worker, mocha is its browser build, which puts the class on the global object. @type {import('esbuild').Plugin} */
const browserMocha = {
  name: 'browser-mocha',
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'browser-mocha' }));
    build.onLoad({ filter: /.*/, namespace: 'browser-mocha' }, () => ({
      contents: "require('mocha/mocha.js'); module.exports = globalThis.Mocha;",
      resolveDir: root,
    }));
  },
};

export async function bundleTests() {
  const { build } = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    entryPoints: [join(root, 'test', 'vscode', 'index.ts')],
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    // The one built-in of Node is asked for in the Node extension host only.
    external: ['vscode', 'node:child_process'],
    logLevel: 'warning',
    // Mocha opens files by paths made at run time, which these tests never ask for.
    logOverride: { 'require-resolve-not-external': 'silent' },
  };
  await Promise.all([
    build({ ...common, platform: 'node', target: 'node20', outfile: `${bundles.node}.js` }),
    build({ ...common, platform: 'browser', target: 'es2022', define: { global: 'globalThis' }, plugins: [browserMocha], outfile: `${bundles.web}.js` }),
  ]);
}

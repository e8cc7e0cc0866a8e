// Runs test/vscode inside VS Code: `node scripts/host/run-vscode-tests.mjs [--web | --translated] [--vsix PATH]`.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundles, bundleTests } from './bundle-tests.mjs';
import { findChromium, installHost } from './host.mjs';
import { Problem, root, runMain } from './run.mjs';

/** The display language that nobody speaks: the tag that is kept for it. */
const PSEUDO_LOCALE = 'qps-ploc';
const launcher = join(root, 'scripts', 'host', process.platform === 'win32' ? 'launch.cmd' : 'launch.mjs');

/** A development extension that does nothing: VS Code wants one for a test run, also when the VSIX is what is tested. @param {string} folder */
async function writeEmptyExtension(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({
    name: 'empty', publisher: 'entente-test', version: '0.0.0', engines: { vscode: '^1.100.0' },
  }));
}

/** A copy of the extension with another manifest. @param {string} folder @param {object} manifest */
async function copyExtension(folder, manifest) {
  await mkdir(folder, { recursive: true });
  for (const part of ['dist', 'docs', 'syntaxes', 'media', 'l10n', 'package.nls.json', 'language-configuration.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

/**
 * The extension as a host without Node sees it: with both `main` and `browser`, VS Code would take the Node entry whatever
 * kind is asked for. @param {string} folder
 */
async function writeBrowserExtension(folder) {
  const { main: _, bin: __, ...manifest } = await manifestOf();
  await copyExtension(folder, manifest);
}

/** The extension with a translation into the made-up language, as a translator would write one: two more files. @param {string} folder */
async function writeTranslatedExtension(folder) {
  const { getL10nPseudoLocalized } = await import('@vscode/l10n-dev');
  await copyExtension(folder, await manifestOf());
  for (const name of ['package.nls', 'l10n/bundle.l10n']) {
    const english = JSON.parse(await readFile(join(root, `${name}.json`), 'utf8'));
    await writeFile(join(folder, `${name}.${PSEUDO_LOCALE}.json`), JSON.stringify(getL10nPseudoLocalized(english)));
  }
}

const manifestOf = async () => JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await runMain(async () => {
  const { values } = parseArgs({ options: { web: { type: 'boolean', default: false }, translated: { type: 'boolean', default: false }, vsix: { type: 'string' } } });
  // Only the host can run tests in a web-worker extension host, and in a display language without a marketplace.
  const desktop = process.env.ENTENTE_VSCODE === 'desktop' && !values.web && !values.translated;
  if (values.translated && (values.web || values.vsix)) throw new Problem('The translation is tested in the Node extension host, by itself: leave out --web and --vsix.', 2);
  if (values.web && values.vsix) throw new Problem('The VSIX is tested in the Node extension host only: leave out --web.', 2);
  const vsix = values.vsix && resolve(values.vsix);
  if (vsix && !existsSync(vsix)) throw new Problem(`There is no ${vsix}.`, 2);
  if (!desktop) {
    await installHost();
    await findChromium();
  }
  await bundleTests();

  const { runTests, TestRunFailedError, downloadAndUnzipVSCode, runVSCodeCommand } = await import('@vscode/test-electron');
  const temporary = await mkdtemp(join(await realpath(tmpdir()), 'entente-tests-'));
  try {
    const extension = vsix ? join(temporary, 'empty') : values.web ? join(temporary, 'browser') : values.translated ? join(temporary, 'translated') : root;
    if (values.web) await writeBrowserExtension(extension);
    if (values.translated) await writeTranslatedExtension(extension);
    if (vsix) await writeEmptyExtension(extension);
    const launchArgs = [join(root, 'examples')];
    if (desktop) {
      const folders = [`--user-data-dir=${join(temporary, 'data')}`, `--extensions-dir=${join(temporary, 'extensions')}`];
      launchArgs.push(...folders);
      if (vsix) {
        await downloadAndUnzipVSCode();
        await runVSCodeCommand([...folders, '--install-extension', vsix]);
      }
    } else {
      if (values.web) launchArgs.push('--extensionDevelopmentKind=web');
      if (vsix) launchArgs.push(`--install-vsix=${vsix}`);
      if (values.translated) launchArgs.push(`--locale=${PSEUDO_LOCALE}`);
    }
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: launcher }),
      extensionDevelopmentPath: extension,
      // VS Code runs tests in the host of the extension whose folder they are in.
      extensionTestsPath: values.web ? join(extension, relative(root, `${bundles.web}.js`)) : values.translated ? join(extension, relative(root, bundles.node)) : bundles.node,
      launchArgs,
      extensionTestsEnv: { ENTENTE_TEST_KIND: vsix ? 'vsix' : values.translated ? 'translated' : 'node' },
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code || 1;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});

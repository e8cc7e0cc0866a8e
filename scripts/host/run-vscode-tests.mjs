// Runs test/vscode inside VS Code: `node scripts/host/run-vscode-tests.mjs [--web | --translated | --restricted] [--vsix PATH]`.
// `--translated`: in a made-up display language; `--restricted`: in a folder that is not trusted.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
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

/** Writes what is packed in a VSIX. @param {string} folder @param {string} vsix */
async function unpack(folder, vsix) {
  for (const file of (await JSZip.loadAsync(await readFile(vsix))).file(/^extension\/./)) {
    const path = join(folder, file.name.slice('extension/'.length));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.async('nodebuffer'));
  }
}

/** A copy of what was built. @param {string} folder */
async function copyExtension(folder) {
  for (const part of ['package.json', 'dist', 'docs', 'syntaxes', 'media', 'l10n', 'package.nls.json', 'language-configuration.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
}

/**
 * The extension as a host without Node sees it: with both `main` and `browser`, VS Code would take the Node entry whatever
 * kind is asked for. @param {string} folder @param {string | undefined} vsix What is packed there; without it, what was built.
 */
async function writeBrowserExtension(folder, vsix) {
  await (vsix ? unpack(folder, vsix) : copyExtension(folder));
  const { main: _, bin: __, ...manifest } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await cp(`${bundles.web}.js`, join(folder, relative(root, `${bundles.web}.js`)));
}

/** The extension with a translation into the made-up language, as a translator would write one: two more files. @param {string} folder */
async function writeTranslatedExtension(folder) {
  const { getL10nPseudoLocalized } = await import('@vscode/l10n-dev');
  await copyExtension(folder);
  for (const name of ['package.nls', 'l10n/bundle.l10n']) {
    const english = JSON.parse(await readFile(join(root, `${name}.json`), 'utf8'));
    await writeFile(join(folder, `${name}.${PSEUDO_LOCALE}.json`), JSON.stringify(getL10nPseudoLocalized(english)));
  }
}

await runMain(async () => {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values } = parseArgs({ options: { web: flag, translated: flag, restricted: flag, vsix: { type: 'string' } } });
  // Only the host can run tests in a web-worker extension host, in a display language without a marketplace, and in a folder that it does not trust.
  const desktop = process.env.ENTENTE_VSCODE === 'desktop' && !values.web && !values.translated && !values.restricted;
  if (Number(values.web) + Number(values.translated) + Number(values.restricted) + Number(values.vsix !== undefined && !values.web) > 1) throw new Problem('Of --translated, --restricted, and --web or --vsix, one at a time.', 2);
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
    const extension = values.web ? join(temporary, 'browser') : vsix ? join(temporary, 'empty') : values.translated ? join(temporary, 'translated') : root;
    if (values.web) await writeBrowserExtension(extension, vsix);
    else if (vsix) await writeEmptyExtension(extension);
    else if (values.translated) await writeTranslatedExtension(extension);
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
      else if (vsix) launchArgs.push(`--install-vsix=${vsix}`);
      if (values.restricted) launchArgs.push('--restricted');
      if (values.translated) launchArgs.push(`--locale=${PSEUDO_LOCALE}`);
    }
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: launcher }),
      extensionDevelopmentPath: extension,
      // VS Code runs tests in the host of the extension whose folder they are in.
      extensionTestsPath: values.web ? join(extension, relative(root, `${bundles.web}.js`)) : values.translated ? join(extension, relative(root, bundles.node)) : bundles.node,
      launchArgs,
      extensionTestsEnv: { ENTENTE_TEST_KIND: values.restricted ? 'restricted' : values.translated ? 'translated' : vsix ? 'vsix' : 'node' },
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code || 1;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});

// What the bundles are made of: the licences of every package in them, and a software bill of materials (CycloneDX 1.5).
// Both say the same for the same lock file, whenever and wherever they are made.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The packages whose code is in the bundles, by the inputs that esbuild names; sorted. */
export function bundledPackages(root, metafiles) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const folders = new Set();
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    // The innermost package that a file belongs to; its name may have a scope.
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(input.replaceAll('\\', '/'))?.[1];
    if (folder !== undefined) folders.add(folder.slice(folder.indexOf('node_modules/')));
  }
  return [...folders].sort().map((folder) => {
    const locked = lock[folder];
    if (!locked?.integrity || !locked.license) throw new Error(`${folder} is in a bundle, but not in the lock file with integrity and licence.`);
    const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
    if (file === undefined) throw new Error(`${folder} is in a bundle and has no licence file.`);
    return {
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length), version: locked.version, licence: locked.license,
      integrity: locked.integrity, text: readFileSync(path.join(root, folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
    };
  });
}

export const noticesText = (packages) => [
  'The files in this folder hold code of these packages, under these licences.',
  ...packages.map(({ name, version, licence, text }) => `${'='.repeat(80)}\n${name} ${version} (${licence})\n\n${text}`),
].join('\n\n') + '\n';

/** Hashes are those of the packages as the registry has them. */
export const sbom = (product, packages) => `${JSON.stringify({
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json', bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
  metadata: { component: { type: 'application', name: product.name, version: product.version, licenses: [{ license: { id: product.license } }] } },
  components: packages.map(({ name, version, licence, integrity }) => {
    const [algorithm, digest] = integrity.split('-');
    return {
      type: 'library', name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}`, licenses: [{ license: { id: licence } }],
      hashes: [{ alg: algorithm.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
    };
  }),
}, null, 2)}\n`;

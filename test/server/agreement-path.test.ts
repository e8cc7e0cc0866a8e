import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementUris, pathInFolders } from '../../src/server/agreement-path.js';
import { canonical } from '../../src/server/uris.js';
import { ToolProblem } from '../../src/service/tool-input.js';

const folder = (uri: string): string => canonical(uri.endsWith('/') ? uri : `${uri}/`);
const UNIX = folder('file:///firm/deals');
const DRIVE = folder('file:///c:/firm/deals');
const REMOTE = folder('vscode-remote://ssh-remote%2Bbox/firm/deals');
const VIRTUAL = folder('vscode-vfs://github/someone/deals');

describe('the path of an agreement', () => {
  test('is relative to a folder, absolute inside it, or a URI inside it', () => {
    const same: readonly (readonly [string, readonly string[]])[] = [
      [UNIX, ['a/b.entente.yaml', '/firm/deals/a/b.entente.yaml', './a/../a/b.entente.yaml', 'file:///firm/deals/a/b.entente.yaml', '/firm/deals/../deals/a/b.entente.yaml']],
      [DRIVE, ['a/b.entente.yaml', 'a\\b.entente.yaml', 'c:\\firm\\deals\\a\\b.entente.yaml', 'C:\\firm\\deals\\a\\b.entente.yaml', '/C:/firm/deals/a/b.entente.yaml', 'file:///c%3A/firm/deals/a/b.entente.yaml']],
      [REMOTE, ['a/b.entente.yaml', '/firm/deals/a/b.entente.yaml', 'vscode-remote://ssh-remote%2Bbox/firm/deals/a/b.entente.yaml']],
      [VIRTUAL, ['a/b.entente.yaml', '/someone/deals/a/b.entente.yaml']],
    ];
    for (const [root, paths] of same) for (const path of paths) assert.deepEqual(agreementUris(path, [root]), [`${root}a/b.entente.yaml`], path);
  });

  test('has every character for itself', () => {
    assert.deepEqual(agreementUris('50% (a) #1?.entente.yaml', [UNIX]), [canonical('file:///firm/deals/50%25%20(a)%20%231%3F.entente.yaml')]);
    assert.deepEqual(agreementUris('%2e%2e/x.entente.yaml', [UNIX]), [`${UNIX}%252e%252e/x.entente.yaml`]);
  });

  test('never leads out', () => {
    for (const root of [UNIX, DRIVE, REMOTE, VIRTUAL]) {
      for (const path of [
        '../x.entente.yaml', 'a/../../x.entente.yaml', '/x.entente.yaml', '//deals/x.entente.yaml', '/firm/deals-not/x.entente.yaml', 'file:///firm/deals/%2e%2e/x.entente.yaml',
        'file://host/firm/deals/x.entente.yaml', 'https://example.com/x.entente.yaml', 'd:\\firm\\deals\\x.entente.yaml'.replace('d:\\', root === DRIVE ? 'd:\\' : '/d/'),
      ]) assert.throws(() => agreementUris(path, [root]), ToolProblem, `${path} in ${root}`);
    }
  });

  test('has the name of an agreement', () => {
    for (const path of ['', 'README.md', '.env', 'x.yaml', 'x.entente.yaml/', '\0.entente.yaml', '\ud800.entente.yaml']) assert.throws(() => agreementUris(path, [UNIX]), ToolProblem, path);
    assert.throws(() => agreementUris('a.entente.yaml', []), /No folder is open/);
  });

  test('may begin with the name of its folder where there are several', () => {
    const other = folder('file:///firm/drafts');
    assert.deepEqual(agreementUris('drafts/x.entente.yaml', [UNIX, other]), [`${UNIX}drafts/x.entente.yaml`, `${other}drafts/x.entente.yaml`, `${other}x.entente.yaml`]);
    assert.deepEqual(agreementUris('/firm/drafts/x.entente.yaml', [UNIX, other]), [`${other}x.entente.yaml`]);
  });

  test('is told as it can be asked for', () => {
    const other = folder('file:///firm/dr%20afts');
    for (const folders of [[UNIX], [other], [UNIX, other]]) {
      for (const root of folders) {
        const uri = `${root}a/%C3%A4%20(1).entente.yaml`.replace('(1)', encodeURIComponent('(1)'));
        assert.ok(agreementUris(pathInFolders(uri, folders), folders).includes(uri), uri);
      }
    }
    assert.equal(pathInFolders(`${other}x.entente.yaml`, [UNIX, other]), 'dr afts/x.entente.yaml');
  });
});

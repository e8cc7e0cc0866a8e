import { assert } from './assert';
import { ententeExtension } from './support';

describe('the extension', () => {
  it('is found and activates', async () => {
    const extension = await ententeExtension();
    if (!extension.isActive) throw new Error('it is not active');
  });

  it('has texts in place of all keys of its manifest', async () => {
    const manifest = JSON.stringify((await ententeExtension()).packageJSON);
    assert.match(manifest, /Show Availability Matrix/);
    assert.equal(/"%[^"]*%"/.exec(manifest)?.[0], undefined);
  });
});

import { ententeExtension } from './support';

describe('the extension', () => {
  it('is found and activates', async () => {
    const extension = await ententeExtension();
    if (!extension.isActive) throw new Error('it is not active');
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileSettings } from '../../src/server/settings.js';
import { Workspace } from '../../src/server/workspace.js';

const URI = 'file:///deals/main.entente.yaml';
const SETTINGS: FileSettings = { asOf: undefined, hints: { term: true, ended: true, depends: true, sum: true }, lenses: [], severities: new Map(), validateUnopened: false, keyOrder: 'keep' };

test('a request that comes while a newer text is being analysed gets that text, not the one before', async () => {
  let answer: (() => void) | undefined;
  let asked = (): void => undefined;
  const workspace = new Workspace({
    read: () => Promise.resolve(null), list: () => Promise.resolve([]), indexing: () => undefined, analysed: () => undefined, changed: () => undefined,
    settings: () => {
      asked();
      return new Promise((resolve) => { answer = () => resolve(SETTINGS); });
    },
    failed: (what, error) => assert.fail(`${what}: ${String(error)}`),
  });
  const finish = async <T>(wanted: Promise<T>): Promise<T> => {
    let done = false;
    void wanted.finally(() => (done = true));
    while (!done) {
      answer?.();
      await new Promise((next) => void setImmediate(next));
    }
    return wanted;
  };
  workspace.put({ uri: URI, version: 1, text: 'entente: 1\n' });
  assert.equal((await finish(workspace.current(URI))).version, 1);
  const begun = new Promise<void>((resolve) => { asked = resolve; });
  workspace.put({ uri: URI, version: 2, text: 'entente: 1\ntitle: New\n' });
  await begun; // the analysis has begun by itself, and waits for settings
  assert.equal((await finish(workspace.current(URI))).version, 2);
});

import * as vscode from 'vscode';
import { assert } from './assert';
import { closeEditors, diagnosticsOf, ententeExtension, hasBridge, openExample, page, testKind, waitFor } from './support';

const EXAMPLE = 'before-the-renegotiation.entente.yaml';

/** The process of the server: the child of this extension host that runs its file. Only Linux tells without another program. */
function serverProcess(): number | undefined {
  const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = / \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ' '))?.[1];
      if (Number(parent) === process.pid && /server\/node\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return Number(pid);
    } catch {
      // it has ended meanwhile
    }
  }
  return undefined;
}

/** Whole numbers from 0 up to, and without, a bound: the same ones for a seed (a linear congruential generator). */
const randomOf = (seed: number) => (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const turn = async (turns: number): Promise<void> => {
  for (let taken = 0; taken < turns; taken += 1) await new Promise((done) => setImmediate(done));
};

describe('a server that is killed', () => {
  before(function () {
    if (testKind === 'web' || process.platform !== 'linux') this.skip();
    return ententeExtension().then(() => undefined);
  });
  afterEach(closeEditors);

  it('comes back with the text as it is, at whatever moment; after the fifth time it stays away, says so, and can be started again', async function () {
    this.timeout(240_000);
    const { document } = await openExample(EXAMPLE);
    const original = document.getText();
    await diagnosticsOf(document.uri, (list) => list.length > 0);
    const newServer = (old: number): Promise<number> => waitFor(() => {
      const pid = serverProcess();
      return pid === old ? undefined : pid;
    }, { what: 'a new server', timeout: 45_000 });
    const insert = async (text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), text);
      await vscode.workspace.applyEdit(edit);
    };
    let written = '';
    let pid = await waitFor(serverProcess, { what: 'the server' });
    /** Writes so many lines and asks for a hover, with the kill at one of these steps, or some turns of the event loop later. */
    const work = async (lines: number, step: number, turns: number): Promise<void> => {
      for (let at = 0; at <= lines; at += 1) {
        if (at === step) void turn(turns).then(() => process.kill(pid, 'SIGKILL'));
        if (at < lines) {
          const line = `unknown-${written.split('\n').length}: true\n`;
          await insert(line);
          written += line;
        } else await Promise.resolve(vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(3, 3))).catch(() => undefined); // nobody may be left to answer
      }
    };
    const isWhole = (moment: string): Promise<unknown> => {
      const lines = written.split('\n').length - 1;
      return diagnosticsOf(document.uri, (list) => list.filter(({ message }) => message.includes('unknown-')).length === lines, `findings of ${lines} lines, ${moment}`);
    };
    const staysAway = async (): Promise<void> => {
      await vscode.commands.executeCommand('notifications.clearAll'); // only three are drawn at once
      process.kill(pid, 'SIGKILL');
      await waitFor(() => serverProcess() === undefined, { what: 'the server to be gone' });
      if (hasBridge()) {
        await vscode.commands.executeCommand('notifications.showList');
        await page.wait('.monaco-workbench', 'has crashed 5 times in 3 minutes');
        await page.screenshot('crashed');
      }
      assert.equal(serverProcess(), undefined);
      assert.equal(document.getText(), original + written);
      await vscode.commands.executeCommand('entente.restartServer');
      pid = await newServer(pid);
      await work(1, -1, 0);
      await isWhole('started by hand');
      await vscode.commands.executeCommand('notifications.clearAll');
    };
    const random = randomOf(Number(process.env['ENTENTE_SEED'] ?? 1));
    for (let time = 1; time <= 9; time += 1) {
      if (time === 5) {
        await staysAway();
        continue;
      }
      const [lines, step, turns] = [1 + random(4), random(5), random(60)] as const;
      await work(lines, Math.min(lines, step), turns);
      pid = await newServer(pid);
      await isWhole(`killed ${turns} turns after step ${Math.min(lines, step)} of ${lines}`);
      assert.equal(document.getText(), original + written);
    }
    await staysAway();
  });
});

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

describe('a server that is killed', () => {
  before(function () {
    if (testKind === 'web' || process.platform !== 'linux') this.skip();
    return ententeExtension().then(() => undefined);
  });
  afterEach(closeEditors);

  it('comes back with the text as it is; after the fifth time it stays away, says so, and can be started again', async function () {
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
    for (let time = 1; time <= 4; time += 1) {
      const line = `unknown-${time}: true\n`;
      // Now before an edit, now right after it, now while it answers.
      if (time % 2 === 0) process.kill(pid, 'SIGKILL');
      await insert(line);
      written += line;
      const asked = time === 3 ? vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(3, 3)) : undefined;
      if (time % 2 === 1) process.kill(pid, 'SIGKILL');
      await Promise.resolve(asked).catch(() => undefined); // nobody is left to answer
      pid = await newServer(pid);
      await diagnosticsOf(document.uri, (list) => list.filter(({ message }) => message.includes('unknown-')).length === time, `findings after crash ${time}`);
      assert.equal(document.getText(), original + written);
    }
    await vscode.commands.executeCommand('notifications.clearAll'); // only three are drawn at once
    process.kill(pid, 'SIGKILL');
    if (hasBridge()) {
      await waitFor(() => serverProcess() === undefined, { what: 'the server to be gone' });
      await vscode.commands.executeCommand('notifications.showList');
      await page.wait('.monaco-workbench', 'has crashed 5 times in 3 minutes');
      await page.screenshot('crashed');
    } else await waitFor(() => serverProcess() === undefined, { what: 'the server to be gone' });
    assert.equal(serverProcess(), undefined);
    assert.equal(document.getText(), original + written);
    await vscode.commands.executeCommand('entente.restartServer');
    await newServer(pid);
    await insert('unknown-5: true\n');
    await diagnosticsOf(document.uri, (list) => list.filter(({ message }) => message.includes('unknown-')).length === 5, 'findings after the restart');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

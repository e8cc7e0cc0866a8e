import { assert } from './assert';
import * as vscode from 'vscode';
import { shownEarlier, shownNow } from './reload';
import { closeEditors, waitFor, webview } from './support';

describe('after a reload of the window', () => {
  after(closeEditors);

  it('the panel is there with its day, assumptions, selection, opened lines and scroll', async () => {
    const before = await shownEarlier();
    const same = async (): Promise<boolean> => JSON.stringify(await shownNow()) === JSON.stringify(before);
    await waitFor(same, { what: 'the panel as it was' }).catch(async () => assert.deepEqual(await shownNow(), before));
  });

  it('goes on to follow the text', async () => {
    const document = vscode.workspace.textDocuments.find(({ fileName }) => fileName.endsWith('openai-cloud-alliances.entente.yaml'));
    assert.ok(document);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(document.getText().indexOf('title: ') + 7), document.lineAt(document.positionAt(document.getText().indexOf('title: ')).line).range.end), 'Renamed');
    await vscode.workspace.applyEdit(edit);
    await webview.wait('h1', 'Renamed');
  });
});

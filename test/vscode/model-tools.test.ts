import { assert } from './assert';
import * as vscode from 'vscode';
import { modelTool } from '../../src/client/model-tools';
import { TOOL_LABELS } from '../../src/protocol-tools';
import { closeEditors, ententeExtension, exampleUri, openExample, openText, testKind, waitFor } from './support';

const EXAMPLE = 'openai-cloud-alliances.entente.yaml';
const NAMES = ['check_entente_agreements', 'compare_entente_agreements', 'explain_entente_cell', 'get_entente_availability'];

/** Invokes a tool as another extension would. In test runs VS Code answers its own question to the user with yes. */
async function invoke(name: string, input: object, tokenizationOptions?: vscode.LanguageModelToolTokenizationOptions): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { toolInvocationToken: undefined, input, ...(tokenizationOptions ? { tokenizationOptions } : {}) });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

const refusal = (asked: Promise<string>): Promise<string> => asked.then((text) => { throw new Error(`answered: ${text}`); }, (error: Error) => error.message);

describe('the tools for language models', () => {
  before(ententeExtension);
  afterEach(closeEditors);

  it('are there, with names, tags and schemas', async () => {
    const ours = await waitFor(() => {
      const tools = vscode.lm.tools.filter(({ tags }) => tags.includes('entente'));
      return tools.length === NAMES.length ? tools : undefined;
    }, { what: 'the tools' });
    assert.deepEqual(ours.map(({ name }) => name).sort(), NAMES);
    for (const { description, inputSchema } of ours) {
      assert.match(description, /data, never instructions/);
      assert.equal((inputSchema as { additionalProperties: boolean }).additionalProperties, false);
    }
  });

  it('answer from files that are not open', async () => {
    assert.match(await invoke('check_entente_agreements', { file: EXAMPLE }), /^1 file checked: 0 errors, 1 warning, .*\n\n.*:\d+:\d+ warning conflict: /);
    assert.match(await invoke('get_entente_availability', { file: EXAMPLE, day: '2026-05-01', product: 'frontier' }), /^frontier on aws: exclusive; because amazon-alliance\/frontier-exclusive$/m);
    assert.match(await invoke('explain_entente_cell', { file: exampleUri(EXAMPLE).path, product: 'frontier', cloud: 'azure', day: '2026-05-01' }), /Why conflict\n/);
    assert.match(await invoke('compare_entente_agreements', { file: EXAMPLE, before_day: '2026-04-26' }), /^Cells changed: 12$/m);
  });

  it('answer from unsaved text, and list every file', async () => {
    const editor = await openText('asked.entente.yaml', 'entente: 1\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'bogus: 1\n'));
    assert.match(await invoke('check_entente_agreements', { file: 'asked.entente.yaml' }), /asked\.entente\.yaml:2:1 error unknown-key/);
    await closeEditors();
    await vscode.workspace.fs.delete(exampleUri('asked.entente.yaml'));
    const all = await invoke('check_entente_agreements', { severity: 'error' });
    assert.match(all, /^\d+ files checked: /);
    assert.match(all, /imports-shared\.entente\.yaml/);
  });

  it('ask the user first, with the input as text', () => {
    const tool = modelTool(TOOL_LABELS[0]!, { running: () => true, request: () => Promise.reject(new Error('nothing is asked yet')) });
    const prepared = tool.prepareInvocation!({ input: { file: '[x](command:y) <b>.entente.yaml' } }, new vscode.CancellationTokenSource().token) as vscode.PreparedToolInvocation;
    assert.equal(prepared.invocationMessage, 'Checking agreements');
    assert.equal(prepared.confirmationMessages?.title, 'Entente: Check Agreements');
    const { value, isTrusted } = prepared.confirmationMessages!.message as vscode.MarkdownString;
    assert.match(value, /changes nothing; the answer goes to the language model/);
    assert.ok(value.replaceAll('&nbsp;', ' ').includes('file: \\[x\\]\\(command:y\\)') && !value.includes('<b>') && isTrusted !== true, value);
  });

  it('throw what a model can act on', async () => {
    assert.match(await refusal(invoke('get_entente_availability', { file: EXAMPLE, day: 'tomorrow' })), /`day` is not a day of the calendar.*2026-04-27/);
    assert.match(await refusal(invoke('explain_entente_cell', { file: EXAMPLE, product: 'fronteir', cloud: 'aws' })), /Did you mean `frontier`\?/);
    assert.match(await refusal(invoke('check_entente_agreements', { file: '../outside.entente.yaml' })), /outside the workspace/);
    assert.match(await refusal(invoke('check_entente_agreements', { file: '/etc/outside.entente.yaml' })), /outside the workspace/);
    assert.match(await refusal(invoke('check_entente_agreements', { file: 'README.md' })), /no agreement file/);
  });

  it('do not follow a link out of the workspace', async function () {
    if (testKind === 'web') return this.skip(); // no links can be made there
    const { execFileSync } = await import('node:child_process');
    const script = `const fs = require('fs'), path = require('path'); const out = fs.mkdtempSync(path.join(require('os').tmpdir(), 'entente-out-'));
      fs.writeFileSync(path.join(out, 'secret.entente.yaml'), 'entente: 1\\ntitle: Secret\\n'); fs.symlinkSync(path.join(out, 'secret.entente.yaml'), process.argv[1]); fs.symlinkSync(out, process.argv[2], 'junction'); process.stdout.write(out);`;
    const [file, folder] = [exampleUri('link.entente.yaml').fsPath, exampleUri('linked').fsPath];
    const outside = execFileSync(process.execPath, ['-e', script, file, folder], { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    try {
      for (const name of ['link.entente.yaml', 'linked/secret.entente.yaml']) assert.match(await refusal(invoke('get_entente_availability', { file: name })), /no readable agreement file/);
      assert.ok(!(await invoke('check_entente_agreements', { severity: 'error' })).includes('secret'), 'a linked file is not listed');
    } finally {
      execFileSync(process.execPath, ['-e', 'const fs = require("fs"); for (const one of process.argv.slice(1)) fs.rmSync(one, { recursive: true, force: true });', file, folder, outside], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    }
  });

  it('say less where the model has room for less', async () => {
    await openExample(EXAMPLE);
    const tokenizationOptions = { tokenBudget: 500, countTokens: (text: string) => Promise.resolve(Math.ceil(text.length / 4)) };
    const text = await invoke('explain_entente_cell', { file: EXAMPLE, product: 'frontier', cloud: 'azure', day: '2026-05-01' }, tokenizationOptions);
    assert.ok(text.length <= 2000, `${text.length} characters`);
    assert.match(text, /left out/);
  });
});

import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsOf, ententeExtension, exampleUri, testKind, waitFor } from './support';

/** Runs a task to its end and gives the exit code of its process. */
async function ended(task: vscode.Task): Promise<number | undefined> {
  const events: vscode.TaskProcessEndEvent[] = [];
  const listening = vscode.tasks.onDidEndTaskProcess((event) => events.push(event));
  try {
    const execution = await vscode.tasks.executeTask(task);
    return (await waitFor(() => events.find((event) => event.execution === execution), { what: `the task ${task.name} to end`, events: [vscode.tasks.onDidEndTaskProcess] })).exitCode;
  } finally {
    listening.dispose();
  }
}

describe('tasks', () => {
  before(ententeExtension);
  afterEach(closeEditors);
  after(() => vscode.commands.executeCommand('workbench.action.closePanel')); // tasks open their terminal

  it('are there where there are processes, and nowhere else', async () => {
    const found = await vscode.tasks.fetchTasks({ type: 'entente' });
    assert.deepEqual(found.map(({ name }) => name).sort(), testKind === 'web' ? [] : ['check agreements', 'put agreements in order', 'run expectations']);
  });

  it('run the command line of the extension; findings of closed files become problems', async function () {
    if (testKind === 'web') this.skip();
    const found = await vscode.tasks.fetchTasks({ type: 'entente' });
    const named = (name: string): vscode.Task => {
      const task = found.find((one) => one.name === name);
      if (!task) throw new Error(`no task ${name}`);
      return task;
    };
    const file = exampleUri('broken/unknown-key.entente.yaml');
    assert.equal(await ended(named('check agreements')), 1);
    const [problem] = await diagnosticsOf(file, (diagnostics) => diagnostics.some(({ code }) => code === 'unknown-key'));
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(problem?.range.start.line, 1);
    assert.equal(await ended(named('run expectations')), 0);
  });

  it('take the paths of a definition, as arguments and never as options', async function () {
    if (testKind === 'web') this.skip();
    const [check] = (await vscode.tasks.fetchTasks({ type: 'entente' })).filter(({ name }) => name === 'check agreements');
    const { execution } = check ?? {};
    assert.ok(execution instanceof vscode.ProcessExecution);
    assert.deepEqual(execution.args.slice(1), ['check', '--', '.']);
  });
});

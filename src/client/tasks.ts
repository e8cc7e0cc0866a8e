import { type Disposable, l10n, ProcessExecution, Task, type TaskDefinition, TaskGroup, tasks, Uri, workspace, type WorkspaceFolder } from 'vscode';

const TYPE = 'entente';
const MATCHER = '$entente';
/** What a task may run; each takes files and folders. */
const COMMANDS = { check: l10n.t('check agreements'), test: l10n.t('run expectations'), format: l10n.t('put agreements in order') };
type Command = keyof typeof COMMANDS;

/** Tasks that run the command line of the extension over folders on disk. None in Restricted Mode, and none in a browser, which has no processes. */
export function ententeTasks(extension: Uri): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.isTrusted ? (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')
      .flatMap((folder) => (Object.keys(COMMANDS) as Command[]).map((command) => taskOf(extension, { type: TYPE, command }, folder, command))) : []),
    resolveTask: ({ definition, scope }) => {
      const command = commandOf(definition);
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return workspace.isTrusted && command !== undefined && folder?.uri.scheme === 'file' ? taskOf(extension, definition, folder, command) : undefined;
    },
  });
}

const commandOf = ({ command }: TaskDefinition): Command | undefined => (Object.keys(COMMANDS) as Command[]).find((one) => one === command);

/** The definition is kept as it is written: the editor finds the task by it. */
function taskOf(extension: Uri, definition: TaskDefinition, folder: WorkspaceFolder, command: Command): Task {
  const given: unknown = definition['paths'];
  const paths = Array.isArray(given) ? given.filter((path): path is string => typeof path === 'string' && path !== '') : [];
  const script = Uri.joinPath(extension, 'dist', 'cli', 'entente.js').fsPath;
  // A process and no shell: a path is one argument, and after `--` never an option. A desktop editor's program is its own Node.
  const execution = new ProcessExecution(process.execPath, [script, command, '--', ...paths.length > 0 ? paths : ['.']], {
    cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1', TERM: 'dumb' },
  });
  const task = new Task(definition, folder, COMMANDS[command], TYPE, execution, command === 'check' ? MATCHER : []);
  if (command === 'test') task.group = TaskGroup.Test;
  return task;
}

import { commands, l10n, type LogOutputChannel, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** Crashes within so many milliseconds count together; after the last of them the server is not started again by itself. */
const WINDOW = 3 * 60_000;
const CRASHES = 5;
/** Messages in a row that cannot be read or written, before the server is given up. */
const BROKEN = 3;

/** Starts a server that has gone again; where it keeps going, stops and says what can be done. The texts are the editor's, and every new server gets them. */
export function onCrash(output: LogOutputChannel): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: (_, __, count) => ({ action: (count ?? 0) <= BROKEN ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      while (crashes[0] !== undefined && now - crashes[0] > WINDOW) crashes.shift();
      if (crashes.length < CRASHES) return { action: CloseAction.Restart };
      crashes.length = 0; // who starts it by hand gets as many again
      void offer(output);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offer(output: LogOutputChannel): Promise<void> {
  const actions = new Map<string, () => unknown>([
    [l10n.t('Restart'), () => commands.executeCommand('entente.restartServer')], [l10n.t('Show Output'), () => output.show()], [l10n.t('Report Issue'), () => commands.executeCommand('entente.reportIssue')],
  ]);
  const choice = await window.showErrorMessage(
    l10n.t('The Entente language server has crashed {0} times in 3 minutes and is not started again. Your texts are not affected. If it began with one file, close that file and restart.', CRASHES), ...actions.keys(),
  );
  if (choice !== undefined) await actions.get(choice)?.();
}

import type { CancellationToken } from 'vscode-jsonrpc';
import type { ToolText } from '../protocol.js';
import { ToolProblem } from '../service/tool-input.js';
import { invalid } from './requests.js';
import { toolRequest } from './tool-requests.js';
import type { Workspace } from './workspace.js';

/** What a tool answers, in words. What a model can mend is an error of its parameters. */
export async function toolTextRequest(workspace: Workspace, params: unknown, token: CancellationToken): Promise<ToolText> {
  try {
    return { text: (await toolRequest(workspace, params, () => token.isCancellationRequested)).text };
  } catch (error) {
    throw error instanceof ToolProblem ? invalid(error.message) : error;
  }
}

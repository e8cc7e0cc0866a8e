import { type CancellationToken, commands, Disposable, l10n, type LanguageModelTool, LanguageModelTextPart, LanguageModelToolResult, type LanguageModelToolInvocationOptions, lm, MarkdownString, workspace } from 'vscode';
import { REQUESTS, type ToolParams } from '../protocol.js';
import { isToolText } from '../protocol-guards.js';
import { ANSWER_SIZE, TOOL_LABELS, type ToolLabel } from '../protocol-tools.js';
import type { ServerLink } from './panel-support.js';

/** The `when` of the tools in package.json: they are offered once there is an agreement in the window. */
const ACTIVE = 'entente.active';

/** The tools that language models call in the editor. The server answers them, from the texts as the editor has them. */
export function registerModelTools(server: ServerLink): Disposable {
  void commands.executeCommand('setContext', ACTIVE, true);
  return Disposable.from(...TOOL_LABELS.map((tool) => lm.registerTool(tool.name, modelTool(tool, server))));
}

/** Errors are thrown with what the model should do instead, as the platform's guide asks; like all that only models read, they are English. */
export const modelTool = (tool: ToolLabel, server: ServerLink): LanguageModelTool<object> => ({
  prepareInvocation: ({ input }) => ({
    invocationMessage: l10n.t(tool.progress),
    confirmationMessages: { title: `Entente: ${l10n.t(tool.title)}`, message: confirmation(tool, input) },
  }),
  invoke: async (options, token) => {
    if (!workspace.isTrusted) throw new Error('This workspace is not trusted, so agreements in it are not given to language models. Ask the user to trust the workspace first.');
    if (!server.running()) throw new Error('The language server of Entente is not running. Ask the user to run the command "Entente: Restart Language Server".');
    return new LanguageModelToolResult([new LanguageModelTextPart(await fittingAnswer(tool, options, server, token))]);
  },
});

/** What the user is asked: what is read, and for which question. The input is text, never markup. */
function confirmation({ summary }: ToolLabel, input: object): MarkdownString {
  const message = new MarkdownString(`${l10n.t(summary)} ${l10n.t('It reads agreements of this workspace and changes nothing; the answer goes to the language model.')}`);
  for (const [name, value] of Object.entries(input)) message.appendText(`\n${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return message;
}

/** Asks for less where the answer has more tokens than the model has room for. */
async function fittingAnswer(tool: ToolLabel, { input, tokenizationOptions }: LanguageModelToolInvocationOptions<object>, server: ServerLink, token: CancellationToken): Promise<string> {
  for (let limit: number = ANSWER_SIZE.usual; ;) {
    const answer = await server.request(REQUESTS.tool, { name: tool.name, input, limit } satisfies ToolParams, token);
    if (!isToolText(answer)) throw new Error('The language server did not understand the question.');
    const tokens = tokenizationOptions ? await tokenizationOptions.countTokens(answer.text, token) : 0;
    if (!tokenizationOptions || tokens <= tokenizationOptions.tokenBudget || limit <= ANSWER_SIZE.least) return answer.text;
    limit = Math.max(ANSWER_SIZE.least, Math.floor(0.9 * answer.text.length * tokenizationOptions.tokenBudget / tokens));
  }
}

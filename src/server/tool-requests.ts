import type { ToolAnswer } from '../protocol-tools.js';
import { answerTool, type ToolDesk } from '../render/tool-answers.js';
import type { ToolFile } from '../render/tool-room.js';
import { code, ToolProblem } from '../service/tool-input.js';
import { agreementUris, pathInFolders } from './agreement-path.js';
import { isRecord } from './options.js';
import type { Analysed, Workspace } from './workspace.js';

/** Names of files that are told to a model that has asked for one that is not there. */
const TOLD = 20;

/** What a tool answers from the files of the workspace. Throws a `ToolProblem` for what a model can mend, and once `stopped` says so. */
export function toolRequest(workspace: Workspace, params: unknown, stopped: () => boolean = () => false): Promise<ToolAnswer> {
  const { name, input, limit } = isRecord(params) ? params : {};
  return answerTool(typeof name === 'string' ? name : '', input, deskOf(workspace, stopped), typeof limit === 'number' && Number.isFinite(limit) ? limit : undefined);
}

function deskOf(workspace: Workspace, stopped: () => boolean): ToolDesk {
  const folders = workspace.folderUris();
  const shown = (uri: string): string => pathInFolders(uri, folders);
  const seen = ({ file, analysis, shown: findings }: Analysed): ToolFile => ({ name: shown(file), analysis, findings });
  const analysed = async (file: string, kept: boolean): Promise<ToolFile | undefined> => {
    if (stopped()) throw new ToolProblem('The question was taken back.');
    const result = kept || workspace.document(file) ? await workspace.current(workspace.clientUri(file)) : await workspace.analysisOf(file);
    return result.analysis.partnership.files.has(file) ? seen(result) : undefined;
  };
  return {
    shown,
    file: async (path) => {
      const uris = agreementUris(path, folders);
      const found = (await Promise.all(uris.map((uri) => analysed(uri, true)))).filter((file) => file !== undefined);
      // What is told as the name of a file always stands for that file.
      const file = found.find(({ name }) => name === path) ?? found[0];
      if (found.length > 1 && file?.name !== path) throw new ToolProblem(`${code(path)} is in several folders: ${found.map(({ name }) => code(name)).join(', ')}. Name one of them.`);
      if (!file) throw new ToolProblem(`There is no readable agreement file ${code(path)} in the workspace. ${await filesTold(workspace, shown)}`);
      return file;
    },
    total: async () => (await workspace.indexed(), workspace.knownFiles().length),
    async *files(many) {
      await workspace.indexed(true);
      for (const file of workspace.knownFiles().slice(0, many)) {
        const one = await analysed(file, false);
        if (one) yield one;
      }
    },
  };
}

async function filesTold(workspace: Workspace, shown: (uri: string) => string): Promise<string> {
  await workspace.indexed(true);
  const files = workspace.knownFiles().map(shown);
  if (files.length === 0) return 'It has no agreement files.';
  return `It has ${files.slice(0, TOLD).map(code).join(', ')}${files.length > TOLD ? ` and ${files.length - TOLD} more` : ''}.`;
}

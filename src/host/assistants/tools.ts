import * as vscode from 'vscode';
import { checkedInput, type Tool } from '../../core/answers/tool.js';
import { toolText } from '../../core/answers/toolText.js';
import { TOOLS } from '../../core/answers/tools.js';
import { safe, safeLines, safeText } from '../../core/render/safe.js';
import type { HostServices } from '../ui/services.js';
import { fileAt, toolFiles } from './toolFiles.js';

type Handler = Required<vscode.LanguageModelTool<object>>;

/** VS Code's names for the tools begin with ours. */
export const TOOL_PREFIX = 'calibrationTables_';

/** What language models may call, by the names in package.json. They read, and ask before they read what is not of the workspace. */
export function assistantTools(services: HostServices): ReadonlyMap<string, Handler> {
  return new Map(TOOLS.map((tool) => [TOOL_PREFIX + tool.name, handlerOf(tool, services)]));
}

function handlerOf(tool: Tool, services: HostServices): Handler {
  return {
    prepareInvocation: ({ input }) => ({
      invocationMessage: safeText(`${tool.title}: ${Object.values(input).map(String).join(', ')}`),
      ...confirmation(outside(tool, input)),
    }),
    invoke: async ({ input }, token) => {
      const answer = await tool.run(checkedInput(tool, input), toolFiles(services, token));
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(toolText(answer))]);
    },
  };
}

/** Files that a call names and that lie outside of the workspace. */
function outside(tool: Tool, input: object): string[] {
  const paths = Object.entries(input).filter(([name]) => tool.input[name]?.isFile);
  return paths.map(([, path]) => String(path)).filter((path) => !vscode.workspace.getWorkspaceFolder(fileAt(path)));
}

function confirmation(paths: readonly string[]): Pick<vscode.PreparedToolInvocation, 'confirmationMessages'> {
  if (paths.length === 0) return {};
  const title = safe`Read files outside of the workspace?`;
  return { confirmationMessages: { title, message: safeLines(paths.map((path) => safeText(path))) } };
}

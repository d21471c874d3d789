import { Command } from 'commander';
import { readYardstick, type Yardstick } from '../../core/check/yardstick.js';
import { inputSchema, checkedInput, type Tool, type ToolFiles } from '../../core/answers/tool.js';
import { toolText } from '../../core/answers/toolText.js';
import { TOOLS } from '../../core/answers/tools.js';
import { readNetwork } from '../../core/naming/networkKinds.js';
import { quotingNothing } from '../../core/answers/quotingNothing.js';
import { readBytes, readTable } from '../input.js';
import type { serve, ServedTool } from '../mcp.js';
import { VERSION } from '../version.js';

type LoadServer = () => Promise<{ readonly serve: typeof serve }>;

/** `mcp`: the tools for assistants over standard input and output. */
export function mcpCommand(load: LoadServer): Command {
  return new Command('mcp')
    .description('Serve tools for assistants (Model Context Protocol over standard input and output). They only read.')
    .action(async () => (await load()).serve(TOOLS.map(served), VERSION));
}

function served(tool: Tool): ServedTool {
  const { name, title, description } = tool;
  const call = async (input: unknown): Promise<string> => toolText(await tool.run(checkedInput(tool, input), FILES));
  return { name, title, description, inputSchema: inputSchema(tool), call };
}

/** Files by their paths, relative ones from where the server was started. */
const FILES: ToolFiles = {
  table: async (path) => (await readTable(named(path))).document,
  yardstick: (path) => read(path, readYardstick),
  network: (path) => read(path, readNetwork),
};

async function read<T extends Yardstick | ReturnType<typeof readNetwork>>(
  path: string,
  reader: (bytes: Uint8Array, label: string) => T,
): Promise<T> {
  const bytes = await readBytes(named(path));
  return quotingNothing(path, () => reader(bytes, path));
}

/** Standard input is the protocol's: `-` is a file here. */
function named(path: string): string {
  return path === '-' ? './-' : path;
}

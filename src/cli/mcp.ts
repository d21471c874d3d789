/** The Model Context Protocol over standard input and output. A bundle of its own: no other command loads the SDK. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { messageOf } from '../core/texts/messageOf.js';

/** A tool as it is served. */
export interface ServedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object'; readonly properties: Record<string, object>; required: string[] };
  /** The answer as text. Throws Error with a sentence for the assistant. */
  call(input: unknown): Promise<string>;
}

/** Serves tools, all of which only read, until standard input ends. */
export async function serve(tools: readonly ServedTool[], version: string): Promise<void> {
  const server = new Server(
    { name: 'calibration-tables', version },
    { capabilities: { tools: {} }, jsonSchemaValidator },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return failed(`There is no tool of this name (known: ${tools.map(({ name }) => name).join(', ')}).`);
    try {
      return { content: [{ type: 'text', text: await tool.call(params.arguments) }] };
    } catch (error) {
      return failed(messageOf(error));
    }
  });
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((done) => {
    server.onclose = done;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(transport);
  await closed;
}

/** For answers of people, whom this server asks nothing: the SDK's own validator is left out of the bundle. */
const jsonSchemaValidator = {
  getValidator: (): never => {
    throw new Error('This server asks no questions.');
  },
};

function failed(text: string): object {
  return { isError: true, content: [{ type: 'text', text }] };
}

/** The tools for assistants, asked by the official client over a pipe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { program, samples, Workspace } from './support.js';

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text: string }[];
}

describe('mcp', () => {
  const workspace = new Workspace();
  const client = new Client({ name: 'test', version: '1.0.0' });
  const old = join(samples, 'resnet34/resnet34-trt7203.cache');
  const network = join(samples, 'resnet34/resnet34.prototxt');

  before(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'] })));
  after(() => client.close());

  it('offers four tools, all of which only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['show', 'check', 'compare', 'plan_convert'],
    );
    for (const { annotations } of tools) assert.equal(annotations?.readOnlyHint, true);
    assert.deepEqual(tools[3]?.inputSchema.required, ['path', 'to']);
  });

  it('shows a table, cut where it is long, and what of it is asked for', async () => {
    const table = await call('show', { path: old });
    assert.equal((table['summary'] as { entries: number }).entries, 162);
    assert.equal((table['entries'] as unknown[]).length, 100);
    assert.equal(table['entriesLeftOut'], 62);
    const [entry] = (await call('show', { path: old, name: 'CONV1' }))['entries'] as { name: string; bits: string }[];
    assert.equal(entry?.name, 'conv1');
  });

  it('checks one, with a network if there is one', async () => {
    const broken = await call('check', { path: join(samples, 'broken.cache') });
    assert.deepEqual(broken['counts'], { error: 6, warning: 3, info: 1 });
    assert.equal((broken['findings'] as { severity: string }[])[0]?.severity, 'error');
    const short = workspace.file('calib.json', '{ "data": { "scale": 1 } }');
    const checked = await call('check', { path: short, network });
    assert.ok((checked['missing'] as string[]).includes('conv1'));
  });

  it('compares two', async () => {
    const compared = await call('compare', { old, new: join(samples, 'resnet34/resnet34-trt8601.cache') });
    assert.equal((compared['summary'] as { changed: number }).changed, 95);
    const [first] = compared['changed'] as { log2Ratio: number }[];
    assert.ok(Math.abs(first?.log2Ratio ?? 0) > 2);
  });

  it('plans a conversion, and writes nothing', async () => {
    const before = workspace.files();
    const plan = await call('plan_convert', { path: old, to: 'nvdla', network });
    assert.equal(plan['entriesOut'], 162);
    assert.equal(plan['isRefused'], false);
    const short = workspace.cache('short.cache', 'data: 3c010204');
    assert.equal((await call('plan_convert', { path: short, to: 'nvdla', network }))['isRefused'], true);
    assert.deepEqual(workspace.files(), [...before, 'short.cache']);
    assert.match(
      await refusal('plan_convert', { path: join(samples, 'resnet34/resnet34-calib.json'), to: 'tensorrt' }),
      /trtVersion/,
    );
  });

  it('quotes nothing of files that are no tables and no networks', async () => {
    const secret = workspace.file('secret.txt', 'password: hunter2 {\n  token "abc"\n');
    assert.match(await refusal('show', { path: secret }), /is no calibration table/);
    for (const text of [
      await refusal('show', { path: secret }),
      await refusal('check', { path: old, network: secret }),
      await refusal('plan_convert', { path: old, to: 'nvdla', network: secret }),
    ])
      assert.doesNotMatch(text, /hunter2|token|abc/);
  });

  it('says what is wrong with a call', async () => {
    assert.match(await refusal('show', {}), /"show" wants "path", a text/);
    assert.match(await refusal('show', { path: workspace.path('gone.cache') }), /no such file/);
    assert.match(await refusal('write', { path: old }), /no tool of this name/);
  });

  it('lets no name end a line or turn letters round', async () => {
    const hostile = workspace.file('calib.json', JSON.stringify({ 'a\u202e\u001b[2J\u2028b': { scale: 1 } }));
    const { content } = (await client.callTool({ name: 'show', arguments: { path: hostile } })) as Answer;
    assert.doesNotMatch(content[0]?.text ?? '', /[\u001b\u202e\u2028]/);
    assert.match(content[0]?.text ?? '', /a\\u202e\\u001b\[2J\\u2028b/);
  });

  it('is set up by what the manual says', () => {
    const manual = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8');
    const [, json = ''] = /## Assistants[^]*?```json\n([^]*?)```/.exec(manual) ?? [];
    const { mcpServers } = JSON.parse(json) as { mcpServers: Record<string, { command: string; args: string[] }> };
    assert.deepEqual(mcpServers, { 'calibration-tables': { command: 'calibration-tables', args: ['mcp'] } });
  });

  async function call(name: string, input: Record<string, string>): Promise<Record<string, unknown>> {
    const { content, isError } = (await client.callTool({ name, arguments: input })) as Answer;
    assert.ok(!isError, content[0]?.text);
    return JSON.parse(content[0]?.text ?? '') as Record<string, unknown>;
  }

  async function refusal(name: string, input: Record<string, string>): Promise<string> {
    const { content, isError } = (await client.callTool({ name, arguments: input })) as Answer;
    assert.equal(isError, true);
    return content[0]?.text ?? '';
  }
});

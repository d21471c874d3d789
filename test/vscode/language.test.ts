import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, write } from './files.js';

const CACHE =
  'TRT-8601-EntropyCalibration2\ninput_1:0: 3c010a14\n(Unnamed Layer* 50) [Convolution]_output: 3c55b689\nzero: 0\nlayer/relu: 7f800000\n';
const NVDLA = `{
  "ünïcode — 层": { "scale": 0.5, "min": 0, "max": 0, "offset": 0 },
  "conv1": {
    "scale": 0.013044008240103722,
    "min": 0
  }
}`;

describe('language', () => {
  it('knows a cache by its first line, whatever its name', async () => {
    const document = await open('by-first-line.cache', CACHE);
    assert.equal(document.languageId, 'tensorrt-calibration-cache');
    assert.equal(
      (await open('legacy.cache', '0 3ff0000000000000 3fefffeb074a771d\ndata: 3c010a14\n')).languageId,
      'tensorrt-calibration-cache',
    );
  });

  it('leaves other caches alone', async () => {
    assert.notEqual((await open('qmake.cache', 'CONFIG += done\n')).languageId, 'tensorrt-calibration-cache');
    assert.equal((await open('number.txt', '1\n')).languageId, 'plaintext');
    assert.equal((await open('words.txt', 'TRT- is a prefix: abc\n')).languageId, 'plaintext');
  });

  for (const [name, text] of [
    ['resnet50.txt', CACHE],
    ['header-one.txt', '1\ndata: 3c008912\nprob: 3c010a14\n'],
  ] as const) {
    it(`adopts ${name}, once`, async () => {
      const { uri } = await open(name, text);
      const document = await eventually('the language is ours', () => documentOf(uri, 'tensorrt-calibration-cache'));
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      const next = await open(`after-${name}`, text);
      await eventually('the next one is ours', () => documentOf(next.uri, 'tensorrt-calibration-cache'));
      assert.ok(documentOf(uri, 'plaintext'), 'back to plain text means plain text');
    });
  }

  it('outlines the entries', async () => {
    const { uri } = await open('outline.cache', CACHE);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['input_1:0', '(Unnamed Layer* 50) [Convolution]_output', 'zero', 'layer/relu'],
    );
    assert.deepEqual(
      symbols.map(({ range }) => range.start.line),
      [1, 2, 3, 4],
    );
    assert.equal(symbols[1]?.detail, '±1.657');
  });
});

describe('hover', () => {
  describe('over a cache', () => {
    it('tells what an entry means', async () => {
      const text = await hoverAt(await open('hover.cache', CACHE), '3c55b689');
      for (const part of [
        '(Unnamed Layer* 50) [Convolution]_output',
        '0.013044008',
        '±1.656589',
        '3c55b689',
        'exponent 120 (2^-7)',
        'Convolution, number 50',
        '2 of 4',
      ]) {
        assert.ok(text.includes(part), `no "${part}" in:\n${text}`);
      }
    });

    it('tells what is wrong with it, and nothing of others', async () => {
      const document = await open('hover.cache', CACHE);
      assert.match(await hoverAt(document, 'zero'), /Warning:.*zero-scale/);
      assert.match(await hoverAt(document, '7f800000'), /Error:.*non-finite-scale/);
      assert.doesNotMatch(await hoverAt(document, 'input_1'), /Warning|Error/);
    });

    it('says why a line is not read', async () => {
      const document = await open('unread.cache', `${CACHE}no entry here\nlong: 3c55b68901\n`);
      assert.match(await hoverAt(document, 'no entry'), /Error:.*unreadable-line/);
      assert.match(await hoverAt(document, 'long'), /Error:.*hex-length/);
    });

    it('decodes the header and says what is known of reuse, with its basis', async () => {
      const text = await hoverAt(await open('hover.cache', CACHE), 'TRT-8601');
      for (const part of [
        'TensorRT 8.6.1',
        'EntropyCalibration2',
        'absolutely NOT compatible',
        '(documented)',
        '(inferred from reports)',
      ]) {
        assert.ok(text.includes(part), `no "${part}" in:\n${text}`);
      }
    });

    it('decodes an odd header', async () => {
      const text = await hoverAt(
        await open('odd.cache', CACHE.replace('8601', '8XXX').replace('\n', ' \n')),
        'TRT-8XXX',
      );
      assert.match(text, /not TensorRT/);
      assert.match(text, /unknown-header/);
    });

    it('follows edits', async () => {
      const document = await open('edited.cache', CACHE);
      assert.match(await hoverAt(document, '3c55b689'), /±1\.656589/);
      const edit = new vscode.WorkspaceEdit();
      const at = document.getText().indexOf('3c55b689');
      edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 8)), '3d55b689');
      await vscode.workspace.applyEdit(edit);
      assert.match(await hoverAt(document, '3d55b689'), /±6\.626356/);
      // Changed text that nobody shows is opened by VS Code after a while, beside what the next tests look at.
      assert.ok(await document.save());
    });

    it('works with CRLF and letters beyond ASCII', async () => {
      const document = await open(
        'crlf.cache',
        'TRT-8601-EntropyCalibration2\r\n层🙂/a: 3c010a14\r\nlast: 3c55b689\r\n',
      );
      assert.match(await hoverAt(document, '🙂'), /层🙂/);
      assert.match(await hoverAt(document, '3c55b689'), /\*\*last\*\*/);
    });

    it('shows names as they are, never as Markdown', async () => {
      const name = '[a](command:evil) **b** `c` <img src=x> ![d](https://example.org/x.png)';
      const [hover] = await hoversAt(
        await open('markdown.cache', `TRT-8601-EntropyCalibration2\n${name}: 3c010a14\n`),
        'evil',
      );
      const [content] = hover?.contents ?? [];
      assert.ok(content instanceof vscode.MarkdownString);
      assert.ok(!content.isTrusted && !content.supportHtml);
      assert.ok(content.value.startsWith('**\\[a\\]\\(command\\:evil\\) \\*\\*b\\*\\* \\`c\\` \\<img'), content.value);
    });

    it('is quick on a hundred thousand lines after the first time', async () => {
      const lines = Array.from({ length: 100_000 }, (_, i) => `tensor_${i}/层: 3c55b689\n`);
      const document = await open('large.cache', `TRT-8601-EntropyCalibration2\n${lines.join('')}`);
      await hoverAt(document, 'tensor_99998/');
      const start = performance.now();
      assert.match(await hoverAt(document, 'tensor_99999/'), /100000 of 100000/);
      assert.ok(performance.now() - start < 1000, `${performance.now() - start} ms`);
    });
  });

  describe("over NVDLA's JSON", () => {
    it('speaks at a name and at numbers, and elsewhere leaves the word to what the keys mean', async () => {
      const document = await open('hover-calib.json', NVDLA);
      for (const place of ['conv1', '0.013044008240103722']) {
        const text = await hoverAt(document, place);
        assert.ok(text.includes('**conv1**') && text.includes('±1.656589') && text.includes('3c55b689'), text);
      }
      assert.match(await hoverAt(document, 'scale": 0.013'), /^What a step of INT8 stands for/);
      assert.equal(await hoverAt(document, '}\n}'), '');
    });

    it('finds its place after letters beyond ASCII', async () => {
      const document = await open('hover-calib.json', NVDLA);
      assert.match(await hoverAt(document, '层'), /ünïcode/);
      assert.match(await hoverAt(document, '0.5'), /±63\.5/);
      const [hover] = await hoversAt(document, 'conv1');
      assert.equal(document.getText(hover?.range), '"conv1"');
    });

    it('is silent over other JSON', async () => {
      assert.equal(await hoverAt(await open('other.json', '{ "fx": 500.25, "fy": 500.5 }'), '500.25'), '');
    });
  });
});

describe('open as', () => {
  const closeAll = async (): Promise<void> => vscode.commands.executeCommand('workbench.action.closeAllEditors');
  beforeEach(closeAll);
  afterEach(closeAll);

  it('replaces text by table and back, in the same tab', async () => {
    const uri = await write('switch.cache', CACHE);
    const other = await write('other.txt', 'hello\n');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    await vscode.window.showTextDocument(other, { preview: false });
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand('calibrationTables.openAsTable');
    await eventually('the table stands in the first tab', () => input(0) instanceof vscode.TabInputCustom);
    await vscode.commands.executeCommand('calibrationTables.openAsText');
    await eventually('the text stands in the first tab', () => input(0) instanceof vscode.TabInputText);
    await eventually(
      () => `two tabs are left, not ${labels().join(', ')}`,
      () => labels().length === 2,
    );
  });

  for (const name of ['a.unusual', 'a.cache', 'CALIB.json', 'My-CALIB.json', 'a.json', 'a.txt']) {
    it(`opens ${name} as a table of its text`, async () => {
      const uri = await write(name, CACHE);
      await vscode.commands.executeCommand('calibrationTables.openAsTable', uri);
      await eventually('a table is open', () => {
        const active = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return (
          active instanceof vscode.TabInputCustom &&
          active.viewType === 'Calibration Table' &&
          active.uri.toString() === uri.toString()
        );
      });
    });
  }

  function labels(): string[] {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .map(({ label, input }) => `${label} (${input?.constructor.name ?? 'unknown'})`);
  }

  function input(tab: number): unknown {
    return vscode.window.tabGroups.activeTabGroup.tabs[tab]?.input;
  }
});

function documentOf(uri: vscode.Uri, languageId: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString() && document.languageId === languageId,
  );
}

async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(name, text));
  await eventually('the text is read from disk', () => document.getText() === text);
  return document;
}

async function hoversAt(document: vscode.TextDocument, place: string): Promise<vscode.Hover[]> {
  const offset = document.getText().indexOf(place);
  assert.ok(offset >= 0, `no "${place}" in ${document.uri.path}`);
  return vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
}

/** What hovers over the beginning of a place say, without Markdown's backslashes. */
async function hoverAt(document: vscode.TextDocument, place: string): Promise<string> {
  const hovers = await hoversAt(document, place);
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : String(content))),
  );
  return texts.join('\n').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

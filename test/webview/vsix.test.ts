import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureVsCode } from '../support/ensureVsCode.js';
import { npm } from '../support/npm.js';
import { root } from '../support/paths.js';
import { temporaryFolder } from '../support/temporary.js';
import { until } from '../support/until.js';
import { openWorkbench } from '../support/useWorkbench.js';
import { VsCodeServer } from '../support/vsCodeServer.js';
import type { Workbench } from '../support/workbench/workbench.js';
import { CACHE } from './support/files.js';
import { DiffView } from './support/diffView.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

/** What may be in the package, and nothing else. */
const ALLOWED =
  /^(package\.json|ThirdPartyNotices\.txt|readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest|dist\/[\w.]+\.js|dist\/ort-wasm-simd-threaded\.wasm|dist\/webview\/[\w-]+\.(js|css)|syntaxes\/[\w.-]+\.json|media\/[\w/-]+\.(png|svg|md)|samples\/[\w/-]+\.cache|l10n\/[\w.-]+\.json|package\.nls[\w.-]*\.json)$/;
const NEEDED = [
  'package.json',
  'package.nls.json',
  'package.nls.de.json',
  'l10n/bundle.l10n.de.json',
  'LICENSE.txt',
  'readme.md',
  'ThirdPartyNotices.txt',
  'dist/extension.js',
  'dist/allFeatures.js',
  'dist/extension.web.js',
  'dist/core.js',
  'dist/platform.js',
  'dist/platform.web.js',
  'dist/terminal.js',
  'dist/mcp.js',
  'dist/engine.js',
  'dist/engine.web.js',
  'dist/ort-wasm-simd-threaded.wasm',
  'dist/webview/build.js',
  'dist/webview/rank.js',
  'dist/webview/outputs.js',
  'dist/webview/table.js',
  'dist/webview/table.css',
  'dist/webview/views.css',
  'dist/webview/controls.css',
  'media/icon.png',
  'media/table-light.svg',
  'media/walkthrough/open.svg',
  'samples/resnet34/resnet34-trt7203.cache',
];
/** Of all but the engine and the languages beside English. */
const MOST_BYTES = 700_000;
/** What runs models, packed: onnxruntime's WebAssembly, and the worker around it. */
const ENGINE_BYTES = (3600 + 120) * 1024;
/** Texts of other languages, packed, each with its English one. */
const LANGUAGE_BYTES = 75_000;
/** What a file of each kind may take, in KiB unpacked; the first that fits counts. Who needs more says so here. */
const BUDGETS: readonly (readonly [RegExp, number])[] = [
  // What VS Code loads in every window that has JSON.
  [/^dist\/extension(\.web)?\.js$/, 10],
  // The host, the command line and the worker without what they share.
  [/^dist\/allFeatures\.js$/, 250],
  [/^dist\/terminal\.js$/, 110],
  [/^dist\/worker\.web\.js$/, 25],
  [/^dist\/core\.js$/, 520],
  // Loaded when an assistant asks.
  [/^dist\/mcp\.js$/, 150],
  // Loaded when a model is run.
  [/^dist\/engine\.web\.js$/, 340],
  [/^dist\/ort-wasm-simd-threaded\.wasm$/, 14_000],
  [/^dist\/webview\/shared-\w+\.js$/, 180],
  // With the inspector and the groups; the profile is loaded when it is shown.
  [/^dist\/webview\/table\.js$/, 78],
  [/^dist\/webview\/.*\.js$/, 70],
  [/^ThirdPartyNotices\.txt$/, 90],
  // File names stand in every condition of a menu, and each command of the menu over rows is one of the palette's, too.
  [/^package\.json$/, 110],
  [/^dist\/webview\/.*\.css$/, 40],
  // A language has every English text, too: it is the key.
  [/^l10n\/bundle\.l10n\.\w+\.json$/, 200],
  [/./, 25],
];

describe('the package', function () {
  this.timeout(180_000);
  const dataFolder = temporaryFolder('vsix-server');
  const extensionsFolder = temporaryFolder('vsix-extensions');
  const vsix = join(temporaryFolder('vsix'), 'calibration-tables.vsix');
  let server: VsCodeServer | undefined;
  let vscode: Workbench | undefined;

  after(async () => {
    await vscode?.close();
    await server?.stop();
  });

  it('is made', async () => {
    await npm(['run', 'package', '--', '--out', vsix], root);
    assert.ok(statSync(vsix).size < MOST_BYTES + ENGINE_BYTES + LANGUAGE_BYTES, `${statSync(vsix).size} bytes`);
  });

  it('is installed', async () => {
    const { node, serverMain } = await ensureVsCode();
    const folders = ['--extensions-dir', extensionsFolder, '--server-data-dir', dataFolder];
    await promisify(execFile)(
      node,
      [serverMain, '--accept-server-license-terms', '--install-extension', vsix, ...folders],
      { env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' } },
    );
    assert.equal(installed().length, 1);
  });

  it('holds what is needed and nothing else', () => {
    const folder = join(extensionsFolder, installed()[0] ?? '');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    assert.deepEqual(
      files.filter((file) => !ALLOWED.test(file)),
      [],
    );
    assert.deepEqual(
      NEEDED.filter((file) => !files.includes(file)),
      [],
    );
    for (const file of files) {
      const kib = statSync(join(folder, file)).size / 1024;
      const [, most = 0] = BUDGETS.find(([pattern]) => pattern.test(file)) ?? [];
      assert.ok(kib <= most, `${file}: ${kib.toFixed(1)} KiB, where ${most} are allowed`);
      if (/\.(js|css)$/.test(file))
        assert.doesNotMatch(readFileSync(join(folder, file), 'utf8').slice(-200), /sourceMappingURL/, file);
    }
  });

  it('opens a table', async () => {
    server = await VsCodeServer.start({ dataFolder, extensionsFolder });
    vscode = await openWorkbench({}, server);
    const table = await Table.open(vscode, CACHE);
    assert.equal(await table.count(), '162 of 162');
    await vscode.screenshot('vsix');
    assert.deepEqual(vscode.witness.policyViolations, []);
    assert.deepEqual(vscode.witness.foreignRequests, []);
  });

  it('converts, and compares', async () => {
    const workbench = vscode ?? assert.fail('no window');
    await workbench.runCommand('Calibration Tables: Convert to NVDLA JSON…');
    await workbench.quickInput.choose('resnet34.prototxt');
    const review = await workbench.webviewFrame('#footer #write');
    await review.click('#write');
    await answerSaveDialog(workbench, workbench.path('resnet34.json'));
    await until('the file', () => existsSync(workbench.path('resnet34.json')));
    const diff = await DiffView.compare(
      workbench,
      'detector/detector-trt7203.cache',
      'detector/detector-trt8601.cache',
    );
    assert.ok((await diff.rows.count()) > 0);
    assert.deepEqual(workbench.witness.policyViolations, []);
  });

  it('has a page in VS Code with its icon, without a broken picture or a link that leads nowhere', async () => {
    const { page, webviews } = await shownPage();
    const readme = await webviews.containing('h1');
    assert.match(await readme.locator('h1').first().innerText(), /Calibration Tables/);
    await until('the icon', () => page.locator('.extension-editor img.icon').evaluate(isDrawn));
    const pictures = readme.locator('img');
    for (const picture of await pictures.all())
      await until(`the picture ${await picture.getAttribute('src')}`, () => picture.evaluate(isDrawn));
    const targets = await readme.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    assert.deepEqual(
      targets.filter((target) => !/^(https:|#)/.test(target)),
      [],
    );
    await vscode?.screenshot('vsix-page');
  });

  async function shownPage(): Promise<Workbench> {
    const workbench = vscode ?? assert.fail('no window');
    await workbench.runCommand('View: Show Extensions');
    await workbench.page.locator('.extension-list-item').filter({ hasText: 'Calibration Tables' }).click();
    return workbench;
  }

  function installed(): string[] {
    return readdirSync(extensionsFolder).filter((name) => name.startsWith('calibration-tables.'));
  }
});

/** Runs in the page. */
function isDrawn(picture: Element): boolean {
  return picture instanceof HTMLImageElement && picture.complete && picture.naturalWidth > 0;
}

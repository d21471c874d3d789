// Bundles the extension (Node and web worker hosts), the CLI and the webviews into dist/.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';
import { writeBundled } from './scripts/lib/bundled.mjs';
import { SharedPart } from './scripts/lib/sharedPart.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  metafile: true,
  sourcemap: !production,
  minify: production,
  logLevel: 'info',
  target: 'es2022',
};

/** jsonc-parser's `main` is UMD, whose inner requires can't be bundled: its `module` is taken. */
const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };

/** `x.web.ts` replaces its Node twin `x.ts` in the web bundle: the only platform switch there is. */
const webTwins = {
  name: 'web-twins',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.{1,2}\/.*platform\// }, async ({ path, pluginData, ...rest }) =>
      pluginData ? undefined : resolve(path.replace(/(\.js)?$/, '.web.ts'), { ...rest, pluginData: true }),
    );
  },
};

/** The command line says its version; the rest of the manifest stays out of its bundle. */
const versionOnly = {
  name: 'version-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Leaves out packages that a library imports for what is not used of it. */
const without = (...packages) => ({
  name: 'without',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${packages.join('|')})$`) }, ({ path }) => ({ path, namespace: 'without' }));
    onLoad({ filter: /.*/, namespace: 'without' }, () => ({ contents: '' }));
  },
});

const core = new SharedPart('src/core', 'calibrationTablesCore');
const platform = new SharedPart('src/host/platform', 'calibrationTablesPlatform');
const REQUIRE_CORE = "const calibrationTablesCore = require('./core.js');";
const REQUIRE_PLATFORM = "const calibrationTablesPlatform = require('./platform.js');";

const VIEWS = ['table', 'diff', 'review', 'build', 'rank', 'outputs'];

const web = { ...common, platform: 'browser' };
const cli = {
  ...node,
  entryPoints: ['src/cli/main.ts'],
  target: 'node20',
  external: ['./mcp.js'],
  supported: { 'dynamic-import': false },
};

const builds = [
  // VS Code loads this small file, and that one the rest when it is needed.
  { ...node, entryPoints: ['src/host/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...web,
    entryPoints: ['src/host/extension.ts'],
    outfile: 'dist/extension.web.js',
    format: 'cjs',
    external: ['vscode'],
    plugins: [webTwins],
  },
  // The rest is the same in both hosts, but for the platform.
  {
    ...web,
    entryPoints: ['src/host/allFeatures.ts'],
    outfile: 'dist/allFeatures.js',
    format: 'cjs',
    external: ['vscode'],
    banner: { js: REQUIRE_CORE + REQUIRE_PLATFORM },
    plugins: [core.plugin, platform.plugin],
  },
  // Made into a worker from a blob, so it has to be a classic script. Node's worker is the same one behind a few lines.
  {
    ...node,
    entryPoints: ['src/worker/platform/inNode.ts'],
    outfile: 'dist/worker.js',
    footer: { js: "globalThis.calibrationTablesCore = require('./core.js'); require('./worker.web.js');" },
  },
  {
    ...web,
    entryPoints: ['src/worker/main.ts'],
    outfile: 'dist/worker.web.js',
    format: 'iife',
    plugins: [core.plugin],
  },
  // The worker that runs models, in the same two shapes; onnxruntime asks for its own address where it is no bundle.
  {
    ...node,
    entryPoints: ['src/worker/platform/inNode.ts'],
    outfile: 'dist/engine.js',
    footer: { js: "require('./engine.web.js');" },
  },
  {
    ...web,
    entryPoints: ['src/engine/main.ts'],
    outfile: 'dist/engine.web.js',
    format: 'iife',
    logOverride: { 'empty-import-meta': 'silent' },
  },
  // One file that runs wherever it is copied, and the same for VS Code's terminals, where the core lies beside it.
  { ...cli, outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' }, plugins: [versionOnly] },
  { ...cli, outfile: 'dist/terminal.js', banner: { js: REQUIRE_CORE }, plugins: [core.plugin, versionOnly] },
  // Ajv is what the SDK checks answers of people with; this server asks none.
  {
    ...node,
    entryPoints: ['src/cli/mcp.ts'],
    outfile: 'dist/mcp.js',
    target: 'node20',
    plugins: [without('ajv', 'ajv-formats')],
  },
  // The core for other programs: the npm package's `exports`.
  { ...web, entryPoints: ['src/api/index.ts'], outfile: 'dist/api/index.mjs', format: 'esm' },
  {
    ...web,
    entryPoints: {
      ...Object.fromEntries(VIEWS.map((view) => [view, `webview/${view}/main.ts`])),
      views: 'webview/shared/views.css',
      controls: 'webview/shared/controls.css',
    },
    outdir: 'dist/webview',
    // What views share comes once: controls, Chart.js, the grid.
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    loader: { '.css': 'css' },
  },
];

// Read when a model is run, and never before.
mkdirSync('dist', { recursive: true });
copyFileSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', 'dist/ort-wasm-simd-threaded.wasm');

// Shared parts of earlier builds have other names.
rmSync('dist/webview', { recursive: true, force: true });

/** Parts that bundles above share are built when it is known what is taken of them, the core last. */
const platformBuilds = () => [
  {
    ...node,
    stdin: platform.source(),
    outfile: 'dist/platform.js',
    external: ['vscode'],
    banner: { js: REQUIRE_CORE },
    plugins: [core.plugin],
  },
  {
    ...web,
    stdin: platform.source(),
    outfile: 'dist/platform.web.js',
    format: 'cjs',
    external: ['vscode'],
    banner: { js: REQUIRE_CORE },
    plugins: [webTwins, core.plugin],
  },
];
const coreBuild = () => ({
  ...web,
  stdin: core.source(),
  outfile: 'dist/core.js',
  // A classic script in a worker, a module in Node and in a web host.
  format: 'iife',
  globalName: 'calibrationTablesCore',
  footer: { js: "if (typeof module === 'object') module.exports = calibrationTablesCore;" },
});

const results = [];
for (const options of builds) await make(options);
for (const options of platformBuilds()) await make(options);
await make(coreBuild());
if (!watch) writeBundled(results.map(({ metafile }) => metafile));

async function make(options) {
  if (!watch) return void results.push(await build(options));
  const made = await context(options);
  await made.rebuild();
  await made.watch();
}

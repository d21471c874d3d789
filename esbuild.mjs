// Bundles the extension (Node and web worker hosts), the CLI and the webviews into dist/.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';
import { writeBundled } from './scripts/lib/bundled.mjs';

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

const builds = [
  // Two files: VS Code loads the small one, that one the rest when it is needed. A web host loads one file only.
  {
    ...node,
    entryPoints: ['src/host/extension.ts', 'src/host/allFeatures.ts'],
    outdir: 'dist',
    external: ['vscode', './allFeatures.js'],
    supported: { 'dynamic-import': false },
  },
  {
    ...common,
    entryPoints: ['src/host/extension.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    plugins: [webTwins],
  },
  // Made into a worker from a blob, so it has to be a classic script. Node's worker is the same one behind a few lines.
  {
    ...node,
    entryPoints: ['src/worker/platform/inNode.ts'],
    outfile: 'dist/worker.js',
    footer: { js: "require('./worker.web.js');" },
  },
  {
    ...common,
    entryPoints: ['src/worker/main.ts'],
    outfile: 'dist/worker.web.js',
    platform: 'browser',
    format: 'iife',
  },
  // The worker that runs models, in the same two shapes; onnxruntime asks for its own address where it is no bundle.
  {
    ...node,
    entryPoints: ['src/worker/platform/inNode.ts'],
    outfile: 'dist/engine.js',
    footer: { js: "require('./engine.web.js');" },
  },
  {
    ...common,
    entryPoints: ['src/engine/main.ts'],
    outfile: 'dist/engine.web.js',
    platform: 'browser',
    format: 'iife',
    logOverride: { 'empty-import-meta': 'silent' },
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    external: ['./mcp.js'],
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: ['src/cli/mcp.ts'], outfile: 'dist/mcp.js', target: 'node20' },
  // The core for other programs: the npm package's `exports`.
  {
    ...common,
    entryPoints: ['src/api/index.ts'],
    outfile: 'dist/api/index.mjs',
    platform: 'browser',
    format: 'esm',
  },
  {
    ...common,
    entryPoints: Object.fromEntries(
      ['table', 'diff', 'review', 'build', 'rank', 'outputs'].map((view) => [view, `webview/${view}/main.ts`]),
    ),
    outdir: 'dist/webview',
    platform: 'browser',
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

const results = [];
for (const options of builds) {
  if (watch) await (await context(options)).watch();
  else results.push(await build(options));
}
if (!watch) writeBundled(results.map(({ metafile }) => metafile));

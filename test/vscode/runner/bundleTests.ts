import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../support/paths.js';

const source = join(root, 'test', 'vscode');

/** Makes plain JavaScript of the suite and of all its tests; answers the module whose `run` the extension host calls. */
export async function bundleTests(target: string): Promise<string> {
  const tests = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
  await build({
    entryPoints: [join(source, 'suite.ts'), ...tests.map((path) => join(source, path))],
    outbase: source,
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    // jsonc-parser's other build can't be bundled.
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
  });
  return join(target, 'suite.js');
}

/** The package that `npm pack` makes, in a folder that has nothing else: the command line, and the API for programs. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npm } from '../support/npm.js';
import { root, samples } from '../support/paths.js';
import { temporaryFolder } from '../support/temporary.js';

const run = promisify(execFile);

const EXPECTED = [
  'LICENSE',
  'README.md',
  'ThirdPartyNotices.txt',
  'dist/api/index.d.mts',
  'dist/api/index.mjs',
  'dist/cli.js',
  'dist/engine.js',
  'dist/engine.web.js',
  'dist/mcp.js',
  'dist/ort-wasm-simd-threaded.wasm',
  'package.json',
];
/** What some versions of npm take along whatever is left out: the entries of the extension. */
const PERHAPS = ['dist/extension.js', 'dist/extension.web.js'];

const PROGRAM = `
import { readFileSync } from 'node:fs';
import { readTable, diffTables, convert } from 'calibration-tables';
const [old, next] = ['old.cache', 'new.cache'].map((name) => readTable(readFileSync(name), name));
const copy = JSON.parse(JSON.stringify(old));
const network = { bytes: readFileSync('net.prototxt'), name: 'net.prototxt' };
const failures = [() => readTable(new TextEncoder().encode('hello')), () => convert(old, 'nothing')].map((run) => {
  try { run(); } catch (error) { return error.message; }
});
console.log(JSON.stringify({
  keys: Object.keys(old), first: old.entries[0], summary: diffTables(old, next).summary,
  report: convert(old, 'nvdla', { network }).report.entriesOut,
  same: Buffer.compare(convert(copy, 'tensorrt').bytes, readFileSync('old.cache')), failures,
}));`;

const TYPED = `
import { convert, readTable, type TableAnswer } from 'calibration-tables';
const table: TableAnswer = readTable(new Uint8Array());
const bytes: Uint8Array = convert(table, 'nvdla', { trtVersion: '8.6.1' }).bytes;
// @ts-expect-error -- there is no such option
convert(table, 'nvdla', { nothing: bytes });
`;

describe('the npm package', function () {
  this.timeout(240_000);
  const folder = temporaryFolder('npm');
  const place = join(folder, 'node_modules/calibration-tables');

  before(async () => {
    await npm(['pack', '--pack-destination', folder], root);
    const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, packed)], folder);
    for (const [from, to] of [
      ['resnet34-trt7203.cache', 'old.cache'],
      ['resnet34-trt8601.cache', 'new.cache'],
      ['resnet34.prototxt', 'net.prototxt'],
    ] as const)
      cpSync(join(samples, 'resnet34', from), join(folder, to));
  });
  // It was made of a smaller build than tests want.
  after(() => npm(['run', '--silent', 'build'], root));

  it('holds the command line, the API, and nothing else', () => {
    const files = readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(place.length + 1)
          .replaceAll('\\', '/'),
      );
    assert.deepEqual(files.filter((file) => !PERHAPS.includes(file)).sort(), EXPECTED);
  });

  it('has the command line', async () => {
    const { stdout } = await run(process.execPath, [join(place, 'dist/cli.js'), 'show', '--json', 'old.cache'], {
      cwd: folder,
    });
    assert.equal((JSON.parse(stdout) as { entries: unknown[] }).entries.length, 162);
    assert.ok(readdirSync(join(folder, 'node_modules/.bin')).some((name) => name.startsWith('calibration-tables')));
  });

  it('runs models', async () => {
    writeFileSync(join(folder, 'shapes.cache'), 'TRT-8601-EntropyCalibration2\npicture: 3c010204\n');
    const args = ['rank', 'shapes.cache', '--network', join(samples, 'shapes/shapes.onnx'), '--random', '1', '--json'];
    const { stdout } = await run(process.execPath, [join(place, 'dist/cli.js'), ...args], { cwd: folder });
    assert.ok((JSON.parse(stdout) as { tensors: unknown[] }).tensors.length > 0);
  });

  it('reads, compares and converts for programs, in the shapes of the command line', async () => {
    writeFileSync(join(folder, 'program.mjs'), PROGRAM);
    const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: folder });
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(answer['keys'], ['format', 'header', 'quantity', 'summary', 'entries', 'findings']);
    const { stdout: shown } = await run(process.execPath, [join(place, 'dist/cli.js'), 'show', '--json', 'old.cache'], {
      cwd: folder,
    });
    assert.deepEqual(answer['first'], (JSON.parse(shown) as { entries: unknown[] }).entries[0]);
    assert.equal((answer['summary'] as { changed: number }).changed, 95);
    assert.equal(answer['report'], 162);
    assert.equal(answer['same'], 0, 'what was JSON in between is the same table');
    assert.match(String(answer['failures']), /This is no calibration table but text.*There is no format "nothing"/);
  });

  it('has types', async () => {
    mkdirSync(join(folder, 'typed'));
    writeFileSync(join(folder, 'typed/program.mts'), TYPED);
    const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: [] };
    writeFileSync(join(folder, 'typed/tsconfig.json'), JSON.stringify({ compilerOptions }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', 'typed'], { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    );
    assert.equal(stdout, '');
  });
});

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, run, runProcess, runs, samples, Workspace } from './support.js';

const cache = join(samples, 'broken.cache');

describe('the command line', () => {
  const workspace = new Workspace();

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
    assert.equal(runs(0, '--version').stdout, `${version}\n`);
  });

  it('explains itself: every command, and the exit codes', () => {
    const { stdout } = runs(0, '--help');
    for (const word of ['show', 'convert', 'check', 'diff', 'port', 'merge', 'Exit codes'])
      assert.ok(stdout.includes(word), word);
  });

  const wrong: string[][] = [
    [],
    ['nope'],
    ['show'],
    ['show', cache, 'another'],
    ['show', '--nope', cache],
    ['show', '--json', '--csv', cache],
    ['convert', cache],
    ['convert', cache, '--to', 'nvdla'],
    ['check'],
    ['check', cache, '--json', '--sarif'],
    ['diff', cache],
    ['--nope'],
    ['port', cache],
    ['port', cache, '--trt-version', '8.6.1'],
    ['merge', cache],
    ['merge', cache, cache],
    ['merge', cache, cache, '--take', 'new'],
  ];
  for (const args of wrong) {
    it(`refuses "${args.join(' ').replaceAll(samples, 'samples')}" with 2 and a word on stderr`, () => {
      const { stdout, stderr } = runs(2, ...args);
      assert.equal(stdout, '');
      assert.notEqual(stderr, '');
    });
  }

  it('does not promise check --target while it can not do it', () => {
    const { stdout, stderr } = runs(2, 'check', cache, '--target', 'x');
    assert.equal(stdout, '');
    assert.match(stderr, /not supported by this version/);
    assert.ok(!runs(0, 'check', '--help').stdout.includes('--target'));
  });

  it('names file and reason of what it can not read', () => {
    for (const [file, reason] of [
      [workspace.path('missing.cache'), /no such file/],
      [workspace.folder, /folder/],
      [join(samples, 'labels.cache'), /label cache/],
      [join(samples, 'camera/calib.json'), /camera calibration/],
      [workspace.file('empty.cache', ''), /empty file/],
      [workspace.file('pointer.cache', 'version https://git-lfs.github.com/spec/v1\n'), /git lfs pull/],
    ] as const) {
      for (const command of [
        ['show', file],
        ['check', file],
        ['convert', file, '--to', 'nvdla', '-o', '-'],
        ['diff', file, cache],
        ['diff', cache, file],
      ]) {
        const { stderr } = runs(2, ...command);
        assert.ok(stderr.includes(file), stderr);
        assert.match(stderr, reason);
      }
    }
  });

  for (const args of [
    ['show', cache],
    ['check', cache],
    ['convert', cache, '--to', 'nvdla', '-o', '-', '--json'],
    ['diff', cache, cache],
    ['nope'],
  ])
    it(`ends as a process as it does in the tests' thread: ${args[0]}`, () => {
      assert.deepEqual(runProcess(args), run(args));
    });

  it('says when its output can not be written', function () {
    if (!existsSync('/dev/full')) return this.skip();
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'show', cache, '--json'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.equal(status, 2);
    assert.match(stderr, /<stdout>: no space left/);
  });

  it('ends quietly when nobody reads on', async () => {
    const big = workspace.cache('big.cache', ...Array.from({ length: 50_000 }, (_, i) => `layer_${i}: 3c010a14`));
    const child = spawn(process.execPath, [program, 'show', big, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    assert.deepEqual([code, stderr], [0, '']);
  });
});

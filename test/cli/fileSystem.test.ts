/** Files that are no plain files, and outputs that others use at the same time. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { HEADER, program, runProcess, runs, Workspace } from './support.js';

const posix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

describe('the file system', () => {
  const workspace = new Workspace();
  const convert = (from: string, to: string, ...rest: string[]): string[] => [
    'convert',
    from,
    '--to',
    'nvdla',
    '-o',
    to,
    ...rest,
  ];

  it('reads from a pipe that has a name', function () {
    if (!posix) return this.skip();
    execFileSync('mkfifo', [workspace.path('pipe.cache')]);
    const writer = spawn('sh', ['-c', `printf '${HEADER}\\na: 3c010a14\\n' > "$0"`, workspace.path('pipe.cache')]);
    const { code, stdout, stderr } = runProcess(['show', workspace.path('pipe.cache'), '--json']);
    writer.kill();
    assert.equal(code, 0, stderr);
    assert.match(stdout, /3c010a14/);
  });

  it('writes into a pipe that has a name, and leaves it a pipe', async function () {
    if (!posix) return this.skip();
    const [pipe, source] = [workspace.path('pipe.json'), workspace.cache('in.cache', 'a: 3c010a14')];
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    let heard = '';
    reader.stdout.on('data', (said: Buffer) => (heard += said.toString()));
    const writer = spawn(process.execPath, [program, ...convert(source, pipe, '--force')]);
    const [code] = await Promise.all([ended(writer), ended(reader)]);
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(JSON.parse(heard) as object), ['a']);
    assert.ok(lstatSync(pipe).isFIFO());
  });

  it('writes to the device that keeps nothing', function () {
    if (!posix) return this.skip();
    runs(0, ...convert(workspace.cache('in.cache', 'a: 3c010a14'), devNull, '--force'));
    assert.ok(!lstatSync(devNull).isFile());
  });

  it('names a folder in place of a file, read or written', () => {
    const source = workspace.cache('in.cache', 'a: 3c010a14');
    mkdirSync(workspace.path('folder.json'));
    assert.match(runs(2, 'show', workspace.path('folder.json')).stderr, /folder\.json: this is a folder/);
    assert.match(runs(2, ...convert(source, workspace.path('folder.json'), '--force')).stderr, /this is a folder/);
    assert.match(runs(2, ...convert(source, workspace.path('none/out.json'))).stderr, /no such file or folder/);
    assert.match(runs(2, ...convert(source, join(source, 'out.json'))).stderr, /a part of the path is no folder/);
    assert.deepEqual(workspace.files(), ['folder.json', 'in.cache']);
  });

  it('says that links go round in circles', function () {
    if (!posix) return this.skip();
    symlinkSync('two.cache', workspace.path('one.cache'));
    symlinkSync('one.cache', workspace.path('two.cache'));
    const source = workspace.cache('in.cache', 'a: 3c010a14');
    assert.match(runs(2, 'show', workspace.path('one.cache')).stderr, /one\.cache: .*link/);
    assert.match(runs(2, ...convert(source, workspace.path('one.cache'), '--force')).stderr, /one\.cache: .*link/);
    assert.deepEqual(workspace.files(), ['in.cache', 'one.cache', 'two.cache']);
  });

  it('says that a link leads nowhere, and leaves it alone', function () {
    if (!posix) return this.skip();
    symlinkSync('target.json', workspace.path('link.json'));
    const args = convert(workspace.cache('in.cache', 'a: 3c010a14'), workspace.path('link.json'), '--force');
    assert.match(runs(2, ...args).stderr, /link\.json: this link leads nowhere/);
    assert.deepEqual(workspace.files(), ['in.cache', 'link.json']);
  });

  it('writes over its own input only when told to, and then whole', () => {
    const file = workspace.cache('same.cache', 'a: 3c010a14');
    const args = ['convert', file, '--to', 'tensorrt', '--trt-version', '10.1.0', '-o', file];
    assert.match(runs(2, ...args).stderr, /this file exists/);
    assert.equal(workspace.text('same.cache'), `${HEADER}\na: 3c010a14\n`);
    runs(0, ...args, '--force');
    assert.match(workspace.text('same.cache'), /^TRT-100100-.*\na: 3c010a14\n$/);
    assert.deepEqual(workspace.files(), ['same.cache']);
  });

  it('leaves nothing behind in a folder that may not be written', function () {
    if (!posix || isRoot) return this.skip();
    const source = workspace.cache('in.cache', 'a: 3c010a14');
    mkdirSync(workspace.path('locked'));
    chmodSync(workspace.path('locked'), 0o555);
    const { stderr } = runs(2, ...convert(source, workspace.path('locked/out.json')));
    chmodSync(workspace.path('locked'), 0o755);
    assert.match(stderr, /permission denied/);
  });

  it('keeps mode bits and links of what it writes over, whoever writes', function () {
    if (!posix) return this.skip();
    const [base, other] = [workspace.cache('base.cache', 'a: 3c010a14'), workspace.cache('other.cache', 'a: 3d010a14')];
    chmodSync(base, 0o600);
    symlinkSync('base.cache', workspace.path('link.cache'));
    const link = workspace.path('link.cache');
    runs(0, 'merge', link, other, '--take', 'changed', '-o', link, '--force');
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(statSync(base).mode & 0o777, 0o600);
    assert.equal(workspace.text('base.cache'), `${HEADER}\na: 3d010a14\n`);
  });

  it('lets one of two runs make a file, and says so to the other', async () => {
    const source = workspace.cache('in.cache', ...Array.from({ length: 2000 }, (_, at) => `layer_${at}: 3c010a14`));
    const target = workspace.path('out.json');
    const both = [1, 2].map(() => ended(spawn(process.execPath, [program, ...convert(source, target)])));
    assert.deepEqual((await Promise.all(both)).sort(), [0, 2]);
    assert.equal(Object.keys(JSON.parse(workspace.text('out.json')) as object).length, 2000);
    assert.deepEqual(workspace.files(), ['in.cache', 'out.json']);
  });

  it('leaves one whole file when two runs write over it', async () => {
    const target = workspace.file('out.json', '{}');
    const both = ['one', 'two'].map((name) => {
      const source = workspace.cache(
        `${name}.cache`,
        ...Array.from({ length: 2000 }, (_, at) => `${name}_${at}: 3c010a14`),
      );
      return ended(spawn(process.execPath, [program, ...convert(source, target, '--force')]));
    });
    assert.deepEqual(await Promise.all(both), [0, 0]);
    const names = Object.keys(JSON.parse(workspace.text('out.json')) as object);
    assert.deepEqual([names.length, new Set(names.map((name) => name.split('_')[0])).size], [2000, 1]);
    assert.deepEqual(workspace.files(), ['one.cache', 'out.json', 'two.cache']);
  });
});

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((done) => child.on('close', done));
}

/** Commands over a pattern of files: each into a folder, with one summary. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { run, runs, Workspace } from './support.js';

describe('a pattern of files', () => {
  const workspace = new Workspace();

  beforeEach(() => {
    for (const folder of ['in/deep', 'out', 'ported']) mkdirSync(workspace.path(folder), { recursive: true });
    workspace.cache('in/a.cache', 'a: 3c010a14');
    workspace.cache('in/deep/b.cache', 'b: 3c010a14');
  });

  it('is converted into a folder', () => {
    const { stderr } = runs(
      0,
      'convert',
      workspace.path('in/**/*.cache'),
      '--to',
      'nvdla',
      '-o',
      workspace.path('out'),
    );
    assert.match(stderr, /2 of 2 files written to /);
    assert.ok(existsSync(workspace.path('out/a.json')) && existsSync(workspace.path('out/b.json')));
  });

  it('is ported into a folder', () => {
    workspace.cache('names.cache', 'a: 3f800000', 'b: 3f800000');
    const options = ['--names-from', workspace.path('names.cache'), '--trt-version', '10.1.0', '--force-unrelated'];
    const { stderr } = run(['port', workspace.path('in/*.cache'), ...options, '-o', workspace.path('ported')]);
    assert.match(stderr, /1 of 1 file written to /);
    assert.ok(existsSync(workspace.path('ported/a.cache')));
  });

  it('goes on after a file that fails, and says so at the end', () => {
    writeFileSync(workspace.path('in/deep/c.cache'), 'no table');
    mkdirSync(workspace.path('again'), { recursive: true });
    const args = ['convert', workspace.path('in/**/*.cache'), '--to', 'nvdla', '-o', workspace.path('again')];
    const { code, stderr } = run(args);
    assert.equal(code, 2);
    assert.match(stderr, /c\.cache: /);
    assert.match(stderr, /2 of 3 files written to /);
  });

  it('never writes two files into one, and wants a folder', () => {
    workspace.cache('in/deep/a.cache', 'other: 3c010a14');
    mkdirSync(workspace.path('twice'), { recursive: true });
    const pattern = workspace.path('in/**/a.cache');
    const { code, stderr } = run(['convert', pattern, '--to', 'nvdla', '-o', workspace.path('twice')]);
    assert.equal(code, 2);
    assert.match(stderr, /another file of the pattern is written to .*a\.json, too/);
    assert.match(runs(2, 'convert', pattern, '--to', 'nvdla', '-o', workspace.path('x.json')).stderr, /into a folder/);
    assert.match(
      runs(2, 'convert', pattern, '--to', 'nvdla', '-o', workspace.path('twice'), '--json').stderr,
      /one file at a time/,
    );
  });
});

/** What the action for pull requests does in a repository, and that it needs no rights. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, samples } from '../support/paths.js';
import { temporaryFolder } from '../support/temporary.js';
import { commit, git } from '../webview/support/git.js';

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

describe('a pull request with tables', () => {
  const folder = temporaryFolder('pull');
  const summary = join(temporaryFolder('summary'), 'summary.md');
  const put = (sample: string, name: string): void => cpSync(join(samples, sample), join(folder, name));

  before(() => {
    git(folder, 'init', '--quiet', '--initial-branch=main');
    put('resnet34/resnet34-trt7203.cache', 'model.cache');
    put('labels.cache', 'labels.cache');
    writeFileSync(join(folder, 'notes.md'), 'a\n');
    commit(folder, 'base');
  });

  it('that changes none has nothing to say', () => {
    writeFileSync(join(folder, 'notes.md'), 'b\n');
    commit(folder, 'notes');
    const { status, stdout } = check('HEAD~1');
    assert.equal(status, 0);
    assert.match(stdout, /No calibration table changed/);
  });

  it('is checked, and compared with its base; what is no table is passed over', () => {
    put('resnet34/resnet34-trt8601.cache', 'model.cache');
    put('broken.cache', '--new.cache');
    writeFileSync(join(folder, 'labels.cache'), Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, 0, 0]));
    commit(folder, 'tables');
    const { status, stderr } = check('HEAD~1');
    assert.equal(status, 1, stderr);
    const text = readFileSync(summary, 'utf8');
    assert.match(text, /--new\.cache: 6 errors/);
    assert.match(text, /67 same, 95 changed/);
    const { runs } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as Sarif;
    const places = runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    assert.deepEqual([...new Set(places)], ['--new.cache']);
  });

  it('gives the action a token that reads, and no secrets of the base', () => {
    const workflow = readFileSync(join(root, '.github/workflows/calibration-tables.yml'), 'utf8');
    assert.match(workflow, /^on: pull_request$/m);
    assert.match(workflow, /^permissions:\n {2}contents: read\n(?! )/m);
    for (const file of [workflow, readFileSync(join(root, 'action.yml'), 'utf8')])
      assert.doesNotMatch(file, /pull_request_target|secrets\.|: write/);
  });

  function check(base: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    const env = { ...process.env, BASE: base, SARIF: 'out.sarif', GITHUB_STEP_SUMMARY: summary };
    return spawnSync(process.execPath, [join(root, 'scripts/changedTables.mjs')], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
  }
});

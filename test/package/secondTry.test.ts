import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/paths.js';
import { type Tally } from '../support/tally.js';
import { temporaryFolder } from '../support/temporary.js';

const mocha = 'node_modules/mocha/bin/mocha.js';

type Stage = Readonly<Record<string, unknown>>;
interface Scripts {
  node: (args: readonly string[], settings: { env: Record<string, string> }) => Promise<number>;
  tallyOf: (stage: Stage, options: readonly string[]) => Promise<Tally & { again?: number; failures?: string[] }>;
}

describe('a stage of tests in a real window', () => {
  let folder: string;
  let node: Scripts['node'];
  let tallyOf: Scripts['tallyOf'];
  before(async () => {
    ({ node } = await script('run'));
    ({ tallyOf } = await script('tally'));
  });
  beforeEach(() => (folder = temporaryFolder('second-try')));

  const stage = (again: boolean, files: readonly string[]): Stage => ({
    name: 'made up',
    again,
    run: (options: readonly string[], env: Record<string, string>, chosen = files) =>
      node([mocha, ...options, ...chosen], { env }),
  });

  it('tries files whose tests failed once more, and only these', async () => {
    const tally = await tallyOf(stage(true, [failsOnce(), passesOnce()]), []);
    assert.deepEqual(tally, { passed: 3, failed: 0, skipped: 1, again: 1, failures: ['fails once: once (at first)'] });
  });

  it('fails where tests fail again, hooks included', async () => {
    const tally = await tallyOf(stage(true, [fails(), failsBefore()]), []);
    const failures = ['at first', 'again'].flatMap((when) => [
      `fails: again (${when})`,
      `a "before all" hook for "never runs": before (${when})`,
    ]);
    assert.deepEqual(tally, { passed: 1, failed: 2, skipped: 0, again: 2, failures });
  });

  it('tries nothing again where that is not asked for', async () => {
    const { passed, failed } = await tallyOf(stage(false, [failsOnce()]), []);
    assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
  });

  it('says so where the second try ends without a word', async () => {
    const tally = await tallyOf(stage(true, [endsAtSecond()]), []);
    const failures = ['fails at first: once (at first)', 'it ended without saying why (again)'];
    assert.deepEqual(tally, { passed: 0, failed: 1, skipped: 0, again: 1, failures });
  });

  const endsAtSecond = (): string => {
    const mark = JSON.stringify(join(folder, 'ended'));
    return file(
      'endsAtSecond',
      `import { existsSync, writeFileSync } from 'node:fs';
       it('fails at first', () => { if (existsSync(${mark})) process.exit(3); writeFileSync(${mark}, ''); throw new Error('once'); });`,
    );
  };
  const failsOnce = (): string => {
    const mark = JSON.stringify(join(folder, 'mark'));
    return file(
      'failsOnce',
      `import { existsSync, writeFileSync } from 'node:fs';
       it('passes', () => {});
       it('fails once', () => { if (existsSync(${mark})) return; writeFileSync(${mark}, ''); throw new Error('once'); });`,
    );
  };
  /** A second run of it would fail. */
  const passesOnce = (): string => {
    const mark = JSON.stringify(join(folder, 'passed'));
    return file(
      'passesOnce',
      `import { writeFileSync } from 'node:fs';
       it('passes once', () => writeFileSync(${mark}, '', { flag: 'wx' }));
       it.skip('is skipped', () => {});`,
    );
  };
  const fails = (): string =>
    file('fails', `it('passes', () => {}); it('fails', () => { throw new Error('again'); });`);
  const failsBefore = (): string =>
    file(
      'failsBefore',
      `describe('a', () => { before(() => { throw new Error('before'); }); it('never runs', () => {}); });`,
    );

  function file(name: string, text: string): string {
    const path = join(folder, `${name}.test.ts`);
    writeFileSync(path, text);
    return path;
  }
});

async function script(name: string): Promise<Scripts> {
  return (await import(pathToFileURL(join(root, `scripts/lib/${name}.mjs`)).href)) as Scripts;
}

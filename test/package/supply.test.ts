/** What of others is in the extension, and that nothing else is needed or run to use it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../support/npm.js';
import { root } from '../support/paths.js';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: object;
  readonly scripts: Readonly<Record<string, string>>;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const notices = (): string => readFileSync(join(root, 'ThirdPartyNotices.txt'), 'utf8');

describe('what is bundled', () => {
  const folders = json('dist/bundled.json') as string[];

  it('is known, and Chart.js is part of it', () => {
    assert.ok(folders.includes('node_modules/chart.js'));
    assert.ok(folders.every((folder) => existsSync(join(root, folder, 'package.json'))));
  });

  for (const folder of folders)
    it(`is in the notices with its version and the text of its licence: ${folder}`, () => {
      const { name, version } = json(`${folder}/package.json`) as Manifest;
      const [, own] = notices().split(`\n${name} ${version} (`);
      assert.ok(own, 'run "npm run notices"');
      assert.match(own.slice(0, 3000), /Permission|Licen[cs]ed under|Redistribution/i);
    });

  it('is all that the notices name', () => {
    const bundled = folders.map((folder) => json(`${folder}/package.json`) as Manifest);
    assert.deepEqual(
      (notices().match(/(?<=^-{72}\n)\S+ \S+/gm) ?? []).sort(),
      [...new Set(bundled.map(({ name, version }) => `${name} ${version}`))].sort(),
      'run "npm run notices"',
    );
  });
});

describe('the packages of this project', () => {
  it('are none that a user installs, and run nothing when it is installed', () => {
    const { dependencies, scripts } = json('package.json') as Manifest;
    assert.equal(dependencies, undefined);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      assert.equal(scripts[name], undefined, name);
  });

  it('are what the lock file says, without one too many or too few', async function () {
    this.timeout(120_000);
    await npm(['ls', '--all'], root);
  });
});

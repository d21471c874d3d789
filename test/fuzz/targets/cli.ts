import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADER, run } from '../../cli/support.js';
import { hostileName } from '../names.js';
import { textSeed } from '../seeds.js';
import { temporaryFolder } from '../../support/temporary.js';
import type { Target } from '../target.js';

let folder: string | undefined;

/** The command line with names from files as its arguments: it ends in a documented way, and a terminal sees no raw control character. */
export const cliTargets: readonly Target[] = [
  {
    name: 'cli-names',
    seeds: () => [textSeed(`${HEADER}\na: 3c010a14\nconv1: 3f800000\n`)],
    short: 40,
    check: (bytes, random) => {
      folder ??= temporaryFolder('fuzz');
      const [one, other] = [join(folder, 'one.cache'), join(folder, 'other.cache')];
      const name = hostileName(random);
      writeFileSync(one, bytes);
      writeFileSync(other, `${HEADER}\n${name.replace(/[\r\n]/g, '')}: 3c010a14\n`);
      const { code, stderr } = run(
        random.pick([
          ['show', one],
          ['check', one, '--json'],
          ['diff', one, other, '--json'],
          ['merge', one, other, '--take', name, '-o', '-'],
          ['convert', other, '--to', name, '-o', '-'],
          ['show', name],
        ]),
      );
      assert.ok(code === 0 || code === 1 || code === 2, `exit code ${code}`);
      assert.doesNotMatch(stderr, /\n\s+at /, 'a trace');

      assert.doesNotMatch(
        stderr,
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        'raw in a terminal',
      );
    },
  },
];

/** Buttons stand beside what builds leave, and beside nothing else. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { utf8Text } from '../../../src/core/bytes/utf8.js';
import { buildIn } from '../../../src/core/build/index.js';
import { startsLikeBuild } from '../../../src/core/build/startsLikeBuild.js';
import { samplesLike } from '../../fuzz/seeds.js';
import { corpusBytes, corpusFolder, needCorpus } from '../support/corpus.js';

describe('what begins like what a build leaves', () => {
  it('is logs and inspections of the samples, and no other file of them', () => {
    for (const bytes of samplesLike(/build\/.*(-build\.log|-layers\.json)$/))
      assert.ok(startsLikeBuild(utf8Text(bytes)));
    for (const bytes of samplesLike(/\.(cache|prototxt|table)$/)) assert.ok(!startsLikeBuild(utf8Text(bytes)));
  });

  it('is what a build is read of, in published files', function () {
    needCorpus.call(this);
    for (const name of readdirSync(join(corpusFolder, 'build')).filter((file) => /\.(json|log)$/.test(file))) {
      const bytes = corpusBytes(`build/${name}`);
      assert.equal(startsLikeBuild(utf8Text(bytes.subarray(0, 65536))), buildIn(bytes) !== null, name);
    }
  });
});

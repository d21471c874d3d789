import assert from 'node:assert/strict';
import { stoppedText } from '../../src/host/build/task/stoppedText.js';

describe('why nvdla_compiler stopped', () => {
  it('is what its table lacks', () => {
    assert.equal(
      stoppedText('/a/calib.json', ['conv1', 'relu1', 'pool1', 'fc'], 134),
      'nvdla_compiler stopped (exit code 134): 4 layers have no scale in "calib.json" ("conv1", "relu1", "pool1", …), and it aborts at the first of them.',
    );
  });

  it('is a path that it lower-cases', () => {
    assert.match(stoppedText('/A/calib.json', [], 255), /has capital letters: it finds no file there/);
  });

  it('is said to be another reason where the table is whole', () => {
    assert.match(
      stoppedText('/a/calib.json', [], null),
      /exit code none\): "calib\.json" has all that the network needs/,
    );
  });
});

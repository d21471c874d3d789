import assert from 'node:assert/strict';
import { LONG_LINES } from '../core/support/longLines.js';
import { runs, Workspace } from './support.js';

const workspace = new Workspace();

describe('show of one line of 64 KiB', () => {
  for (const [kind, line] of Object.entries(LONG_LINES)) {
    it(`of ${kind} says what the file is`, () => {
      assert.match(runs(2, 'show', workspace.file('calibration.cache', line)).stderr, /text|JSON|empty/);
    });
  }
});

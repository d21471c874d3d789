import type { Target } from '../target.js';
import { cliTargets } from './cli.js';
import { fileTargets } from './files.js';
import { formatTargets } from './formats.js';
import { networkTargets } from './networks.js';
import { dumpTargets, tensorTargets } from './tensors.js';
import { thresholdTargets } from './thresholds.js';

export const TARGETS: readonly Target[] = [
  ...formatTargets,
  ...fileTargets,
  ...networkTargets,
  ...tensorTargets,
  ...dumpTargets,
  ...cliTargets,
  ...thresholdTargets,
];

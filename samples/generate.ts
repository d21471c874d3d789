/** Writes the sample files beside itself: `npx tsx samples/generate.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeSamples } from './generator/samples.js';

for (const [path, content] of makeSamples()) {
  const file = join(__dirname, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

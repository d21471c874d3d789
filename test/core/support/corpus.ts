/** Published files beside the checkout. They may be absent; then tests of them are skipped, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TableDocument, TableFormat } from '../../../src/core/formats/format.js';
import { detect } from '../../../src/core/formats/index.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';

export const corpusFolder = resolve(__dirname, '../../../../shared/corpus');

/** A `before` hook for what needs published files. */
export function needCorpus(this: Mocha.Context): void {
  if (existsSync(corpusFolder)) return;
  console.warn(`      (no ${corpusFolder}: published files are not tested)`);
  this.skip();
}

export function corpusBytes(file: string): Uint8Array {
  return Uint8Array.from(readFileSync(join(corpusFolder, file)));
}

export function corpusTable(file: string): TableDocument {
  const detection = detect(corpusBytes(file), file);
  if (detection.kind !== 'table') throw new Error(`${file} is no table.`);
  const format: TableFormat = detection.format;
  return format.read(corpusBytes(file));
}

export function corpusNetwork(file: string): Network {
  return readNetwork(corpusBytes(file), file);
}

/** Networks and build logs that tables are measured by. */
import { readFile } from 'node:fs/promises';
import { utf8Text } from '../core/bytes.js';
import { coverage, logCoverage, type Coverage } from '../core/check/coverage.js';
import type { TableDocument } from '../core/formats/format.js';
import { isBuildLog, readBuildLog } from '../core/network/buildLog.js';
import { NetworkError, readNetwork, type Network } from '../core/network/index.js';
import { Failure, fileFailure } from './failure.js';
import { say } from './streams.js';

/** Reads a network; what its user should know of it goes to stderr. Throws {@link Failure}. */
export async function loadNetwork(file: string): Promise<Network> {
  const network = networkOf(await bytesOf(file), file);
  network.notes.forEach((note) => say(`note: ${file}: ${note}`));
  return network;
}

/** What a table is checked against: a network, or the log of a TensorRT build. Throws {@link Failure}. */
export async function loadYardstick(file: string): Promise<(document: TableDocument) => Coverage> {
  const bytes = await bytesOf(file);
  const text = utf8Text(bytes);
  if (!/\.(prototxt|onnx)$/i.test(file) && isBuildLog(text)) {
    const log = readBuildLog(text);
    return (document) => logCoverage(document, log);
  }
  const network = networkOf(bytes, file);
  return (document) => coverage(document, network);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw fileFailure(file, error);
  }
}

function networkOf(bytes: Uint8Array, file: string): Network {
  try {
    return readNetwork(bytes, file);
  } catch (error) {
    if (error instanceof NetworkError) throw new Failure(error.message);
    throw error;
  }
}

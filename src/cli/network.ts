/** Networks and build logs that tables are measured by. */
import { coverage, logCoverage, type Coverage } from '../core/check/coverage.js';
import type { TableDocument } from '../core/formats/format.js';
import { buildLogIn } from '../core/network/buildLog.js';
import { NETWORK_EXTENSIONS, NetworkError, readNetwork, type Network } from '../core/network/index.js';
import { Failure } from './failure.js';
import { readBytes, shownName } from './input.js';
import { say } from './streams.js';

/** Reads a network. Throws {@link Failure}. */
export async function loadNetwork(file: string): Promise<Network> {
  return networkOf(await readBytes(file), file);
}

/** What a table is checked against: a network, or the log of a TensorRT build. Throws {@link Failure}. */
export async function loadYardstick(file: string): Promise<(document: TableDocument) => Coverage> {
  const bytes = await readBytes(file);
  const log = isNamedNetwork(file) ? null : buildLogIn(bytes);
  if (log) return (document) => logCoverage(document, log);
  const network = networkOf(
    bytes,
    file,
    isNamedNetwork(file) ? '' : ' Nor is it the log of a build: no line says which tensors got a range, or none.',
  );
  network.notes.forEach((note) => say(`note: ${shownName(file)}: ${note}`));
  return (document) => coverage(document, network);
}

/** A network is never taken for a log, whatever its comments say. */
function isNamedNetwork(file: string): boolean {
  return NETWORK_EXTENSIONS.some((extension) => file.toLowerCase().endsWith(`.${extension}`));
}

/** @param hint what to add to the reason why a file is no network */
function networkOf(bytes: Uint8Array, file: string, hint = ''): Network {
  try {
    return readNetwork(bytes, shownName(file));
  } catch (error) {
    if (error instanceof NetworkError) throw new Failure(`${error.message}${hint}`);
    throw error;
  }
}

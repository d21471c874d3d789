/** Networks and build logs that tables are measured by. */
import { readYardstick, type Yardstick } from '../core/check/yardstick.js';
import { readNetwork } from '../core/naming/networkKinds.js';
import { NetworkError, type Network } from '../core/network/network.js';
import { Failure } from './failure.js';
import { readBytes, shownName } from './input.js';
import { say } from './streams.js';

/** Reads a network. Throws {@link Failure}. */
export async function loadNetwork(file: string): Promise<Network> {
  return read(file, readNetwork);
}

/** What a table is checked against: a network, or the log of a TensorRT build; its notes are said. Throws {@link Failure}. */
export async function loadYardstick(file: string): Promise<Yardstick> {
  const yardstick = await read(file, readYardstick);
  yardstick.notes.forEach((note) => say(`note: ${shownName(file)}: ${note}`));
  return yardstick;
}

async function read<T>(file: string, reader: (bytes: Uint8Array, label: string) => T): Promise<T> {
  const bytes = await readBytes(file);
  try {
    return reader(bytes, shownName(file));
  } catch (error) {
    if (error instanceof NetworkError) throw new Failure(error.message);
    throw error;
  }
}

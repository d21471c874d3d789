/** What tells which entries a table must hold: a network, TensorRT's own log of a build, or its inspector's JSON. */
import type { Build } from '../build/build.js';
import { buildIn } from '../build/index.js';
import { notesOn } from '../build/notes.js';
import type { TableDocument } from '../formats/format.js';
import { NETWORK_EXTENSIONS, readNetwork } from '../naming/networkKinds.js';
import { NetworkError, type Network } from '../network/network.js';
import { buildCoverage } from './buildCoverage.js';
import { coverage, type Coverage } from './coverage.js';
import { t } from '../texts/translate.js';

export interface Yardstick {
  /** The file's name, as it is shown. */
  readonly label: string;
  /** The network; null when it is a build's. */
  readonly network: Network | null;
  /** Sentences about the file that its user should know. */
  readonly notes: readonly string[];
  check(document: TableDocument): Coverage;
}

/** What a file holds that tables are checked against, as plain data. */
export type Measure = { readonly label: string } & (
  { readonly network: Network; readonly build: null } | { readonly network: null; readonly build: Build }
);

const NO_BUILD = t` Nor is it the log of a build (no line is TensorRT's) or the engine inspector's JSON.`;

/** Reads a file that tables are checked against, as {@link readMeasure} does. Throws NetworkError. */
export function readYardstick(bytes: Uint8Array, label: string): Yardstick {
  return yardstickOf(readMeasure(bytes, label));
}

/**
 * Reads a file that tables are checked against. What is named like a network is never taken for a build's, whatever its comments
 * say; of other files the content decides. Throws NetworkError.
 * @param label the file's name, for messages and for its ending
 */
export function readMeasure(bytes: Uint8Array, label: string): Measure {
  const isNamedNetwork = NETWORK_EXTENSIONS.some((extension) => label.toLowerCase().endsWith(`.${extension}`));
  const build = isNamedNetwork ? null : buildIn(bytes);
  if (build) return { label, build, network: null };
  return { label, build, network: networkIn(bytes, label, isNamedNetwork ? '' : NO_BUILD) };
}

/** Checks tables against what was read. */
export function yardstickOf(measure: Measure): Yardstick {
  const { label, network, build } = measure;
  return build
    ? { label, network, notes: notesOn(build), check: (document) => buildCoverage(document, build) }
    : { label, network, notes: network.notes, check: (document) => coverage(document, network) };
}

/** @param hint what to add to the reason why a file is no network */
function networkIn(bytes: Uint8Array, label: string, hint: string): Network {
  try {
    return readNetwork(bytes, label);
  } catch (error) {
    if (error instanceof NetworkError) throw new NetworkError(error.file, `${error.reason}${hint}`, error.line);
    throw error;
  }
}

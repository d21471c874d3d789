/** The kinds of networks there are. A new one is its reader, its names, and one line here. */
import { isLfsPointer } from '../bytes/bytes.js';
import { caffeReader } from '../network/caffe.js';
import { NetworkError, type Network, type NetworkReader } from '../network/network.js';
import { onnxReader } from '../network/onnx/reader.js';
import { byName } from './byName.js';
import { byNumber } from './byNumber.js';
import { byTypeAndOrder } from './byTypeAndOrder.js';
import { caffeNames } from './caffeNames.js';
import { caffeStops, type CaffeParser } from './caffeStops.js';
import { withDoubts } from './doubts.js';
import { importerMade } from './importerMade.js';
import type { PairingStage } from './namePairing.js';
import type { NetworkNames } from './networkNames.js';
import { onnxNames } from './onnxNames.js';
import { t } from '../texts/translate.js';

/** All that is special to one kind of network. */
interface NetworkKindRules {
  readonly reader: NetworkReader;
  /** The names of its tensors and layers. */
  readonly names: (network: Network) => NetworkNames;
  /** What pairs a table's entries with its tensors, one after the other. */
  readonly stages: readonly PairingStage[];
  /** Sentences on the layers at which a parser stops. */
  readonly stops?: (network: Network, parser: CaffeParser) => string[];
  /** A test for names that TensorRT's importer makes, where it makes some that the file doesn't tell. */
  readonly importerMade?: (network: Network) => (name: string) => boolean;
}

/** Takes what no other reader wants, to say why it is no network. */
const CAFFE: NetworkKindRules = {
  reader: caffeReader,
  names: caffeNames,
  stages: [byName, byNumber, withDoubts],
  stops: caffeStops,
};

/** In the order in which their readers are asked. */
const NETWORK_KINDS: readonly NetworkKindRules[] = [
  { reader: onnxReader, names: onnxNames, stages: [byName, byTypeAndOrder], importerMade },
  CAFFE,
];

/** Endings of network files, for pickers. */
export const NETWORK_EXTENSIONS: readonly string[] = NETWORK_KINDS.flatMap(({ reader }) => reader.extensions);

/** The rules for a network. */
export function rulesOf({ kind }: Network): NetworkKindRules {
  return NETWORK_KINDS.find(({ reader }) => reader.kind === kind) ?? CAFFE;
}

/** Reads a network of any kind, by its bytes and by its name. Throws NetworkError. */
export function readNetwork(bytes: Uint8Array, file: string): Network {
  if (isLfsPointer(bytes))
    throw new NetworkError(file, t`a git-lfs pointer stands in place of the network. "git lfs pull" fetches it.`);
  const { reader } = NETWORK_KINDS.find((kind) => kind.reader.recognises(bytes, file)) ?? CAFFE;
  return reader.read(bytes, file);
}

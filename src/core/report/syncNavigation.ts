/**
 * The pairing of a comparison as Google's Model Explorer takes it, so that its two panes follow each other: `SyncNavigationData` in its
 * `sync_navigation.ts`, from ids of nodes on the left to ids on the right. Its ONNX adapter gives a node the id that is its name.
 */
import type { Diff } from '../diff/diff.js';
import type { Network } from '../network/network.js';

/** Pairs below this are doubtful. */
const SURE = 0.5;

export interface SyncNavigation {
  readonly data: {
    readonly type: 'sync_navigation';
    readonly mapping: Readonly<Record<string, string>>;
    /** What has no partner has none: a node that happens to have the same name is no partner. */
    readonly disableMappingFallback: true;
  };
  /** Doubtful pairs, which are left out. */
  readonly doubtful: number;
}

/** @param networks the networks of both tables; without one, nodes are told from the names that exporters give tensors */
export function syncNavigation(
  { pairs }: Pick<Diff, 'pairs'>,
  networks: readonly [before: Network | null, after: Network | null],
): SyncNavigation {
  const [nodeBefore, nodeAfter] = networks.map(nodeNames) as [NodeName, NodeName];
  const mapping: Record<string, string> = Object.create(null) as Record<string, string>;
  let doubtful = 0;
  for (const pair of pairs) {
    if (pair.confidence < SURE) doubtful++;
    else mapping[nodeBefore(pair.old)] ??= nodeAfter(pair.new);
  }
  return { data: { type: 'sync_navigation', mapping, disableMappingFallback: true }, doubtful };
}

type NodeName = (tensor: string) => string;

/** The node that writes a tensor: by the network, else by the name (`/conv/Conv_output_0` is written by `/conv/Conv`). */
function nodeNames(network: Network | null): NodeName {
  const writers = new Map((network?.layers ?? []).flatMap(({ name, tops }) => tops.map((top) => [top, name])));
  return (tensor) => writers.get(tensor) ?? tensor.replace(/_output_\d+$/, '');
}

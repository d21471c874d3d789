/** What people do to a network between the making of a table and its use: layers put in, layers taken out. */
import type { Net, Op } from './caffeModel.js';
import { IN_PLACE } from './caffeNets.js';

export interface Change {
  readonly kind: 'put in' | 'take out';
  readonly place: number;
  readonly pick: number;
  readonly inPlace: boolean;
}

function isInPlace({ bottoms, tops }: Op): boolean {
  return bottoms.length === 1 && bottoms[0] === tops[0];
}

/** The network after a change; the same one where the change has no place. */
export function changed(net: Net, { kind, place, pick, inPlace }: Change, id: string): Net {
  if (kind === 'take out') return { ...net, ops: withoutOp(net.ops, place) };
  const at = place % (net.ops.length + 1);
  return { ...net, ops: inPlace ? withInPlace(net.ops, at, pick, id) : withOwnBlob(net, at, pick, id) };
}

/** Takes out an in-place layer, or a whole blob with all that write it; its readers then read what it was made from. */
function withoutOp(ops: readonly Op[], place: number): Op[] {
  const gone = ops[place % Math.max(1, ops.length)];
  if (!gone) return [...ops];
  if (isInPlace(gone)) return ops.filter((op) => op !== gone);
  const [blob = ''] = gone.tops;
  const source = gone.bottoms[0] ?? '';
  const rest = ops.filter((op) => op !== gone && !(op.tops[0] === blob));
  return rest.map((op) => ({ ...op, bottoms: op.bottoms.map((bottom) => (bottom === blob ? source : bottom)) }));
}

function withInPlace(ops: readonly Op[], at: number, pick: number, id: string): Op[] {
  const own = ops
    .slice(0, at)
    .filter(({ type }) => type !== 'DetectionOutput')
    .map(({ tops }) => tops[0] ?? '');
  const blob = own[pick % Math.max(1, own.length)];
  if (blob === undefined) return [...ops];
  const type = IN_PLACE[pick % IN_PLACE.length] ?? 'ReLU';
  return [...ops.slice(0, at), { id, name: `N_${id}`, type, bottoms: [blob], tops: [blob] }, ...ops.slice(at)];
}

/** Puts a layer with a blob of its own between a blob and the next layer that reads it. */
function withOwnBlob({ inputs, ops }: Net, at: number, pick: number, id: string): Op[] {
  const blobs = [...inputs, ...ops.slice(0, at).flatMap(({ tops }) => tops.slice(0, 1))];
  const source = blobs[pick % blobs.length] ?? '';
  const op: Op = {
    id,
    name: `N_${id}`,
    type: pick % 2 === 0 ? 'Convolution' : 'ReLU',
    bottoms: [source],
    tops: [`new_${id}`],
  };
  const reader = ops.findIndex((later, i) => i >= at && later.bottoms.includes(source) && !isInPlace(later));
  const rest = ops.map((later, i) =>
    i === reader
      ? { ...later, bottoms: later.bottoms.map((bottom) => (bottom === source ? `new_${id}` : bottom)) }
      : later,
  );
  return [...rest.slice(0, at), op, ...rest.slice(at)];
}

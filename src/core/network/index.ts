/** Reading a network file of any kind. */
import { decodedText, utf16Order } from '../bytes/bytes.js';
import { readCaffe } from './caffe.js';
import type { Network } from './network.js';
import { readOnnx } from './onnx.js';

export { NetworkError, type Network, type NetworkKind, type NetworkLayer } from './network.js';

/** Endings of network files, for pickers. */
export const NETWORK_EXTENSIONS = ['prototxt', 'onnx'] as const;

/** Reads a network; a text is taken for a prototxt, anything with NUL or other low bytes in its head for ONNX. Throws NetworkError. */
export function readNetwork(bytes: Uint8Array, file: string): Network {
  const isOnnx = /\.onnx$/i.test(file) || (!utf16Order(bytes) && bytes.subarray(0, 512).some((byte) => byte < 9));
  return isOnnx ? readOnnx(bytes, file) : readCaffe(decodedText(bytes), file);
}

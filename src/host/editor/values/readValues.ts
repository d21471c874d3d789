import type * as vscode from 'vscode';
import type { PackedHistograms } from '../../../protocol/values.js';
import { baseName } from '../../ui/baseName.js';
import type { HostServices } from '../../ui/services.js';

/** The file is read a second time, with a node for each count: half a megabyte of it took a tenth of a second. */
const SMALL_BYTES = 64 * 1024;

/** The histograms of values in a table's file. Throws Error for a file that is no table. */
export function readValues(
  bytes: Uint8Array,
  uri: vscode.Uri,
  { background }: Pick<HostServices, 'background'>,
): Promise<PackedHistograms> {
  return background.run(
    'histograms',
    { bytes, path: uri.path, label: baseName(uri) },
    { isSmall: bytes.length < SMALL_BYTES },
  );
}

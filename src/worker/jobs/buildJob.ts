import { buildIn } from '../../core/build/index.js';
import type { BuildMessage } from '../../protocol/build.js';
import { buildMessage } from '../../protocol/buildMessage.js';
import { packMessage, type Packed } from '../../protocol/packedNames.js';
import { tableOf, type Source } from './source.js';

/** A build's log or inspection, and a table that it may have been given. */
export interface BuildOrder {
  readonly source: Source & { readonly uri: string };
  readonly table: (Source & { readonly uri: string }) | null;
}

/** What a build did, as its view draws it; null when the source is no build's. Throws Error for a table that is none. */
export function buildJob({ source, table }: BuildOrder): Packed<BuildMessage> | null {
  const build = buildIn(source.bytes);
  return build && packMessage(buildMessage({ ...source, build }, table && { ...table, table: tableOf(table).table }));
}

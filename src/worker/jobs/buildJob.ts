import { buildIn } from '../../core/build/index.js';
import type { BuildMessage } from '../../protocol/build.js';
import { buildMessage } from '../../protocol/buildMessage.js';
import { packMessage, type Packed } from '../../protocol/packedNames.js';
import { tableOf, type Source } from './source.js';
import { t } from '../../core/texts/translate.js';

/** A build's log or inspection, and a table that it may have been given. */
export interface BuildOrder {
  readonly source: Source & { readonly uri: string };
  readonly table: (Source & { readonly uri: string }) | null;
  /** Another build to compare with. */
  readonly against: (Source & { readonly uri: string }) | null;
}

/** What a build did, as its view draws it; null when the source is no build's. Throws Error for a table or another build that is none. */
export function buildJob({ source, table, against }: BuildOrder): Packed<BuildMessage> | null {
  const build = buildIn(source.bytes);
  if (!build) return null;
  const other = against && buildIn(against.bytes);
  if (against && !other) throw new Error(t`"${against.label}" tells nothing of a build.`);
  const attached = table && { ...table, table: tableOf(table).table };
  return packMessage(buildMessage({ ...source, build }, attached, against && other && { ...against, build: other }));
}

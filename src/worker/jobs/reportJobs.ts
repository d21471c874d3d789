/** Files about tables, for others to look at. Both throw Error for a file that is no table. */
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { buildIn } from '../../core/build/index.js';
import { jsonText } from '../../core/render/json.js';
import { htmlReport } from '../../core/report/htmlReport.js';
import { nodeData, type NodeDataKind } from '../../core/report/nodeData.js';
import { tableOf, type Source } from './source.js';
import { t } from '../../core/texts/translate.js';

/** One page about tables. */
export function reportJob(sources: readonly Source[]): Uint8Array {
  return utf8Bytes(htmlReport(sources.map((source) => ({ name: source.label, document: tableOf(source) }))));
}

export interface NodeDataOrder {
  readonly source: Source;
  readonly kind: NodeDataKind;
  /** For `fate`: what a build left. */
  readonly build?: Source;
  /** For `outputs`: decibels by tensor. */
  readonly outputs?: ReadonlyMap<string, number>;
}

/** A table's numbers for Model Explorer, and how many entries have none. Throws Error where the file does not tell them. */
export function nodeDataJob({ source, kind, build, outputs }: NodeDataOrder): {
  readonly bytes: Uint8Array;
  readonly left: number;
} {
  const read = build && buildIn(build.bytes);
  if (build && !read) throw new Error(t`"${build.label}" tells nothing of a build.`);
  const { data, left } = nodeData(tableOf(source), kind, null, {
    ...(read && { build: read }),
    ...(outputs && { outputs }),
  });
  return { bytes: utf8Bytes([...jsonText(data)].join('')), left };
}

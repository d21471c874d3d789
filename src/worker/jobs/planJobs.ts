/** Numbers into another file: planned by a network, and written. All throw Error for a source that is no table. */
import { writableById } from '../../core/formats/index.js';
import { readNetwork } from '../../core/naming/networkKinds.js';
import { convertDocument, writePlan, type Conversion } from '../../core/transfer/convert.js';
import { planWithNetwork } from '../../core/transfer/plan.js';
import { packPlan, unpackPlan, type PackedPlan } from '../packedPlan.js';
import { tableOf, type Source } from './source.js';

/** A plan to be made. */
export interface PlanOrder {
  readonly source: Source;
  /** Id of the target's format. */
  readonly format: string;
  /** The network's file. */
  readonly network: Pick<Source, 'bytes' | 'label'>;
}

/** The plan with the names that the target's reader asks for. Throws NetworkError for a network that can't be read. */
export function planJob({ source, format, network }: PlanOrder): PackedPlan {
  return packPlan(planWithNetwork(tableOf(source), writableById(format), readNetwork(network.bytes, network.label)));
}

/** A conversion to be made. */
export interface ConvertOrder {
  readonly source: Source;
  /** Id of the target's format, where names stay; or what was planned. */
  readonly to: string | PackedPlan;
  /** The header line to write, for a target that has one. */
  readonly header: string | null;
}

/** Makes the new file. Throws RangeError when the target needs a header and none is given. */
export function convertJob({ source, to, header }: ConvertOrder): Conversion {
  const document = tableOf(source);
  return typeof to === 'string'
    ? convertDocument(document, writableById(to), header)
    : writePlan(document, unpackPlan(to), header);
}

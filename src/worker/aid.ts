import type { ReadExternal } from '../core/model/tensorData.js';

/** What a job may ask of who ordered it, while it works. */
export interface Aid {
  /** Bytes of a file beside the one that the job is about. Throws ModelError where they can't be had. */
  readonly external: ReadExternal;
  /** Says how much is done (0 to 1). Throws where nobody wants the result any more. */
  readonly pulse: (share: number) => Promise<void>;
}

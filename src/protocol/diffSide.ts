import type { TableHeader } from '../core/table/header.js';

/** One of the files of a comparison. */
export interface DiffSide {
  /** Kept by the view, so that the panel can come back after a restart. */
  readonly uri: string;
  /** Its name for people. */
  readonly file: string;
  readonly header: TableHeader;
}

/**
 * What programs are told of tables: the shapes of the command line's JSON (docs/cli.md). They only grow. Nothing is imported here: the
 * npm package has this file as its types.
 */

/** A calibration table: what `show --json` prints. */
export interface TableAnswer {
  /** The id of its format, such as `tensorrt` or `nvdla`. */
  readonly format: string;
  readonly header: HeaderAnswer;
  /** What the file stores for each tensor, and so what `value` is. */
  readonly quantity: 'scale' | 'amax' | 'reciprocal';
  readonly summary: SummaryAnswer;
  /** In the order of the file. */
  readonly entries: readonly EntryAnswer[];
  readonly findings: readonly FindingAnswer[];
}

/** The first line of a TensorRT cache; all null for formats without one. */
export interface HeaderAnswer {
  readonly raw: string | null;
  readonly trtVersion: string | null;
  readonly algorithm: string | null;
  readonly kind: 'trt' | 'one' | 'legacy' | 'unknown' | 'none';
  readonly legacyNumbers?: readonly [number, number] | undefined;
}

/** Counts, and order statistics of the ranges that are finite and above zero; null where there are none. */
export interface SummaryAnswer {
  readonly entries: number;
  readonly zeros: number;
  readonly infinities: number;
  readonly nans: number;
  readonly negatives: number;
  readonly smallestRange: number | null;
  readonly medianRange: number | null;
  readonly largestRange: number | null;
}

export interface EntryAnswer {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  /** The kind of layer that the name tells of, or null. */
  readonly layerType: string | null;
  /** The number as stored. */
  readonly value: number;
  readonly scale: number;
  /** 127 times the scale: the tensor spans ± this. */
  readonly dynamicRange: number;
  /** The float32 of the scale: eight digits, lower case. */
  readonly bits: string;
  /** Both ends of the range, where the format has them as data. */
  readonly min?: number;
  readonly max?: number;
  readonly histogram?: { readonly counts: readonly number[]; readonly edges: readonly number[] };
}

export interface FindingAnswer {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The name of the entry that it is about; null: the file. */
  readonly entry: string | null;
  readonly index: number | null;
  /** From 1; null where a file has no lines. */
  readonly line: number | null;
  readonly basis: 'documented' | 'seen' | 'inferred';
}

/** What `check --json` prints of a file. */
export interface CheckAnswer {
  readonly file: string;
  readonly format: string;
  readonly findings: readonly FindingAnswer[];
  /** What the network asks for and the table lacks. */
  readonly missing: readonly string[];
  /** What the table has and the network does not. */
  readonly unknown: readonly string[];
}

/** A comparison: what `diff --json` prints. Every entry of both tables stands exactly once in it. */
export interface DiffAnswer {
  readonly old: string;
  readonly new: string;
  readonly verdict: {
    /** Whether TensorRT takes the old table under the new one's version. */
    readonly reuse: string;
    readonly kind: 'same-network' | 'other-values' | 'different';
    /** False for tables of different networks. */
    readonly related: boolean;
    readonly statements: readonly { readonly text: string; readonly basis: 'documented' | 'seen' | 'inferred' }[];
  };
  readonly summary: DiffSummaryAnswer;
  /** In the order of the new table. */
  readonly pairs: readonly PairAnswer[];
  readonly removed: readonly { readonly name: string; readonly index: number }[];
  readonly added: readonly { readonly name: string; readonly index: number }[];
}

export interface DiffSummaryAnswer {
  readonly same: number;
  readonly changed: number;
  readonly renamed: number;
  readonly renumbered: number;
  readonly removed: number;
  readonly added: number;
  /** Median and largest |log2 ratio|; null when no pair has one. */
  readonly medianChange: number | null;
  readonly largestChange: number | null;
  readonly grew: number;
  readonly shrank: number;
  /** Pairs that are equal but for rounding, and the |log2 ratio| up to which a pair is. */
  readonly rounding: number;
  readonly roundingFloor: number;
}

/** Two entries that are the same tensor. */
export interface PairAnswer {
  readonly old: string;
  readonly new: string;
  readonly oldIndex: number;
  readonly newIndex: number;
  readonly how: 'same-name' | 'renumbered' | 'renamed';
  /** From 0 to 1; below 0.5 is doubtful. */
  readonly confidence: number;
  readonly oldScale: number;
  readonly newScale: number;
  /** log2(new / old): bits of resolution lost when positive. */
  readonly log2Ratio: number;
  readonly status: 'same' | 'changed';
  readonly evidence: readonly string[];
}

/** What a conversion did: what `convert --json` prints, apart from the names of the files. */
export interface ConversionAnswer {
  readonly entriesIn: number;
  readonly entriesOut: number;
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly rule: string }[];
  readonly dropped: readonly { readonly name: string; readonly why: string }[];
  /** What the network needs and the result lacks. */
  readonly missing: readonly string[];
  /** Sentences: what the new file can't hold, or what could be wrong with it. */
  readonly lost: readonly string[];
}

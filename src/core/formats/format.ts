import type { Histogram } from '../activations/histogram.js';
import type { Finding } from '../findings/finding.js';
import type { FileNames } from './fileNames.js';
import type { OnMissing } from './onMissing.js';
import type { Splice } from '../bytes/splice.js';
import type { CalibrationTable, EndPair, FormatId, Quantity } from '../table/table.js';

/** Where each entry stands in the file: byte offsets, and the line (from 1). Columns, like the table's. */
export interface EntrySpans {
  /** First byte of the entry, and one past its last; line ends and separators lie outside. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** The bytes of the name as the file writes it (JSON: with its quotes). */
  readonly nameStart: Uint32Array;
  readonly nameEnd: Uint32Array;
  /** The bytes of the stored number; empty span where the file has none. */
  readonly valueStart: Uint32Array;
  readonly valueEnd: Uint32Array;
  readonly line: Uint32Array;
}

/** What a format makes of a file's bytes: the table that they mean, and where each entry stands. Never changed in place. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly table: CalibrationTable;
  readonly spans: EntrySpans;
  /** What reading noticed; rules that look at the table alone are run by `check`. */
  readonly findings: readonly Finding[];
  /** What the file holds besides entries, by section: weights, further tables. Kept as it is, shown apart. */
  readonly kept?: readonly KeptPart[];
}

/** A file that was read, with the format that read it and can edit it. */
export interface TableDocument extends Reading {
  readonly format: TableFormat;
}

export interface KeptPart {
  readonly title: string;
  readonly items: readonly { readonly name: string; readonly text: string; readonly line: number }[];
}

/** A change that a user makes. Stored numbers are in the format's own quantity; `ends` are for formats that keep both ends of a range. */
export type Edit =
  | { readonly kind: 'set'; readonly index: number; readonly value: number; readonly ends?: EndPair | undefined }
  | {
      readonly kind: 'insert';
      readonly index: number;
      readonly name: string;
      readonly value: number;
      readonly ends?: EndPair | undefined;
    }
  | { readonly kind: 'delete'; readonly index: number }
  | { readonly kind: 'rename'; readonly index: number; readonly name: string }
  | { readonly kind: 'header'; readonly raw: string };

/** Which entries an edit put in the place of which: those from `index` on. The others stand as they stood. */
export interface EntryChange {
  readonly index: number;
  readonly removed: number;
  readonly inserted: number;
}

/** An edit that led from one document to another: what was before, and what it did to the entries. */
export interface EditStep {
  readonly before: TableDocument;
  readonly change: EntryChange;
}

/** A stretch of a file that a splice touched, read by itself; the rest of the document stays as it was read. */
export interface Patch {
  /** Offset at which the stretch begins, before and after. */
  readonly start: number;
  /** Entries `from` up to (not including) `to` stood in it. */
  readonly from: number;
  readonly to: number;
  /** What stands in it now. Its offsets count from `origin`, its lines from 1, its entries from 0. */
  readonly reading: Reading;
  readonly origin: number;
  /**
   * The line on which the stretch begins, the first old line behind it (null: it is no whole lines, and what was found
   * of no entry is of the file), and by how many the lines behind it move.
   */
  readonly line: number;
  readonly nextLine: number | null;
  readonly lineShift: number;
  /** By how many bytes entries behind the stretch move, where that is not the file's growth: offsets lead to some wherever they stand. */
  readonly shift?: number;
}

/** What a format's writer needs to know beyond the table. */
export interface WriteOptions {
  /** Header line to write, for formats that have one; without it, the table's own. */
  readonly header?: string;
  /** Parts of a file of this format, to be kept. Formats without such parts leave them out. */
  readonly kept?: readonly KeptPart[];
}

/** A file's bytes, prepared once for all detectors. */
export interface Sample {
  readonly bytes: Uint8Array;
  /** The first bytes as one character a byte. */
  readonly head: string;
  /** The lines of `head`, without a line that the head cuts off. One over 4 KiB is cut, and ends in NUL: an entry to no detector. */
  readonly lines: readonly string[];
  /** No NUL and hardly any control characters in the head. */
  readonly isText: boolean;
  /** True when `head` is all of the file: then nothing in `json` was cut off. */
  readonly isWhole: boolean;
  /** `head` parsed as JSON when the whole file is JSON (an object or array), else undefined. Lenient to a broken end. */
  readonly json: unknown;
  /** The file name in lower case, without its folders. */
  readonly fileName: string;
}

/** What the programs that read a table do with numbers that are no usable scales; each is what follows "The scale is …: ". */
export interface OddNumbers {
  readonly zero: string;
  readonly infinite: string;
  readonly nan: string;
  readonly negative: string;
}

/** What is known of a format without looking at a file. */
export interface FormatFacts {
  readonly id: FormatId;
  /** Its name for people. */
  readonly label: string;
  /** Usual file name extensions, the first one for new files. */
  readonly extensions: readonly string[];
  /** Names that its files have, sure ones and possible ones. */
  readonly fileNames: FileNames;
  /** What number it stores; null for a listing that takes any. */
  readonly quantity: Quantity | null;
  /** How it writes a number: the bits of a float32, or a decimal. */
  readonly storage: 'float32' | 'decimal';
  /** What its names name. */
  readonly keyedBy: 'tensor' | 'layer';
  /** True when its numbers are of what a layer reads, not of what it writes. */
  readonly ofInputs?: boolean;
  readonly hasHeader: boolean;
  /** What its readers do about an entry that is missing. */
  readonly onMissing: OnMissing;
  /** True where an edit of a file that is broken in one place can change how the rest is read. */
  readonly isFragile?: true;
  /** The format of a file of the same name beside it, ending in `.json`, whose numbers are the better ones. */
  readonly siblingOf?: FormatId;
  /** Where it keeps both ends of a range: beside its number, or as the number, which is the larger magnitude of the two. */
  readonly keepsEnds?: 'beside' | 'as-number';
  /** True when it writes {@link WriteOptions.kept}. */
  readonly keepsParts?: true;
  /** True when its reader stops at a layer of the network that has no entry. */
  readonly needsEveryLayer?: true;
  /** True when its reader lower-cases the path that it is given: it finds no file with a capital letter in its path. */
  readonly findsNoCapitals?: true;
  /** Which of several entries of one name its reader takes: the first unless this says otherwise. */
  readonly duplicates?: 'last';
  /** What is worth knowing of its numbers wherever they are carried to another format. */
  readonly carriedNote?: string;
  /** Whether a text editor can show it. */
  readonly isText: boolean;
  readonly oddNumbers: OddNumbers;
}

/** A format that new files can be written in. */
export interface WritableFormat extends FormatFacts {
  /** A new file for a table of this format's quantity. Throws RangeError for a value that the format can't hold. */
  write(table: CalibrationTable, options?: WriteOptions): Uint8Array;
  /** Why `name` can't be an entry's name here, or null. */
  nameProblem(name: string): string | null;
}

/** A format that files are read in. Adding one is one file and one line in the registry. */
export interface ReadableFormat extends FormatFacts {
  /** From 0 (surely not) to 1 (surely this format); content decides, the name is a hint. */
  detect(sample: Sample): number;
  /** Reads any bytes. Never throws on content: what can't be read becomes a finding. */
  read(bytes: Uint8Array): TableDocument;
  /** The histograms of values that the file holds, one an entry, null for an entry without; for formats that have them. */
  histograms?(document: TableDocument): readonly (Histogram | null)[];
  /** The splice that makes an edit, or null when the file already says so. Throws RangeError for an index out of bounds. */
  edit?(document: TableDocument, edit: Edit): Splice | null;
  /** Several edits as one, each of the document as it is: for formats whose splices of single edits overlap. */
  editTogether?(document: TableDocument, edits: readonly Edit[]): Splice | null;
  /** Reads only what a splice touches; null where the whole file has to be read again. For `updated`, which says what it is good for. */
  patch?(document: TableDocument, splice: Splice): Patch | null;
}

/** A format that can do everything. */
export type EditableFormat = ReadableFormat & Required<Pick<ReadableFormat, 'edit'>> & WritableFormat;

/** A format as the registry knows it. */
export type TableFormat = ReadableFormat & Partial<Pick<WritableFormat, 'write' | 'nameProblem'>>;

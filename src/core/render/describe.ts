/** What there is to say about an entry or a header, as plain text: hovers render it. */
import type { Finding } from '../findings/finding.js';
import { bitsToFloat, bitsToHex, floatKind } from '../bytes/float32.js';
import type { TableHeader } from '../table/header.js';
import { layerTypeOf, unnamedLayer } from '../table/entryNames.js';
import { maxRoundingError } from '../table/quantization.js';
import { entryAt, type CalibrationTable, type EntryView } from '../table/table.js';
import { reuseStatements } from '../table/reuse.js';
import { type Basis, type Statement } from '../table/statement.js';
import { t } from '../texts/translate.js';

/** One labelled line. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A title, facts under it, and statements or findings with where they come from. All of it may hold untrusted text. */
export interface Description {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
}

/** Where a statement comes from, in words. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  documented: 'documented',
  seen: t`seen in published files`,
  inferred: t`inferred from reports`,
};

/** Everything about entry `index`. Throws RangeError when there is no such entry. */
export function describeEntry(table: CalibrationTable, index: number, findings: readonly Finding[]): Description {
  const entry = entryAt(table, index);
  return {
    title: entry.name,
    facts: [
      ...layerFacts(entry.name),
      ...(Number.isNaN(table.values[index]) && !table.bits
        ? []
        : [...storedFacts(table, entry), ...numberFacts(entry, table.bits !== undefined)]),
      { label: t`Entry`, text: t`${index + 1} of ${table.names.length}` },
    ],
    statements: [],
    findings: findings.filter((item) => item.index === index),
  };
}

/** What line 1 says, and what is known about using the table under another TensorRT. */
export function describeHeader(header: TableHeader, findings: readonly Finding[]): Description {
  const algorithm = header.algorithm === null ? [] : [{ label: t`Algorithm`, text: header.algorithm }];
  return {
    title: t`Calibration table header`,
    facts: [{ label: t`Written by`, text: writer(header) }, ...algorithm, ...legacyFacts(header)],
    statements: reuseStatements(header),
    findings: findings.filter(({ index, rule }) => index === null && /header|byte-swapped/.test(rule)),
  };
}

/** What is wrong with a line that is no entry. */
export function describeUnread(findings: readonly Finding[]): Description {
  return { title: t`This line is not read`, facts: [], statements: [], findings };
}

/** A severity in words, for the start of a finding. */
export function severityWord({ severity }: Finding): string {
  return { error: t`Error`, warning: t`Warning`, info: t`Note` }[severity];
}

function layerFacts(name: string): Fact[] {
  const unnamed = unnamedLayer(name);
  if (unnamed)
    return [
      {
        label: t`Layer`,
        text: t`${unnamed.type}, number ${unnamed.number} of the parsed network (it has no name of its own)`,
      },
    ];
  const type = layerTypeOf(name);
  return type === null ? [] : [{ label: t`Layer`, text: t`${type}, going by the name` }];
}

/** The number in the file, where it is not the scale: the others are made from it. */
function storedFacts({ quantity }: CalibrationTable, { value }: EntryView): Fact[] {
  return quantity === 'scale'
    ? []
    : [{ label: t`Stored`, text: `${quantity === 'amax' ? t`range` : t`reciprocal of the scale`} ${value}` }];
}

function numberFacts({ scale, dynamicRange, bits }: EntryView, stored: boolean): Fact[] {
  const kind = floatKind(bits);
  const inexact = !stored && bitsToFloat(bits) !== scale;
  const stands = { label: inexact ? t`Nearest float32` : t`float32 bits`, text: bitsText(bits) };
  if (kind === 'nan' || kind === 'infinite') return [{ label: t`Scale`, text: String(scale) }, stands];
  return [
    { label: t`Scale`, text: t`${scale} (one INT8 step)` },
    { label: t`Dynamic range`, text: `±${short(Math.abs(dynamicRange))}` },
    { label: t`Rounding error`, text: t`at most ${short(maxRoundingError(scale))} inside the range` },
    stands,
  ];
}

/** `3c55b689 = sign 0, exponent 120 (2^-7), mantissa 55b689`. */
function bitsText(bits: number): string {
  const exponent = (bits >>> 23) & 0xff;
  const mantissa = (bits & 0x7fffff).toString(16).padStart(6, '0');
  return t`${bitsToHex(bits)} = sign ${bits >>> 31}, exponent ${exponent} (${exponentText(bits, exponent)}), mantissa ${mantissa}`;
}

function exponentText(bits: number, exponent: number): string {
  const kind = floatKind(bits);
  return kind === 'normal'
    ? `2^${exponent - 127}`
    : { zero: t`zero`, denormal: t`denormal`, infinite: t`infinite`, nan: 'NaN' }[kind];
}

/** Seven digits: what a float32 holds. */
function short(value: number): string {
  return String(Number(value.toPrecision(7)));
}

function writer({ kind, trtVersion }: TableHeader): string {
  switch (kind) {
    case 'trt':
      return trtVersion === null ? t`not TensorRT: no version number stands here` : `TensorRT ${trtVersion}`;
    case 'one':
      return t`TensorRT up to 5 (inferred)`;
    case 'legacy':
      return t`TensorRT's legacy calibrator; its header names no version`;
    case 'unknown':
      return t`unknown: no TensorRT is known to write such a line`;
    case 'none':
      return t`unknown: there is no header`;
  }
}

function legacyFacts({ legacyNumbers }: TableHeader): Fact[] {
  if (!legacyNumbers) return [];
  return [
    {
      label: t`Numbers`,
      text: t`${legacyNumbers.join(t` and `)}: quantile and regression cutoff, in an order that is inferred`,
    },
  ];
}

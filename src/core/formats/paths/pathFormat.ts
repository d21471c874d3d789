/**
 * Tables that are JSON with one object of `name: number` at a known path: MQBench, PPQ, TAO and qdq_translator differ in the
 * path and in what the number is. Everything outside the path is other people's, and stays byte for byte.
 */
import type { Node } from 'jsonc-parser';
import { utf8Bytes } from '../../bytes/bytes.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { finding, type Finding } from '../../findings/finding.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import { unicodeEscape } from '../../render/escape.js';
import { NO_HEADER } from '../../table/header.js';
import type { CalibrationTable, Quantity } from '../../table/table.js';
import type { EditableFormat, FormatFacts, KeptPart, Reading, Sample } from '../format.js';
import { editMember, type MemberStyle } from '../json/memberEdits.js';
import { patchMembers } from '../json/patchMembers.js';
import { field, JsonFile } from '../json/memberReader.js';
import { LEAVES_INT8 } from '../onMissing.js';
import { SpanBuilder } from '../spanBuilder.js';
import { t } from '../../texts/translate.js';

/** What one of these formats has of its own. */
export interface PathSpec extends Pick<
  FormatFacts,
  'id' | 'label' | 'fileNames' | 'oddNumbers' | 'duplicates' | 'carriedNote'
> {
  readonly id: EditableFormat['id'];
  readonly quantity: Quantity;
  /** Where its objects are found; new files have the first. */
  readonly paths: readonly [Path, ...Path[]];
  /** Members of the root that are lists of names: shown apart, and written empty. */
  readonly lists?: readonly string[];
  /** What reading notices of a number, or null. */
  readonly notice?: (value: number, place: { entry: string; index: number; line: number }) => Finding | null;
}

type Path = readonly string[];

const INDENT = '    ';

/** The format of such a table. */
export function pathFormat(spec: PathSpec): EditableFormat {
  const { id, label, fileNames, quantity, paths, lists = [], oddNumbers, duplicates, carriedNote } = spec;
  const style = styleOf(paths);
  const format: EditableFormat = {
    id,
    label,
    fileNames,
    quantity,
    oddNumbers,
    ...(duplicates && { duplicates }),
    ...(carriedNote !== undefined && { carriedNote }),
    extensions: ['json'],
    storage: 'decimal',
    keyedBy: 'tensor',
    onMissing: LEAVES_INT8,
    hasHeader: false,
    isFragile: true,
    isText: true,
    detect: (sample) => detect(sample, paths),
    read: (bytes) => ({ format, ...read(bytes, spec) }),
    patch: (document, splice) =>
      patchMembers(document, splice, (bytes) => read(bytes, { ...spec, paths: [[]], lists: [] })),
    write: (table) => utf8Bytes(textOf(table, paths[0], lists)),
    nameProblem: (name) => (name === '' ? t`A tensor needs a name.` : null),
    edit: (document, edit) => editMember(document, edit, style),
  };
  return format;
}

function detect({ json }: Sample, paths: readonly Path[]): number {
  return paths.some((path) => isTable(path.reduce(memberOf, json))) ? 1 : 0;
}

function memberOf(value: unknown, name: string): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** An object, and not one of objects: then it is somebody else's. */
function isTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.values(value);
  return members.length === 0 || members.some((member) => typeof member === 'number');
}

function objectAt(root: Node | undefined, paths: readonly Path[]): Node | undefined {
  return paths.map((path) => path.reduce(field, root)).find((node) => node?.type === 'object');
}

function read(bytes: Uint8Array, { id, quantity, paths, lists = [], notice }: PathSpec): Reading {
  const file = new JsonFile(bytes);
  const findings = file.brokenAt();
  const names: string[] = [];
  const values: number[] = [];
  const spans = new SpanBuilder();
  for (const member of objectAt(file.root, paths)?.children ?? []) {
    const { name, line, end, ...rest } = file.place(member);
    const number = member.children?.[1];
    const isNumber = typeof number?.value === 'number';
    const place = { entry: name, index: names.push(name) - 1, line };
    const value = isNumber ? (number.value as number) : NaN;
    values.push(value);
    const valueStart = number ? file.at(number.offset) : end;
    spans.add({ start: rest.nameStart, end, ...rest, valueStart, valueEnd: end, line });
    if (!isNumber) findings.push(finding('unreadable-line', t`"${name}" has no number.`, place));
    const noticed = notice?.(value, place) ?? null;
    if (noticed !== null) findings.push(noticed);
  }
  return {
    bytes,
    findings,
    spans: spans.build(),
    table: { format: id, quantity, header: NO_HEADER, names, values: Float64Array.from(values) },
    kept: lists.flatMap((title) => listPart(file, title)),
  };
}

/** A list of names beside the entries, as a part of its own. */
function listPart(file: JsonFile, title: string): KeptPart[] {
  const items = (field(file.root, title)?.children ?? []).map((node) => ({
    name: file.textOf(node),
    text: '',
    line: file.lineAt(node.offset),
  }));
  return items.length === 0 ? [] : [{ title, items }];
}

function styleOf(paths: readonly Path[]): MemberStyle {
  return {
    set: ({ bytes, table, spans }, { index, value }): Splice | null =>
      table.values[index] === value
        ? null
        : spliceOf(bytes, spans.valueStart[index] ?? 0, spans.valueEnd[index] ?? 0, utf8Bytes(shortestDecimal(value))),
    valueOf: (_, { value }) => shortestDecimal(value),
    objectIn: (root) => objectAt(root, paths),
  };
}

/** As Python's `json.dump(…, indent=4)` writes it: no line end at the end, everything in ASCII. */
function textOf({ names, values }: CalibrationTable, path: Path, lists: readonly string[]): string {
  const entries = names.map((name, i): [string, string] => [name, shortestDecimal(values[i] ?? NaN)]);
  const empty = lists.map((list): [string, string] => [list, '[]']);
  const around = (depth: number): string => {
    const name = path[depth - 1];
    if (name === undefined) return objectText(entries, depth);
    return objectText([[name, around(depth + 1)], ...(depth === 1 ? empty : [])], depth);
  };
  return around(1);
}

function objectText(members: readonly (readonly [string, string])[], depth: number): string {
  if (members.length === 0) return '{}';
  const lines = members.map(([name, value]) => `${INDENT.repeat(depth)}${asciiJson(name)}: ${value}`);
  return `{\n${lines.join(',\n')}\n${INDENT.repeat(depth - 1)}}`;
}

function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\uffff]/g, unicodeEscape);
}

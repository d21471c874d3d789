/**
 * onnxruntime's `calibration.json`. Older: `{ "tensor": [lowest, highest] }`. Newer: objects tagged
 * `"CLS": "TensorData"` with `lowest` and `highest`, by themselves or under the `data` of one `TensorsData`.
 */
import type { Node } from 'jsonc-parser';
import { bomLength, byteText, utf8Bytes } from '../../bytes/bytes.js';
import { finding } from '../../findings/finding.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { NO_HEADER } from '../../table/header.js';
import { joinSplices, spliceOf, type Splice } from '../../bytes/splice.js';
import { entryEnds, type EndPair } from '../../table/table.js';
import { endColumns } from '../endColumns.js';
import { CALIBRATION } from '../fileNames.js';
import type { Sample, TableDocument, EditableFormat } from '../format.js';
import { editMember, type MemberStyle } from '../json/memberEdits.js';
import { field, JsonFile } from '../json/memberReader.js';
import { jsonTree } from '../json/jsonTree.js';
import { histogramOf } from './histograms.js';
import { patchMembers } from '../json/patchMembers.js';
import { SpanBuilder } from '../spanBuilder.js';
import { ONNXRUNTIME_ODD_NUMBERS } from '../oddNumbers.js';
import { LEAVES_INT8 } from '../onMissing.js';
import { t } from '../../texts/translate.js';

/** A tensor's member and the number nodes of its two bounds. */
interface Entry {
  readonly member: Node;
  readonly lowest: Node | undefined;
  readonly highest: Node | undefined;
}

export const onnxruntimeJson: EditableFormat = {
  id: 'onnxruntime-json',
  label: t`onnxruntime calibration table (JSON)`,
  extensions: ['json'],
  fileNames: { sure: [], possible: [`${CALIBRATION}.json`] },
  quantity: 'amax',
  storage: 'decimal',
  keyedBy: 'tensor',
  onMissing: LEAVES_INT8,
  hasHeader: false,
  keepsEnds: 'as-number',
  isFragile: true,
  isText: true,
  oddNumbers: ONNXRUNTIME_ODD_NUMBERS,
  detect: detectRanges,
  read,
  write: (table) => {
    const members = table.names.map(
      (name, i) => `${JSON.stringify(name)}: ${pair(table.values[i] ?? NaN, entryEnds(table, i))}`,
    );
    return utf8Bytes(`{${members.join(', ')}}`);
  },
  nameProblem: (name) => (name === '' ? t`A tensor needs a name.` : null),
  histograms: ({ bytes }) => entriesOf(new JsonFile(bytes).root).map(({ member }) => histogramOf(member.children?.[1])),
  edit: (document, change) => editMember(document, change, STYLE),
  patch: (document, splice) => patchMembers(document, splice, readMembers),
};

/** Sure for tagged objects; pairs of numbers are other people's too. A member that the head cuts off says nothing. */
function detectRanges({ json, isWhole }: Sample): number {
  if (!isObject(json)) return 0;
  if (json['CLS'] === 'TensorsData' || (json['data'] !== undefined && hasTagged(json['data'])) || hasTagged(json))
    return 1;
  const members = Object.values(json);
  const whole = isWhole || members.length === 1 ? members : members.slice(0, -1);
  return members.length > 0 && whole.every(isPair) ? 0.9 : 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A tensor's object has its bounds first and its tag last, behind what can be a long histogram. */
function hasTagged(tensors: unknown): boolean {
  return (
    isObject(tensors) &&
    Object.values(tensors).some(
      (member) => isObject(member) && (member['CLS'] === 'TensorData' || ('lowest' in member && 'highest' in member)),
    )
  );
}

function isPair(member: unknown): boolean {
  return Array.isArray(member) && member.length === 2 && member.every((bound) => typeof bound === 'number');
}

function read(bytes: Uint8Array): TableDocument {
  const file = new JsonFile(bytes);
  const entries = entriesOf(file.root);
  const findings = file.brokenAt();
  const spans = new SpanBuilder();
  const names = entries.map(({ member, lowest, highest }, index) => {
    const { name, line, end, nameStart, nameEnd } = file.place(member);
    const valueStart = file.at(lowest?.offset ?? member.offset);
    const valueEnd = file.at(highest ? highest.offset + highest.length : member.offset);
    spans.add({ start: nameStart, end, nameStart, nameEnd, valueStart, valueEnd, line });
    if (!isNumber(lowest) || !isNumber(highest)) {
      const message = t`"${name}" has no lowest and highest number.`;
      findings.push(finding('unreadable-line', message, { entry: name, index, line }));
    }
    return name;
  });
  return {
    format: onnxruntimeJson,
    bytes,
    findings,
    spans: spans.build(),
    table: {
      format: 'onnxruntime-json',
      quantity: 'amax',
      header: NO_HEADER,
      names,
      values: Float64Array.from(entries, ({ lowest, highest }) => amaxOf(lowest, highest)),
      ...endColumns(entries.map(({ lowest, highest }) => [numberOf(lowest), numberOf(highest)])),
    },
  };
}

/** The larger of the two magnitudes: what a symmetric range has to hold. */
function amaxOf(lowest: Node | undefined, highest: Node | undefined): number {
  return Math.max(Math.abs(numberOf(lowest)), Math.abs(numberOf(highest)));
}

function numberOf(node: Node | undefined): number {
  return typeof node?.value === 'number' ? node.value : NaN;
}

function isNumber(node: Node | undefined): boolean {
  return typeof node?.value === 'number';
}

function entriesOf(root: Node | undefined): Entry[] {
  const tensors = tensorsNode(root);
  return (tensors?.type === 'object' ? (tensors.children ?? []) : []).flatMap((member): Entry[] => {
    const [key, value] = member.children ?? [];
    if (!key || !value || (key.value === 'CLS' && value.type === 'string')) return [];
    const [lowest, highest] =
      value.type === 'array'
        ? (value.children ?? [])
        : [numberIn(field(value, 'lowest')), numberIn(field(value, 'highest'))];
    return [{ member, lowest, highest }];
  });
}

/** The object whose members are tensors. */
function tensorsNode(root: Node | undefined): Node | undefined {
  return field(root, 'CLS')?.value === 'TensorsData' ? field(root, 'data') : root;
}

/** A bound may be a number, or a NumPy array of one. */
function numberIn(node: Node | undefined): Node | undefined {
  const data = field(node, 'data') ?? node;
  return data?.type === 'array' ? data.children?.[0] : data;
}

/** Both ends, which are ∓amax where nothing else is known. */
function pair(amax: number, ends: EndPair | null): string {
  const [lowest, highest] = ends ?? [-amax, amax];
  return `[${shortestDecimal(lowest)}, ${shortestDecimal(highest)}]`;
}

const STYLE: MemberStyle = {
  set: (document, { index, value, ends }) =>
    document.table.values[index] === value && !ends ? null : setBounds(document, index, value, ends ?? null),
  valueOf: (document, { value, ends }) => memberLike(document, value, ends ?? null),
  objectIn: tensorsNode,
};

/** Both bounds, at ∓amax if no ends are given: a range that was not symmetric becomes so. A value that has no bounds gives way to one that has. */
function setBounds(document: TableDocument, index: number, amax: number, ends: EndPair | null): Splice | null {
  const { bytes, spans } = document;
  const shift = (spans.start[index] ?? 0) - 1;
  const { member, lowest, highest } = entriesOf(jsonTree(memberText(document, index)))[0] ?? {};
  const replace = (node: Node, replacement: string): Splice =>
    spliceOf(bytes, shift + node.offset, shift + node.offset + node.length, utf8Bytes(replacement));
  if (lowest && highest)
    return joinSplices(bytes, [
      replace(lowest, shortestDecimal(ends?.[0] ?? -amax)),
      replace(highest, shortestDecimal(ends?.[1] ?? amax)),
    ]);
  const value = member?.children?.[1];
  if (!value) throw new RangeError(t`This entry has no value to change.`);
  return replace(value, memberLike(document, amax, ends));
}

/** An object of one entry alone: in a large file the others take long to parse. */
function memberText({ bytes, spans }: TableDocument, index: number): string {
  return `{${byteText(bytes.subarray(spans.start[index], spans.end[index]))}}`;
}

/** Reads members by themselves; null where one of them may tell of what kind the whole object is. */
function readMembers(bytes: Uint8Array): TableDocument | null {
  const members = jsonTree(byteText(bytes))?.children ?? [];
  return members.some(({ children }) => children?.[0]?.value === 'CLS') ? null : read(bytes);
}

/** A member's value in the shape that the file uses. */
function memberLike(document: TableDocument, amax: number, ends: EndPair | null): string {
  const [first] = document.table.names.length > 0 ? entriesOf(jsonTree(memberText(document, 0))) : [];
  const tagged = first
    ? first.member.children?.[1]?.type === 'object'
    : field(jsonTree(byteText(document.bytes).slice(bomLength(document.bytes))), 'CLS') !== undefined;
  if (!tagged) return pair(amax, ends);
  const array = (value: number): string =>
    `{"data": ${shortestDecimal(value)}, "dtype": "float32", "CLS": "numpy.array"}`;
  return `{"lowest": ${array(ends?.[0] ?? -amax)}, "highest": ${array(ends?.[1] ?? amax)}, "CLS": "TensorData"}`;
}

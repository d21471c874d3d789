/** Entries as text to paste somewhere else. */
import { bitsToHex } from '../bytes/float32.js';
import { entryAt, type CalibrationTable, type EntryView } from '../table/table.js';
import { layerPrecisions } from '../run/report/floatLists.js';
import { entriesGrid } from '../render/entriesGrid.js';
import { compactJson } from '../render/json.js';
import { markdownTable } from '../render/markdown.js';
import { t } from '../texts/translate.js';

export interface CopyFormat {
  readonly id: 'hex' | 'json' | 'markdown' | 'python' | 'cpp' | 'layerPrecisions';
  readonly label: string;
  readonly detail: string;
  /** @param entries indices of those that are wanted */
  text(table: CalibrationTable, entries: readonly number[]): string;
}

const lines =
  (line: (entry: EntryView) => string) =>
  (table: CalibrationTable, entries: readonly number[]): string =>
    entries.map((index) => `${line(entryAt(table, index))}\n`).join('');

/** A text in quotes as Python, C++ and JSON all read it. */
function quoted(text: string): string {
  return compactJson(text);
}

/** A number with a point, as a float in C++ needs. */
function float(value: number): string {
  const text = String(Math.fround(value));
  return `${/[.e]/.test(text) ? text : `${text}.0`}f`;
}

const finite = (table: CalibrationTable, entries: readonly number[]): number[] =>
  entries.filter((index) => Number.isFinite(entryAt(table, index).dynamicRange));

export const COPY_FORMATS: readonly CopyFormat[] = [
  {
    id: 'hex',
    label: t`Lines of a TensorRT Cache`,
    detail: 'conv1: 3c010a14',
    text: lines(({ name, bits }) => `${name}: ${bitsToHex(bits)}`),
  },
  {
    id: 'json',
    label: 'JSON',
    detail: '{ "conv1": { "scale": 0.00787, "dynamicRange": 1.0 } }',
    text: (table, entries) => {
      const members = entries.map((index) => {
        const { name, scale, dynamicRange } = entryAt(table, index);
        return `  ${quoted(name)}: ${compactJson({ scale, dynamicRange })}`;
      });
      return `{\n${members.join(',\n')}\n}\n`;
    },
  },
  {
    id: 'markdown',
    label: t`Markdown Table`,
    detail: '| conv1 | 0.00787 | 1.0 |',
    text: (table, entries) => {
      const { columns, rows } = entriesGrid(table);
      return markdownTable({ columns, rows: entries.map((index) => rows[index] ?? []) });
    },
  },
  {
    id: 'python',
    label: 'set_dynamic_range (Python)',
    detail: 'tensors["conv1"].set_dynamic_range(-1.0, 1.0)',
    text: (table, entries) =>
      [
        '# tensors: {tensor.name: tensor} of all inputs of the network and outputs of its layers\n',
        lines(({ name, dynamicRange: r }) => `tensors[${quoted(name)}].set_dynamic_range(${-r}, ${r})`)(
          table,
          finite(table, entries),
        ),
      ].join(''),
  },
  {
    id: 'cpp',
    label: 'setDynamicRange (C++)',
    detail: 'tensors.at("conv1")->setDynamicRange(-1.0f, 1.0f);',
    text: (table, entries) =>
      [
        '// tensors: std::map<std::string, nvinfer1::ITensor*> of all inputs of the network and outputs of its layers\n',
        lines(
          ({ name, dynamicRange: r }) => `tensors.at(${quoted(name)})->setDynamicRange(${float(-r)}, ${float(r)});`,
        )(table, finite(table, entries)),
      ].join(''),
  },
  {
    id: 'layerPrecisions',
    label: '--layerPrecisions (trtexec)',
    detail: t`keeps layers out of INT8: right where layers are called as in the table`,
    text: (table, entries) => `${layerPrecisions(entries.map((index) => entryAt(table, index).name))}\n`,
  },
];

import type { Fate } from '../../src/core/build/fates.js';
import type { BuildEntries, BuildMessage } from '../../src/protocol/build.js';
import { el } from '../shared/dom.js';
import type { Column } from '../shared/grid/column.js';
import { icon, type IconName } from '../shared/icons.js';
import { nameColumn, numberColumn, placeColumn, textColumn } from '../shared/plainColumns.js';
import { FATE_HINTS, remarkOf, type BuildModel } from './model.js';
import type { Shown } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';

export function columnsOf({ message }: BuildModel, shown: Shown): readonly Column[] {
  if (shown === 'layers') return layerColumns(message);
  return message.entries ? entryColumns(message.entries, message.layers, message.against) : [];
}

function layerColumns(message: BuildMessage): readonly Column[] {
  return [
    placeColumn(message.layers.length, t`In the order of the engine`),
    { ...nameColumn('layer', t`Layer`, t`Name as TensorRT gave it`, message.layers), draw: drawLayer(message) },
    textColumn('type', t`Type`, t`What kind of layer it is`, [12, 22], message.types),
    datatypeColumn('input', t`Input`, t`What it reads; of several inputs the first that is not INT8`, message.inputs),
    datatypeColumn('weights', t`Weights`, t`Its weights, where it has some`, message.weights),
    datatypeColumn(
      'output',
      t`Output`,
      t`What it writes; of several outputs the first that is not INT8`,
      message.outputs,
    ),
    ...(message.against
      ? [
          textColumn(
            'before',
            t`Before`,
            t`Input, weights and output in the other build, where it computed in another way`,
            [16, 20],
            message.against.before,
          ),
        ]
      : []),
    remarkColumn(message),
  ];
}

function entryColumns(
  { names, fates, scales, printed, readers }: BuildEntries,
  layers: readonly string[],
  against: BuildMessage['against'],
): readonly Column[] {
  return [
    placeColumn(names.length, t`Position in the table`),
    nameColumn('tensor', t`Tensor`, t`Entry of the table`, names),
    {
      id: 'fate',
      label: t`Fate`,
      hint: t`What became of it`,
      width: [13, 14],
      text: (row) => fates[row] ?? '',
      title: (row) => FATE_HINTS[fates[row] ?? 'unknown'],
      draw: (cell, row, text) => drawFate(cell, fates[row] ?? 'unknown', text),
      term: 'fate',
    },
    ...(against?.fates
      ? [
          {
            ...textColumn(
              'before',
              t`Before`,
              t`Fate in the other build, where it is another`,
              [11, 12],
              against.fates,
            ),
            title: (row: number) => word(against.fates?.[row] ?? ''),
            draw: (cell: HTMLElement, _row: number, text: string) => void (cell.textContent = word(text)),
          },
        ]
      : []),
    numberColumn('scale', t`Scale`, t`Scale in the table`, scales),
    numberColumn('printed', t`Printed`, t`What the build printed, six digits`, printed),
    {
      ...textColumn(
        'readers',
        t`Read by`,
        t`Layers that read the tensor`,
        [16, 'rest'],
        readers.map((places) => places.map((layer) => layers[layer] ?? '').join(', ')),
      ),
      // A log tells of no layers.
      isEmpty: readers.every((places) => places.length === 0),
    },
  ];
}

/** One of the three parts of a layer's bar. Its colour says nothing that its text does not. */
function datatypeColumn(id: string, label: string, hint: string, datatypes: readonly (string | null)[]): Column {
  const text = (row: number): string => datatypes[row] ?? '';
  return {
    ...{ id, label, hint, width: [8, 9], text, term: id },
    draw: (cell, row) => {
      const datatype = datatypes[row] ?? null;
      cell.replaceChildren(
        el(
          'span',
          { class: `datatype datatype-${classOf(datatype)}` },
          datatype === null ? '–' : datatype.toUpperCase(),
        ),
      );
    },
  };
}

function classOf(datatype: string | null): string {
  if (datatype === null) return 'none';
  if (datatype === 'int8' || datatype === 'uint8') return 'int8';
  return /16$/.test(datatype) ? 'half' : datatype === 'fp32' ? 'float' : 'other';
}

function drawLayer({ kinds }: BuildMessage): NonNullable<Column['draw']> {
  return (cell, row, text) => {
    const isIsland = kinds[row]?.includes('island') === true;
    cell.replaceChildren(isIsland ? el('b', { class: 'island' }, text) : text);
  };
}

function remarkColumn(message: BuildMessage): Column {
  const text = (row: number): string => remarkOf(message, row);
  return {
    ...{ id: 'remark', label: t`Remark`, hint: t`What is worth a look`, width: [20, 'rest'], term: 'remark' },
    text,
    search: text,
    draw: (cell, row, shown) => {
      const isBad =
        message.kinds[row]?.some((kind) => kind === 'island' || kind === 'left-int8') === true ||
        (message.lacks[row]?.length ?? 0) > 0;
      cell.replaceChildren(isBad ? el('span', { class: 'status' }, icon('warning'), shown) : shown);
    },
  };
}

const FATE_ICONS: Readonly<Record<Fate, IconName>> = {
  used: 'check',
  int8: 'check',
  differs: 'warning',
  overridden: 'warning',
  'not-int8': 'info',
  absent: 'info',
  unknown: 'question',
};

function drawFate(cell: HTMLElement, fate: Fate, text: string): void {
  cell.replaceChildren(el('span', { class: 'status' }, icon(FATE_ICONS[fate]), word(text)));
}

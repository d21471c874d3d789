import { dynamicRange } from '../../src/core/table/quantization.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';
import { MOVES } from '../../src/core/diff/moves.js';
import { el } from '../shared/dom.js';
import type { Column } from '../shared/grid/column.js';
import { fullNumber, shortNumber } from '../shared/text/numbers.js';
import { baseNameAt, isInBoth, labelAt, type BaseModel, type DiffModel } from './model.js';
import { moveAt, MOVE_SENTENCES, type Moves } from './parts/moves.js';
import type { Unit } from './viewState.js';

/** What a row's entry was in the base. */
export function baseScaleColumn(model: DiffModel, base: BaseModel, unit: Unit): Column {
  const scale = (row: number): number => base.scales[row] ?? NaN;
  const shown = (row: number): number => (unit === 'scale' ? scale(row) : dynamicRange(scale(row)));
  const show =
    (format: (value: number) => string) =>
    (row: number): string =>
      (base.indices[row] ?? -1) < 0 ? '' : format(shown(row));
  return {
    id: 'baseScale',
    label: unit === 'scale' ? t`Base scale` : t`Base ± range`,
    hint: t`${unit === 'scale' ? t`Scale` : t`Dynamic range (127 × scale)`} in the base, the table that both come from`,
    width: [13.5, 14.5],
    givesWay: 4.5,
    descendsFirst: true,
    align: 'end',
    text: show(shortNumber),
    title: (row) => withName(show(fullNumber)(row), model, row),
    copy: show(fullNumber),
    sort: scale,
    term: 'basescale',
    number: scale,
    draw: (cell, _row, text) => {
      cell.textContent = text;
      cell.classList.toggle('gap', text === '');
    },
  };
}

/** The name in the base, where it is another one. */
function withName(number: string, model: DiffModel, row: number): string {
  const name = baseNameAt(model, row);
  return name === '' || name === labelAt(model, row) ? number : `${number}\n${name}`;
}

/** Which of the two tables moved away from the base. */
export function movedColumn(model: DiffModel, base: BaseModel, moves: Moves): Column {
  const text = (row: number): string => {
    if ((base.indices[row] ?? -1) < 0) return 'not found';
    return moveAt(moves, row) ?? '';
  };
  return {
    id: 'moved',
    label: t`Moved`,
    hint: t`Which of the two tables has moved away from the base: none, one, both alike, or both apart`,
    width: [11, 13],
    text,
    term: 'moved',
    // Those in which the tables disagree are looked for first.
    sort: (row) => (isInBoth(model, row) ? -(moves[row] ?? -1) : NaN),
    title: (row) => {
      const move = moveAt(moves, row);
      return move ? MOVE_SENTENCES[move] : word(text(row));
    },
    draw: (cell, row, shown) => {
      const move = MOVES[moves[row] ?? -1] ?? 'none';
      cell.replaceChildren(el('span', { class: `status moved-${move}` }, word(shown)));
    },
  };
}

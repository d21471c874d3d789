/** The picture of a profile: where its points stand, and what is drawn. Pure. */
import { grouped } from '../../../src/core/render/counts.js';
import { evenTicks, logTicks } from '../../shared/charts/ticks.js';
import type { Mark, Scene, Shape } from '../../shared/charts/scene.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { MEASURE_KINDS } from './measures.js';
import { isInStretch, type Profile } from './profile.js';
import type { Stretch } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Colours and the font of the theme. */
export interface Look {
  readonly text: string;
  readonly grid: string;
  readonly thread: string;
  readonly types: readonly string[];
  readonly other: string;
  readonly outlier: string;
  readonly broken: string;
  readonly selected: string;
  readonly brush: string;
  readonly font: string;
}

/** What is looked at. */
export interface Sight {
  /** The positions in sight. */
  readonly visible: Stretch;
  readonly brush: Stretch | null;
  /** Position of the selected entry. */
  readonly selected: number | null;
  /** Whether the rows show the entry at a position. */
  readonly isShown: (position: number) => boolean;
}

const LEFT = 52;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 24;
/** So many pixels a point needs; closer ones are drawn as the span of a column. */
const LEAST_STEP = 2;

/** Where a position stands from left to right. */
export function xOf(position: number, { from, to }: Stretch, { width }: Size): number {
  const room = width - LEFT - RIGHT;
  return to === from ? LEFT + room / 2 : LEFT + ((position - from) / (to - from)) * room;
}

/** The position nearest to a place from left to right, within those in sight. */
export function positionAt(x: number, { from, to }: Stretch, { width }: Size): number {
  const share = (x - LEFT) / (width - LEFT - RIGHT);
  return Math.min(to, Math.max(from, Math.round(from + share * (to - from))));
}

export function profileScene(profile: Profile, sight: Sight, size: Size, look: Look): Scene {
  const scene = { ...size, font: look.font, fontSize: 11 };
  if (profile.entries.length === 0) return { ...scene, shapes: [] };
  const { from, to } = sight.visible;
  const isDense = to - from + 1 > (size.width - LEFT - RIGHT) / LEAST_STEP;
  const y = (height: number): number => yOf(height, profile, size);
  const shapes: Shape[] = [
    ...brushBox(sight, size, look),
    ...axes(profile, sight, size, look),
    ...(isDense ? columns(profile, sight, size, look, y) : points(profile, sight, size, look, y)),
    ...outliers(profile, sight, size, look, y),
    ...selectedMark(profile, sight, size, look, y),
  ];
  return { ...scene, shapes };
}

/** What lies far out stands at the edge; what has no place on the axis under it. */
function yOf(at: number, { low, high }: Profile, { height }: Size): number {
  if (Number.isNaN(at)) return height - BOTTOM + 5;
  const share = (Math.min(high, Math.max(low, at)) - low) / (high - low);
  return height - BOTTOM - share * (height - TOP - BOTTOM);
}

function axes(profile: Profile, { visible }: Sight, size: Size, look: Look): Shape[] {
  const { low, high, below, above, entries } = profile;
  const line = (fromX: number, y: number, toX: number): Shape => ({
    kind: 'line',
    points: [
      [fromX, y],
      [toX, y],
    ],
    color: look.grid,
    width: 1,
  });
  const label = (x: number, y: number, text: string, align: 'start' | 'middle' | 'end'): Shape => ({
    kind: 'label',
    x,
    y,
    text,
    color: look.text,
    align,
  });
  const most = Math.max(2, Math.floor((size.height - TOP - BOTTOM) / 22));
  const { isLog, text } = MEASURE_KINDS[profile.measure];
  const all = isLog ? logTicks(low, high, most) : evenTicks(low, high, most);
  const ticks = all.filter((_, at) => at % Math.ceil(all.length / most) === 0);
  const right = size.width - RIGHT;
  const bottom = size.height - 4;
  const far = [below > 0 && t`${grouped(below)} far below`, above > 0 && t`${grouped(above)} far above`].filter(
    Boolean,
  );
  return [
    ...ticks.flatMap((tick) => {
      const y = yOf(tick, profile, size);
      return [line(LEFT, y, right), label(LEFT - 6, y + 4, isLog ? plainNumber(10 ** tick, 2) : text(tick), 'end')];
    }),
    label(LEFT, bottom, grouped(visible.from + 1), 'start'),
    label(right, bottom, t`${grouped(visible.to + 1)} of ${grouped(entries.length)}`, 'end'),
    ...(far.length > 0 ? [label((LEFT + right) / 2, bottom, t`${far.join(', ')}, at the edge`, 'middle')] : []),
  ];
}

function points(profile: Profile, sight: Sight, size: Size, look: Look, y: (height: number) => number): Shape[] {
  const { from, to } = sight.visible;
  const all = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  // A range that has no place is broken; what was not measured is not there.
  const positions =
    profile.measure === 'range' ? all : all.filter((position) => !Number.isNaN(profile.heights[position]));
  const place = (position: number): readonly [number, number] => [
    xOf(position, sight.visible, size),
    y(profile.heights[position] ?? NaN),
  ];
  return [
    {
      kind: 'line',
      points: positions.map((position) => (Number.isNaN(profile.heights[position]) ? null : place(position))),
      color: look.thread,
      width: 1,
    },
    ...positions.map((position): Mark => {
      const [x, top] = place(position);
      const isBroken = Number.isNaN(profile.heights[position]);
      const type = profile.typeOf[position] ?? -1;
      return {
        kind: isBroken ? 'cross' : 'circle',
        x,
        y: top,
        size: isBroken ? 2.2 : 2.6,
        color: isBroken ? look.broken : (look.types[type] ?? look.other),
        faint: !sight.isShown(position),
      };
    }),
  ];
}

/** Many points: for each column of pixels the span from the least to the largest. */
function columns(profile: Profile, sight: Sight, size: Size, look: Look, y: (height: number) => number): Shape[] {
  const { from, to } = sight.visible;
  const spans = new Map<number, { low: number; high: number; isShown: boolean }>();
  for (let position = from; position <= to; position++) {
    const log = profile.heights[position] ?? NaN;
    if (Number.isNaN(log)) continue;
    const column = Math.round(xOf(position, sight.visible, size) / LEAST_STEP);
    const span = spans.get(column) ?? { low: log, high: log, isShown: false };
    spans.set(column, {
      low: Math.min(span.low, log),
      high: Math.max(span.high, log),
      isShown: span.isShown || sight.isShown(position),
    });
  }
  return [...spans].map(([column, { low, high, isShown }]) => {
    const top = y(high);
    return {
      kind: 'box',
      x: column * LEAST_STEP,
      y: top,
      width: LEAST_STEP,
      height: Math.max(1, y(low) - top),
      color: look.types[0] ?? look.other,
      faint: !isShown,
    };
  });
}

/** So many are marked; more would hide the rest. */
const MOST_OUTLIERS = 300;

function outliers(profile: Profile, sight: Sight, size: Size, look: Look, y: (height: number) => number): Shape[] {
  return [...profile.outliers]
    .filter((position) => isInStretch(position, sight.visible))
    .slice(0, MOST_OUTLIERS)
    .map((position) => ({
      kind: 'triangle',
      x: xOf(position, sight.visible, size),
      y: y(profile.heights[position] ?? NaN),
      size: 4,
      color: look.outlier,
      faint: !sight.isShown(position),
    }));
}

function selectedMark(profile: Profile, sight: Sight, size: Size, look: Look, y: (height: number) => number): Shape[] {
  const { selected, visible } = sight;
  if (selected === null || !isInStretch(selected, visible)) return [];
  const x = xOf(selected, visible, size);
  const points: [number, number][] = [
    [x, TOP],
    [x, size.height - BOTTOM],
  ];
  return [
    { kind: 'line', points, color: look.selected, width: 1 },
    { kind: 'ring', x, y: y(profile.heights[selected] ?? NaN), size: 5.5, color: look.selected },
  ];
}

function brushBox({ brush, visible }: Sight, size: Size, look: Look): Shape[] {
  if (!brush || brush.to < visible.from || brush.from > visible.to) return [];
  const [left, right] = [Math.max(brush.from, visible.from), Math.min(brush.to, visible.to)].map((end) =>
    xOf(end, visible, size),
  );
  const x = (left ?? 0) - 3;
  return [
    { kind: 'box', x, y: 0, width: (right ?? 0) + 3 - x, height: size.height - BOTTOM, color: look.brush, faint: true },
  ];
}

import { delimitedText } from '../../../src/core/render/delimited.js';
import type { ChartFile } from '../../../src/protocol/common.js';
import { drawScene } from '../../shared/charts/sceneCanvas.js';
import type { Scene } from '../../shared/charts/scene.js';
import { svgOf } from '../../shared/charts/sceneSvg.js';
import { nameAt, scaleAt, typeAt, type TableModel } from '../model.js';
import { MEASURE_KINDS } from './measures.js';
import type { Profile } from './profile.js';
import { t } from '../../../src/core/texts/translate.js';

/** Pixels of a PNG for each of the page's. */
const DENSITY = 2;

/** The picture, or the numbers behind it, as a file. */
export async function chartFile(
  extension: ChartFile['extension'],
  { scene, background, title, model, profile }: Drawn,
): Promise<ChartFile> {
  if (extension === 'svg') return { extension, content: svgOf(scene, background, title) };
  if (extension === 'csv') return { extension, content: profileCsv(model, profile) };
  const canvas = document.createElement('canvas');
  drawScene(canvas, scene, background, DENSITY);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return { extension, content: new Uint8Array((await blob?.arrayBuffer()) ?? []) };
}

export interface Drawn {
  readonly scene: Scene;
  readonly background: string;
  readonly title: string;
  readonly model: TableModel;
  readonly profile: Profile;
}

/** The numbers of a profile, one line a position. */
export function profileCsv(model: TableModel, { entries, outliers, measure }: Profile): string {
  const { label, valueAt } = MEASURE_KINDS[measure];
  const more = measure === 'range' ? [] : [label];
  const columns = ['position', 'entry', 'name', 'type', 'range', 'scale', ...more, t`stands out`].map((title) => ({
    title,
    align: 'left' as const,
  }));
  const rows = Array.from(entries, (entry, position) => [
    position + 1,
    entry + 1,
    nameAt(model, entry),
    typeAt(model, entry),
    model.ranges[entry] ?? NaN,
    scaleAt(model, entry),
    ...more.map(() => valueAt(model, entry)),
    outliers.has(position) ? 'yes' : '',
  ]);
  return delimitedText({ columns, rows }, ',');
}

/**
 * The engine inspector's JSON (`trtexec --exportLayerInfo`, TREx's `*.graph.json`), in its four shapes: names only,
 * detailed, TensorRT 11's, and one object a layer from a user's loop. No scale is in any of them.
 */
import type { Build } from '../build.js';
import { layerOf, namedLayer } from './layers.js';
import { isObject, parseInspector, type Json } from './parse.js';
import { tensorsOf } from './tensors.js';
import { t } from '../../texts/translate.js';

/** What a file's text says, or null when it is none of the inspector's. */
export function inspectorIn(text: string): Build | null {
  const layers = layersIn(parseInspector(text));
  return layers && buildOf(layers);
}

function buildOf(items: readonly unknown[]): Build {
  const objects = items.filter(isObject);
  const layers = items.map((item) => (isObject(item) ? layerOf(item) : namedLayer(String(item))));
  const tensors = tensorsOf(objects);
  return {
    kind: 'inspector',
    trtVersion: null,
    algorithm: null,
    cache: { path: null, state: 'unknown' },
    layers,
    tensors,
    listsTensors: tensors.length > 0,
    missing: [],
    zero: [],
    overridden: new Map(),
    ranges: [],
    notes: notesOn(items, objects),
  };
}

function notesOn(items: readonly unknown[], objects: readonly Json[]): string[] {
  if (items.length === 0)
    return [t`No layer is listed: build the engine with --profilingVerbosity=detailed to see what runs in INT8.`];
  if (objects.length === 0)
    return [t`Names of layers only, no datatypes: build the engine with --profilingVerbosity=detailed to see them.`];
  const dynamic = objects.some((layer) => JSON.stringify(layer).includes('N/A due to dynamic shapes'));
  return dynamic ? [t`Some formats are unknown: a dynamic engine was inspected without an execution context.`] : [];
}

/** The layers of any of the shapes; null when it is something else. */
function layersIn(root: unknown): readonly unknown[] | null {
  if (Array.isArray(root)) return root.some(isLayer) ? root : null;
  if (!isObject(root)) return null;
  if (isLayer(root)) return [root];
  const layers = ['Layers', 'layers', 'LayerInfo', 'layerInfo'].map((key) => root[key]).find(Array.isArray);
  if (!layers) return null;
  return 'Bindings' in root || 'I/O Tensors' in root || layers.some(isLayer) ? layers : null;
}

function isLayer(value: unknown): boolean {
  return isObject(value) && typeof value['LayerType'] === 'string' && typeof value['Name'] === 'string';
}

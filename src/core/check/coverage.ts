/** A table against what will ask it for scales: a network. */
import type { TableDocument } from '../formats/format.js';
import { matchLayers, matchTensors } from '../naming/match.js';
import { askedOf, isNeeded } from '../naming/asked.js';
import { placesOf, type NetworkPlaces } from '../naming/places.js';
import { rulesOf } from '../naming/networkKinds.js';
import { otherNetwork } from '../naming/otherNetwork.js';
import type { TensorMatch } from '../naming/namePairing.js';
import type { Network } from '../network/network.js';
import { floatLayers } from './floatLayers.js';
import { concatScales } from './concatScales.js';
import { finding, type Finding } from '../findings/finding.js';
import { t } from '../texts/translate.js';
import { word } from '../texts/words.js';

export interface Coverage {
  /** What is asked for and the table lacks. */
  readonly missing: readonly string[];
  /** Entries that nothing asks for. */
  readonly unknown: readonly string[];
  readonly findings: readonly Finding[];
  /** Where the entries stand in the network; a build tells none. */
  readonly places?: NetworkPlaces;
}

/** Layers that ncnn quantizes: for others its table has no entry. As Caffe and ONNX call them. */
const QUANTIZED_BY_NCNN = new Set(['Convolution', 'ConvolutionDepthWise', 'InnerProduct', 'Conv', 'Gemm']);

const UNUSED = t`The network has QuantizeLinear and DequantizeLinear nodes: TensorRT takes its scales from them, calibration is not used.`;

/** Checks a table against a network, by the names that TensorRT (or, for a table by layer, NVDLA) asks for. */
export function coverage(document: TableDocument, network: Network): Coverage {
  const { keyedBy, ofInputs } = document.format;
  const { names } = document.table;
  const naming = keyedBy === 'layer' ? matchLayers(names, network) : matchTensors(names, network);
  const { shifts, unknownEntries, importerMade } = naming;
  const asked = askedOf(naming, keyedBy).filter(
    ({ type }) => keyedBy !== 'layer' || !ofInputs || QUANTIZED_BY_NCNN.has(type ?? ''),
  );
  const lacking = asked.filter(({ match }) => match === null);
  const missing = [...new Set(lacking.filter(isNeeded).map(({ name }) => name))];
  const maybe = lacking.filter(({ calibrated }) => calibrated === 'maybe');
  return {
    missing,
    unknown: unknownEntries.map((index) => names[index] ?? ''),
    places: placesOf(naming, keyedBy, names.length),
    findings: [
      ...otherFinding(otherNetwork(names.length, naming)),
      ...(network.quantizesItself && keyedBy === 'tensor' ? [finding('calibration-unused', UNUSED)] : []),
      ...stopsOf(document, network).map((sentence) => finding('parser-stops', sentence)),
      ...(network.quantizesItself && keyedBy === 'tensor' ? [] : concatScales(document, naming)),
      ...shifts.map((sentence) => finding('numbering-drift', sentence)),
      ...missing.map((name) => missingFinding(document, name, t`The network`, network.quantizesItself)),
      ...(keyedBy === 'tensor' ? maybe.map(({ name }) => maybeFinding(name)) : []),
      ...asked.flatMap(({ name, match }) => doubtFinding(document, name, match)),
      ...unknownEntries.map((index) =>
        unknownFinding(document, index, t`The network has no such ${word(keyedBy)}: the entry is silently unused.`),
      ),
      ...importerMade.map((index) => importerFinding(document, index)),
      ...floatLayers(document, network),
    ],
  };
}

function otherFinding(sentence: string | null): Finding[] {
  return sentence === null ? [] : [finding('other-network', sentence)];
}

/** Where the parser stops that comes before the reader of such a table. */
function stopsOf(document: TableDocument, network: Network): string[] {
  const { id } = document.format;
  const parser = id === 'nvdla' ? 'NVDLA' : id.startsWith('tensorrt') ? 'TensorRT' : null;
  return parser === null ? [] : (rulesOf(network).stops?.(network, parser) ?? []);
}

/**
 * What is asked for and the table lacks.
 * @param isMoot true when no table is read at all, so that nothing is lost
 */
export function missingFinding(document: TableDocument, name: string, asker: string, isMoot = false): Finding {
  const format = document.format;
  const moot = isMoot && format.keyedBy === 'tensor';
  const severity = moot ? 'info' : format.needsEveryLayer ? 'error' : 'warning';
  const then = moot ? t`no loss, as no table is read` : format.onMissing.one;
  return finding('missing-entry', t`${asker} asks for "${name}", and the table has no entry: ${then}.`, {}, severity);
}

function maybeFinding(name: string): Finding {
  const message = t`TensorRT may complain that "${name}" has no scale. It holds integers or booleans, nothing reads it, or its type can't be told: nothing is lost without one.`;
  return finding('maybe-missing', message);
}

function importerFinding({ table, spans }: TableDocument, index: number): Finding {
  const message = t`Made by the importer, can't be told from the model: whether a build asks for it, its log tells.`;
  return finding('importer-made', message, { entry: table.names[index] ?? '', index, line: spans.line[index] });
}

function doubtFinding({ table, spans }: TableDocument, tensor: string, match: TensorMatch | null): Finding[] {
  if (!match?.doubt) return [];
  const { entry: index, doubt } = match;
  return [
    finding('numbering-drift', t`Taken for "${tensor}". ${doubt}`, {
      entry: table.names[index] ?? '',
      index,
      line: spans.line[index],
    }),
  ];
}

/** An entry that nothing asks for. */
export function unknownFinding({ table, spans }: TableDocument, index: number, message: string): Finding {
  return finding('unknown-entry', message, { entry: table.names[index] ?? '', index, line: spans.line[index] });
}

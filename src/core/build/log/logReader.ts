/** Reads a build log line by line, so that one of 100 MB needs no more memory than what it says. */
import { numberOfVersion, versionOfNumber } from '../../table/trtVersion.js';
import type { Build, BuildTensor, CacheState, EngineLine, MissingTensor } from '../build.js';
import { oneLineLayer } from '../inspector/oneLine.js';
import { plainName } from '../names.js';
import { engineLine, tensorsOfEngine } from './engineLayers.js';
import * as words from './patterns.js';
import { t } from '../../texts/translate.js';

/** Takes the lines of a log in order, and answers what the build did. */
export class LogReader {
  #isLog = false;
  #version: string | null = null;
  #path: string | null = null;
  #algorithm: string | null = null;
  readonly #seen = { reading: false, starting: false, refused: false, failed: false, dynamic: false };
  #written: string | null = null;
  readonly #scales = new Map<string, number>();
  readonly #missing = new Map<string, Set<string>>();
  readonly #zero = new Set<string>();
  readonly #ranges = new Map<string, { name: string; low: number; high: number }>();
  readonly #overridden = new Map<string, { by: string; scale: number | null }>();
  /** The tensor of an *Assigning* line whose *using* stands on the next one. */
  #assigned: string | null = null;
  #inLayers = false;
  /** The layers come from the inspector, which tells weights, too. */
  #inspecting = false;
  #engine: EngineLine[] = [];
  /** A line that a report broke at 80 columns. */
  #begun = '';

  /** Takes one line, without its line end. */
  line(text: string): void {
    const line = this.#begun + text.replace(words.COLOURS, '').trimEnd();
    if (/ scale and$/.test(line)) {
      this.#begun = `${line} `;
      return;
    }
    this.#begun = '';
    this.#isLog ||= words.SIGNS.some((sign) => line.includes(sign));
    if (this.#engineLine(line) || this.#inspectorLine(line)) return;
    this.#cacheLine(line);
    this.#scaleLine(line);
    this.#missingLine(line);
  }

  /** Whether a line so far was a build's. */
  get isLog(): boolean {
    return this.#isLog;
  }

  /** What the lines said, or null when none of them is a build's. */
  end(): Build | null {
    if (!this.#isLog) return null;
    return {
      kind: this.#isInspection() ? 'inspector' : 'log',
      trtVersion: this.#version,
      algorithm: this.#algorithm,
      cache: { path: this.#path, state: this.#state() },
      layers: this.#engine.map(({ layer }) => layer),
      tensors: this.#tensors(),
      listsTensors: this.#scales.size > 0 || this.#engine.length > 0,
      missing: [...this.#missing].map(([name, layers]): MissingTensor => ({ name, layers: [...layers] })),
      zero: [...this.#zero],
      overridden: this.#overridden,
      ranges: [...this.#ranges.values()],
      notes: this.#notes(),
    };
  }

  /** With a calibration run in the same log there are two lists of layers: the last one is the engine's. */
  #engineLine(line: string): boolean {
    if (line.includes(words.LAYERS_BEGIN)) {
      this.#inLayers = true;
      this.#engine = [];
    }
    if (!line.includes('Layer(')) return false;
    const found = engineLine(line);
    if (!found || !this.#inLayers) return false;
    this.#engine.push(found);
    return true;
  }

  /** The inspector's text form, which a program prints among its own lines. */
  #inspectorLine(line: string): boolean {
    const found = oneLineLayer(line);
    if (!found) return false;
    this.#isLog = true;
    if (!this.#inspecting) [this.#inspecting, this.#engine] = [true, []];
    this.#engine.push(found);
    return true;
  }

  #cacheLine(line: string): void {
    const [, number, command] = words.RUNNING.exec(line) ?? [];
    if (number !== undefined) this.#version = versionOfNumber(number);
    if (command !== undefined) this.#path ??= /--calib=(\S+)/.exec(command)?.[1] ?? null;
    const version = words.VERSION.exec(line)?.[1];
    if (version !== undefined) this.#version ??= /^\d+$/.test(version) ? versionOfNumber(version) : named(version);
    const option = words.CALIBRATION_OPTION.exec(line)?.[1];
    if (option === 'Dynamic') this.#seen.dynamic = true;
    else if (option !== undefined) this.#path ??= option;
    const algorithm = words.READING.exec(line)?.[1];
    if (algorithm !== undefined) [this.#seen.reading, this.#algorithm] = [true, algorithm];
    this.#written = words.WRITING.exec(line)?.[1] ?? this.#written;
    this.#seen.starting ||= words.STARTING.test(line);
    this.#seen.refused ||= words.REFUSED.test(line);
    this.#seen.failed ||= words.FAILED.test(line);
  }

  #scaleLine(line: string): void {
    const [, name, numbers] = words.SCALE.exec(line) ?? [];
    // Several numbers are one scale a channel: weights, no entry of a table.
    const scale = numbers === undefined ? null : only(numbers);
    if (name && scale !== null) this.#scales.set(name, scale);
    const [, tensor, low, high] = words.RANGE.exec(line) ?? [];
    if (tensor !== undefined)
      this.#ranges.set(tensor, { name: tensor, low: printed(low ?? ''), high: printed(high ?? '') });
    this.#assigned = words.ASSIGNING.exec(line)?.[1] ?? this.#assigned;
    const [, by, ofOutput] = this.#assigned === null ? [] : (words.USING.exec(line) ?? []);
    if (by === undefined || this.#assigned === null) return;
    this.#overridden.set(this.#assigned, { by, scale: only(ofOutput ?? '') });
    this.#assigned = null;
  }

  #missingLine(line: string): void {
    for (const pattern of words.MISSING) this.#lacks(pattern.exec(line)?.[1]);
    const [, bracket, sentence] = words.NOT_FOUND.exec(line) ?? [];
    if (sentence !== undefined) this.#lacks((bracket ? sentence.replace(/\)$/, '') : sentence).replace(/\.$/, ''));
    const [, layer, tensor] = words.REJECTING.exec(line) ?? [];
    if (layer !== undefined && tensor !== undefined) this.#lacks(tensor, layer);
    const zero = words.ZERO.exec(line)?.[1];
    if (zero !== undefined) this.#zero.add(zero);
  }

  #lacks(tensor: string | undefined, layer?: string): void {
    if (tensor === undefined) return;
    const layers = this.#missing.get(tensor) ?? new Set();
    if (layer !== undefined) layers.add(layer);
    this.#missing.set(tensor, layers);
  }

  #isInspection(): boolean {
    return this.#inspecting && this.#scales.size === 0 && this.#state() === 'unknown';
  }

  #state(): CacheState {
    const { reading, starting, refused, failed, dynamic } = this.#seen;
    if (refused || failed) return 'refused';
    if (reading) return 'accepted';
    return starting || dynamic ? 'not-read' : 'unknown';
  }

  /** The engine's tensors with the scales that were printed; a tensor that fusion took away has but its scale. */
  #tensors(): BuildTensor[] {
    const engine = tensorsOfEngine(this.#engine).map((tensor) => ({
      ...tensor,
      scale: this.#scales.get(tensor.tensor) ?? null,
    }));
    const known = new Set(engine.map(({ tensor }) => tensor));
    const others = [...this.#scales].filter(([name]) => !known.has(name));
    return [...engine, ...others.map(([name, scale]) => ({ name, tensor: plainName(name), datatype: null, scale }))];
  }

  #notes(): string[] {
    const { failed, dynamic } = this.#seen;
    return [
      ...(failed ? [t`Calibration failed: TensorRT found no scale that it could use.`] : []),
      ...(dynamic
        ? [t`--int8 without --calib: the ranges are placeholders of trtexec (2 and 4), a speed test and no model.`]
        : []),
      ...(this.#written ? [t`The build calibrated, and wrote a cache with the header ${this.#written}.`] : []),
    ];
  }
}

/** The log in a text, or null. */
export function logIn(text: string): Build | null {
  const reader = new LogReader();
  for (const line of text.split(/\r?\n/)) reader.line(line);
  return reader.end();
}

function named(version: string): string | null {
  const short = version.split('.').slice(0, 3).join('.');
  return numberOfVersion(short) === null ? null : short;
}

/** The number in the braces of a quantization, where there is but one. */
function only(numbers: string): number | null {
  const parts = numbers.split(',').filter((part) => part.trim() !== '');
  return parts.length === 1 ? printed(parts[0] ?? '') : null;
}

/** A number as C++ prints it. */
function printed(text: string): number {
  const word = text.trim().toLowerCase();
  if (/^[+-]?inf(inity)?$/.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
  return Number(word);
}

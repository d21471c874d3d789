/**
 * The words of TensorRT's build log. Its lines have a dozen prefixes, or none, or many in front of one message, so the
 * words are looked for anywhere in a line. A name is everything up to the last fixed words behind it.
 */

/** Colours of a terminal; one at the end of a line would become part of a name. */
export const COLOURS = /\x1b\[[0-9;]*m/g;

/** Any of these makes a text the log of a build. */
export const SIGNS = [
  '&&&& RUNNING TensorRT',
  '[TRT]',
  '[TensorRT] ',
  'INFO: [TRT]',
  'Setting dynamic range for ',
  'Missing scale and zero-point for tensor ',
  'Missing dynamic range for tensor ',
  'Could not find scales for tensor ',
  'INT8 Inference Tensor scales and zero-points: ',
  'Calibration table does not match calibrator algorithm type',
  'Engine Layer Information:',
] as const;

const QUANTIZATION = String.raw` scale and zero-point Quantization\(scale: \{([^}]*)\}`;

export const RUNNING = /&&&& RUNNING TensorRT\.trtexec \[TensorRT v(\d+)\](?: # (.*))?/;
export const VERSION = /TensorRT version: (\d+(?:\.\d+)*)/;
export const CALIBRATION_OPTION = /\] Calibration: (.+?)\s*$/;
export const READING = /Reading Calibration Cache for calibrator: (\S+)/;
export const STARTING = /Starting Calibration\b/;
export const WRITING = /Writing Calibration Cache for calibrator: (\S+)/;
export const REFUSED = /Calibration table does not match calibrator algorithm type/;
export const FAILED = /Calibration failure occurred with no scaling factors detected/;
export const SCALE = new RegExp(`INT8 Inference Tensor scales and zero-points: (.*)${QUANTIZATION}`);
export const ASSIGNING = /Assigning (.+?) scale and zero-point /;
export const USING = new RegExp(`using (.+)${QUANTIZATION}`);
export const RANGE = /Setting dynamic range for (.+) to \[\s*([^,\]]+),\s*([^\]]+)\]/;
export const MISSING = [
  /Missing (?:scale and zero-point|dynamic range) for tensor (.+), expect fall ?back/,
  /tensor scales for (.+) not found in cache/,
] as const;
/** TensorRT 5 to 7; some versions put the sentence in brackets. */
export const NOT_FOUND = /(\(?)Could not find scales for tensor (.+?)\s*$/;
export const REJECTING =
  /Rejecting (?:some )?int8 implementation of layer (.+) due to missing int8 scales for tensor (.+) at (?:input|output) index \d+/;
export const ZERO = /Tensor (.+) is uniformly zero/;

export const LAYERS_BEGIN = 'Engine Layer Information:';
/** `Layer(TYPE): NAME, Tactic: T, in[Int8(1,3)], … -> out[Int8(1,32)]`, from 8.5 on `in (Int8[1,3]) -> out (Half[1,32])`. */
export const LAYER = /Layer\((\w+)\): (.*?)(?:, Tactic: ([^,]*))?, (.*) -> (.*)$/;
export const END_OLD = /\s*(.*?)\[(\w+)\([^)]*\)\](?:,|$)/g;
export const END_NEW = /\s*(.*?) \((\w+)\[[^\]]*\]\)(?:,|$)/g;
export const DLA_LAYER = /\[DlaLayer\] (.+?)\s*$/;

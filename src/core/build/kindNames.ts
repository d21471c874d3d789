/** The names of kinds of layers: small, as views have them, too. */

/** Several of these hold of one layer. */
export const LAYER_KINDS = [
  'weighted',
  'int8',
  'all-int8',
  'float-in',
  'float-out',
  'float-weights',
  'island',
  'qdq',
  'reformat',
  'dla',
  // Against another build.
  'left-int8',
  'came-to-int8',
] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

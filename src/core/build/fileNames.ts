/** Names that builds usually leave: only a hint, their content decides. */
export const BUILD_NAMES: readonly string[] = [
  '*.log',
  '*.graph.json',
  '*layer_info*.json',
  '*layerInfo*.json',
  '*LayerInfo*.json',
  '*[-_.]layers.json',
];

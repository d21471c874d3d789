/** Files that hold dumps of outputs, by the end of their names. */
export const DUMP_FILES = /\.(npz|npy|json|bin|raw|dat)$/i;

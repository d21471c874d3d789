/** A file of inputs, by its path with `/` between its parts. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that hold inputs, by the end of their names. Known without the readers, which are large. */
export const INPUT_FILES = /\.(npz|npy|pb|bin|raw|png|jpe?g)$/i;

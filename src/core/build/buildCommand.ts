/** The command that builds an engine: an argument array with placeholders, never a line for a shell. */
import { t } from '../texts/translate.js';

/** What stands for each placeholder, `${table}` and so on. */
export interface BuildPlaces {
  readonly table: string;
  readonly model: string;
  /** Weights of a Caffe network; empty where there are none. */
  readonly weights: string;
  /** Where the layers of the engine are to be written to, as the engine inspector's JSON. */
  readonly layers: string;
  /** A folder of its own, which is gone afterwards. */
  readonly folder: string;
}

export interface BuildCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Whether the command works on copies in the folder, under names that any machine takes. */
  readonly usesFolder: boolean;
}

/** Names of the copies in `${folder}`: the same for every table, safe on any machine and in any shell. */
export const STAGED = { table: 'table.cache', model: 'model.onnx', layers: 'layers.json' } as const;

/** What trtexec is told, so that a build leaves traces. TensorRT 8 to 10. */
export const TRTEXEC: readonly string[] = [
  'trtexec',
  '--onnx=${model}',
  '--int8',
  '--fp16',
  '--calib=${table}',
  '--verbose',
  '--profilingVerbosity=detailed',
  '--exportLayerInfo=${layers}',
];

export const NVDLA_COMPILER: readonly string[] = [
  'nvdla_compiler',
  '--prototxt',
  '${model}',
  '--caffemodel',
  '${weights}',
  '--cprecision',
  'int8',
  '--calibtable',
  '${table}',
  '-o',
  '${folder}',
];

const PLACEHOLDER = /\$\{([^}]*)\}/g;

/**
 * The command with its placeholders filled. A name can't become two arguments, whatever is in it.
 * @throws {Error} with a sentence, for a template that can't be one
 */
export function buildCommand(template: readonly string[], places: BuildPlaces): BuildCommand {
  const [program = '', ...args] = template.map((argument) => filled(argument, places));
  if (program.trim() === '') throw new Error(t`The build command is empty: its first part has to be a program.`);
  const all = template.join('\n');
  if (!/\$\{(?:table|folder)\}/.test(all))
    throw new Error(t`The build command names neither \${table} nor \${folder}: the build would not see the table.`);
  return { program, args, usesFolder: all.includes('${folder}') };
}

function filled(argument: string, places: BuildPlaces): string {
  return argument.replace(PLACEHOLDER, (_, name: string) => {
    if (!Object.hasOwn(places, name))
      throw new Error(
        t`The build command has the placeholder \${${name}}; there are ${Object.keys(places)
          .map((known) => `\${${known}}`)
          .join(', ')}.`,
      );
    return places[name as keyof BuildPlaces];
  });
}

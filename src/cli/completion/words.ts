/** What there is to complete, from what the commands themselves say of their options. */
import type { Command, Option } from 'commander';
import { RULE_IDS } from '../../core/check/index.js';
import { WRITABLE_FORMATS } from '../../core/formats/index.js';
import { ALGORITHMS } from '../../core/table/header.js';

export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
}

export interface OptionWords {
  /** Such as `--json`. */
  readonly flag: string;
  readonly description: string;
  /** What may follow it; null: anything, such as a file; undefined: nothing does. */
  readonly values?: readonly string[] | null;
}

/** Values of options that take one of few, by the option's name. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  to: [...WRITABLE_FORMATS.map(({ id }) => id), 'onnx-qdq'],
  algorithm: ALGORITHMS,
  rule: RULE_IDS.map((id) => `${id}=off`),
  failOn: ['refused', 'absent'],
  placement: ['tensorrt', 'every'],
};

export function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden).map(optionWords),
  }));
}

function optionWords(option: Option): OptionWords {
  const { long, short, description, required, optional, argChoices } = option;
  const words = { flag: long ?? short ?? '', description };
  if (!required && !optional) return words;
  return { ...words, values: argChoices ?? VALUES[option.attributeName()] ?? null };
}

/** What tools for assistants have in common. */
import type { Yardstick } from '../check/yardstick.js';
import type { TableDocument } from '../formats/format.js';
import type { Network } from '../network/network.js';

/** Who reads the files that a tool names. All throw Error with a sentence that quotes nothing of a file that is no table. */
export interface ToolFiles {
  table(path: string): Promise<TableDocument>;
  /** What a table is checked against: a network, the log of a build or the engine inspector's JSON. */
  yardstick(path: string): Promise<Yardstick>;
  network(path: string): Promise<Network>;
}

/** A tool that an assistant may call: it only reads, and answers plain data. */
export interface Tool {
  readonly name: 'show' | 'check' | 'compare' | 'plan_convert';
  readonly title: string;
  /** For the assistant. */
  readonly description: string;
  readonly input: Readonly<Record<string, ToolInput>>;
  run(input: Readonly<Record<string, string>>, files: ToolFiles): Promise<object>;
}

export interface ToolInput {
  readonly description: string;
  readonly isOptional?: true;
  /** It names a file. */
  readonly isFile?: true;
}

/** Tables may have a hundred thousand entries, and an assistant reads every word. */
export const MOST = 100;

/** The first ones of a list, and how many more there are. */
export function some<T>(list: readonly T[], most = MOST): { readonly shown: readonly T[]; readonly leftOut: number } {
  return { shown: list.slice(0, most), leftOut: Math.max(0, list.length - most) };
}

/** The JSON Schema of a tool's input. */
export function inputSchema({ input }: Pick<Tool, 'input'>): {
  readonly type: 'object';
  readonly properties: Record<string, object>;
  readonly required: string[];
} {
  const entries = Object.entries(input);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, { description }]) => [name, { type: 'string', description }])),
    required: entries.filter(([, { isOptional }]) => !isOptional).map(([name]) => name),
  };
}

/** A tool's input as it must be. Throws Error with a sentence for the assistant. */
export function checkedInput({ name, input }: Tool, given: unknown): Record<string, string> {
  const values = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const checked: Record<string, string> = {};
  for (const [key, { isOptional }] of Object.entries(input)) {
    const value = values[key];
    if (value === undefined && isOptional) continue;
    if (typeof value !== 'string' || value === '') throw new Error(`"${name}" wants "${key}", a text.`);
    checked[key] = value;
  }
  return checked;
}

import * as vscode from 'vscode';
import type { RankAnswer } from '../../engine/jobs/rankJob.js';
import { isObject } from '../../protocol/common.js';
import { digestName } from '../ui/digestName.js';
import { askedIn, type RunAsked } from './runAsked.js';
import type { RunState } from './runState.js';

/** A run and what it said, as it is kept. */
export interface KeptRun {
  readonly asked: RunAsked;
  readonly answer: Omit<RankAnswer, 'histograms'>;
  /** What the table calls tensors that it calls otherwise. */
  readonly entryNames: readonly (readonly [tensor: string, entry: string])[];
  /** Tensors that stayed in float for `without`. */
  readonly excluded: readonly string[];
  /** Decibels that the proposal was asked for; null for none. */
  readonly reach: number | null;
  /** What table, model and inputs were. */
  readonly state: RunState;
}

/** More are not kept: the oldest goes. */
const MOST_RUNS = 20;
const RESULTS = 'run.json';

/** Results of runs, in files: a view that comes back shows them without running anything. Each run has a folder, named by its key. */
export class RunStore {
  readonly #folder: vscode.Uri;

  /** @param storage where VS Code keeps files of ours */
  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'runs');
  }

  async save(key: string, run: KeptRun): Promise<void> {
    await this.#write(this.#at(key, RESULTS), JSON.stringify(run, asText));
    await this.#forgetOldest();
  }

  /** Null where it is gone, or was written by another version. */
  async load(key: string): Promise<KeptRun | null> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#at(key, RESULTS));
      const run: unknown = JSON.parse(new TextDecoder().decode(bytes), asNumber);
      return isKeptRun(run) ? run : null;
    } catch {
      return null;
    }
  }

  /** Keeps histograms beside a run. @param name what tables that show them say where they are from */
  async saveHistograms(key: string, name: string, bytes: Uint8Array): Promise<vscode.Uri> {
    const uri = this.#at(key, `${name}.json`);
    await vscode.workspace.fs.writeFile(uri, bytes);
    return uri;
  }

  /** The run whose histograms a file holds; null for any other file. */
  keyOf(histograms: vscode.Uri): string | null {
    const folder = `${this.#folder.toString()}/`;
    const uri = histograms.toString();
    return uri.startsWith(folder) ? (uri.slice(folder.length).split('/')[0] ?? null) : null;
  }

  async forget(key: string): Promise<void> {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.#folder, key), { recursive: true });
  }

  async #write(uri: vscode.Uri, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }

  #at(key: string, name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, key, name);
  }

  async #forgetOldest(): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(this.#folder);
    if (entries.length <= MOST_RUNS) return;
    const aged = await Promise.all(
      entries.map(async ([key]) => {
        const written = await Promise.resolve(vscode.workspace.fs.stat(this.#at(key, RESULTS))).catch(() => null);
        return { key, time: written?.mtime ?? 0 };
      }),
    );
    const [oldest] = aged.sort((a, b) => a.time - b.time);
    if (oldest) await this.forget(oldest.key);
  }
}

/** A name for the results of a run: the same request has the same. */
export function runKey(asked: RunAsked): Promise<string> {
  return digestName(JSON.stringify(asked));
}

/** JSON has no infinity, and decibels have. */
function asText(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
}

function asNumber(_: string, value: unknown): unknown {
  const { number } = isObject(value) ? value : {};
  return typeof number === 'string' ? Number(number) : value;
}

function isKeptRun(run: unknown): run is KeptRun {
  if (!isObject(run)) return false;
  const { asked, answer, excluded, state } = run;
  return (
    askedIn(asked) !== null &&
    isObject(answer) &&
    Array.isArray(answer['rankings']) &&
    Array.isArray(excluded) &&
    isObject(state)
  );
}

import * as vscode from 'vscode';
import { readModel } from '../../core/model/model.js';
import { externalFiles } from '../../core/model/tensorData.js';
import { USUAL_BUDGET } from '../../core/run/engine.js';
import type { RunOrder } from '../../engine/order.js';
import { readExternal } from '../platform/readExternal.js';
import { baseName } from '../ui/baseName.js';
import { readInputs } from './inputFiles.js';
import type { InputsAsked } from './runAsked.js';

/** What every run needs: the model with the files that its weights lie in, and the inputs. Throws Error with a sentence. */
export async function modelOrder(
  model: vscode.Uri,
  inputs: InputsAsked,
  timeLimit: number | null = null,
): Promise<Omit<RunOrder, 'wasm'>> {
  const bytes = await vscode.workspace.fs.readFile(model);
  const read = readExternal(model);
  const external = externalFiles(readModel(bytes)).map(
    async (location) => [location, await read({ location, offset: 0, length: null })] as const,
  );
  return {
    model: bytes,
    label: baseName(model),
    external: await Promise.all(external),
    inputs: await readInputs(inputs),
    budget: USUAL_BUDGET,
    timeLimit,
  };
}

/** Errors of runs begin behind the model's name. */
export function namedError(model: vscode.Uri, error: unknown): unknown {
  const isOurs = error instanceof Error && ['ModelError', 'EngineError', 'TensorError'].includes(error.name);
  return isOurs ? new Error(`"${baseName(model)}": ${error.message}`, { cause: error }) : error;
}

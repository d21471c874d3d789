/** Planning and writing a Q/DQ model, in a worker where the model is large. It is read anew for each, and handed over: nobody keeps it. */
import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import { PairsPresentError } from '../../../core/transfer/toQdq.js';
import type { PlannedQdq, QdqOrder, WrittenQdq } from '../../../worker/jobs/qdqJobs.js';
import { currentBytes } from '../../editor/readTable.js';
import { readExternal } from '../../platform/readExternal.js';
import { baseName } from '../../ui/baseName.js';
import { askInDialog } from '../../ui/notify.js';
import { withSlowProgress } from '../../ui/progress.js';
import type { HostServices } from '../../ui/services.js';
import { isLarge } from '../../work/large.js';
import type { QdqAsked } from './qdqRequest.js';
import { t } from '../../../core/texts/translate.js';

/** A plan, and which state of the model it was made of. */
export interface QdqPlanned extends QdqAsked {
  readonly planned: PlannedQdq;
  readonly modelState: string;
}

/** Makes a plan; undefined: cancelled. Throws Error with a sentence when there is none to make. */
export async function planQdqOf(asked: QdqAsked, services: HostServices): Promise<QdqPlanned | undefined> {
  try {
    const modelState = await stateOf(asked.model);
    const planned = await run('planQdq', asked, services, safe`Placing pairs in ${baseName(asked.model)}`);
    return planned && { ...asked, planned, modelState };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== PairsPresentError.NAME) throw named(asked.model, error);
    return (await agreesToReplace(asked.model))
      ? planQdqOf({ ...asked, options: { ...asked.options, replaceQdq: true } }, services)
      : undefined;
  }
}

/** Makes the new model; undefined: cancelled. Throws Error with a sentence, also where the model is no longer what was looked at. */
export async function writeQdqOf(plan: QdqPlanned, services: HostServices): Promise<WrittenQdq | undefined> {
  if ((await stateOf(plan.model)) !== plan.modelState)
    throw new Error(t`"${baseName(plan.model)}" has changed since its pairs were placed: start again.`);
  try {
    return await run('writeQdq', plan, services, safe`Writing pairs into ${baseName(plan.model)}`);
  } catch (error) {
    throw named(plan.model, error);
  }
}

async function run<Name extends 'planQdq' | 'writeQdq'>(
  job: Name,
  { table, model, options }: QdqAsked,
  services: HostServices,
  title: ReturnType<typeof safe>,
): Promise<(Name extends 'planQdq' ? PlannedQdq : WrittenQdq) | undefined> {
  return withSlowProgress(title, async (token, onShare) => {
    const [tableBytes, bytes] = await Promise.all([currentBytes(table, services), vscode.workspace.fs.readFile(model)]);
    const order: QdqOrder = {
      source: { bytes: tableBytes, path: table.path, label: vscode.workspace.asRelativePath(table) },
      model: { bytes, label: baseName(model) },
      options,
    };
    const wishes = { token, onShare, external: readExternal(model), isSmall: !isLarge(bytes) && !isLarge(tableBytes) };
    return services.background.run(job, order, { ...wishes, handOver: wholeBuffer(bytes) }) as Promise<
      Name extends 'planQdq' ? PlannedQdq : WrittenQdq
    >;
  });
}

/** The buffer of bytes that fill it; other things may lie in one that is larger. */
function wholeBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

async function stateOf(uri: vscode.Uri): Promise<string> {
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return `${mtime} ${size}`;
}

async function agreesToReplace(model: vscode.Uri): Promise<boolean> {
  const replace = t`Replace Pairs`;
  const answer = await askInDialog('warning', {
    message: safe`"${baseName(model)}" has Q/DQ pairs on activations already.`,
    detail: safe`They are taken out first, and the table's are put in.`,
    buttons: [replace],
  });
  return answer === replace;
}

/** The sentences of the core begin with "it". */
function named(model: vscode.Uri, error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ModelError') return error;
  return new Error(`"${baseName(model)}": ${error.message}`, { cause: error });
}

import type { ProcessOptions, RunningProcess } from './runningProcess.js';
import { t } from '../../core/texts/translate.js';

/** Whether programs can be run here. */
export const CAN_RUN = false;

/** A browser runs no programs. */
export function runProcess(_program: string, _args: readonly string[], _options: ProcessOptions): RunningProcess {
  throw new Error(t`No program can be run in a browser.`);
}

/** A browser has no such folder. */
export async function withTemporaryFolder<T>(_use: (folder: string) => Promise<T>): Promise<T> {
  throw new Error(t`No program can be run in a browser.`);
}

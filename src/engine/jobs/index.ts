/** What the engine's worker can do, by name. */
import { calibrateJob } from './calibrateJob.js';
import { outputsJob } from './outputsJob.js';
import { rankJob } from './rankJob.js';

export const ENGINE_JOBS = { rank: rankJob, calibrate: calibrateJob, outputs: outputsJob };

export type EngineJob = keyof typeof ENGINE_JOBS;
export type EngineOrder<Name extends EngineJob> = Parameters<(typeof ENGINE_JOBS)[Name]>[0];
export type EngineResult<Name extends EngineJob> = Awaited<ReturnType<(typeof ENGINE_JOBS)[Name]>>;

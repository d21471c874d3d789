/** What the worker can do, by name. A job is a function of plain data; what it needs besides, it asks its {@link Aid} for. */
import { alignJob, compareJob, exportDiffJob } from './compareJobs.js';
import { alignTablesJob } from './alignTablesJob.js';
import { buildJob } from './buildJob.js';
import { convertJob, planJob } from './planJobs.js';
import { histogramsJob } from './histogramsJob.js';
import { identifyJob } from './identifyJob.js';
import { measureJob, networkJob } from './networkJobs.js';
import { readJob } from './readJob.js';
import { nodeDataJob, reportJob } from './reportJobs.js';
import { planQdqJob, readQdqJob, writeQdqJob } from './qdqJobs.js';

export const JOBS = {
  read: readJob,
  identify: identifyJob,
  compare: compareJob,
  align: alignJob,
  exportDiff: exportDiffJob,
  alignTables: alignTablesJob,
  plan: planJob,
  convert: convertJob,
  network: networkJob,
  measure: measureJob,
  planQdq: planQdqJob,
  writeQdq: writeQdqJob,
  readQdq: readQdqJob,
  build: buildJob,
  histograms: histogramsJob,
  report: reportJob,
  nodeData: nodeDataJob,
};

export type JobName = keyof typeof JOBS;
export type Order<Name extends JobName> = Parameters<(typeof JOBS)[Name]>[0];
export type Result<Name extends JobName> = Awaited<ReturnType<(typeof JOBS)[Name]>>;

/** Entry point of the worker: does one job after the other, so that the host, which all extensions share, stays free. */
import type { ExternalPlace } from '../core/model/tensorData.js';
import type { Aid } from './aid.js';
import { JOBS } from './jobs/index.js';
import { buffersOf, errorOf, thrownBy, type AnswerMessage, type OrderMessage, type PartMessage } from './messages.js';
import { listen, tell } from './platform/host.js';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Who waits for bytes that the host was asked for. */
const waiting = new Map<number, Waiting>();
let asked = 0;

listen((message) => {
  if (isPart(message)) return take(message);
  void answerTo(message as OrderMessage).then((answer) => tell(answer, buffersOf(answer)));
});

tell('ready', []);

async function answerTo({ id, job, order }: OrderMessage): Promise<AnswerMessage> {
  try {
    return { id, result: await (JOBS[job] as (order: unknown, aid: Aid) => unknown)(order, aidFor(id)) };
  } catch (error) {
    return { id, thrown: thrownBy(error) };
  }
}

function aidFor(id: number): Aid {
  return {
    external: (wanted: ExternalPlace) =>
      new Promise((resolve, reject) => {
        const part = ++asked;
        waiting.set(part, { resolve, reject });
        tell({ id, part, wanted }, []);
      }),
    // A job that is no longer wanted is ended together with the worker.
    pulse: async (share) => tell({ id, share }, []),
  };
}

function take(message: PartMessage): void {
  const who = waiting.get(message.part);
  waiting.delete(message.part);
  if ('bytes' in message) who?.resolve(message.bytes);
  else who?.reject(errorOf(message.thrown));
}

function isPart(message: unknown): message is PartMessage {
  return typeof message === 'object' && message !== null && 'part' in message;
}

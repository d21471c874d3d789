/** Entry point of the worker: does one job after the other, so that the host, which all extensions share, stays free. */
import { JOBS } from './jobs/index.js';
import { buffersOf, type AnswerMessage, type OrderMessage } from './messages.js';
import { listen, tell } from './platform/host.js';

listen((message) => {
  const answer = answerTo(message as OrderMessage);
  tell(answer, buffersOf(answer));
});

tell('ready', []);

function answerTo({ id, job, order }: OrderMessage): AnswerMessage {
  try {
    return { id, result: (JOBS[job] as (order: unknown) => unknown)(order) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { id, thrown: { name, message } };
  }
}

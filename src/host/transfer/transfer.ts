/** The one way in which numbers go from one file into another: asked, planned, reviewed, written and told. */
import type { Reviewed, ReviewJob } from './review/reviewPanel.js';
import type { Plan } from '../../core/transfer/plan.js';
import { t } from '../../core/texts/translate.js';

/** Writes what was approved; false when the user thought better of it, and may approve again. */
export type Approve<Planned> = (approved: Planned) => Promise<boolean>;

/** The steps in which one transfer differs from another. A step that answers undefined ends it: the user has cancelled. */
export interface Transfer<Asked, Planned, Done> {
  /** Which files, and what of them. */
  readonly ask: () => Promise<Asked | undefined>;
  /** What would be written. Throws Error with a sentence when it can't be planned. */
  readonly plan: (asked: Asked) => Promise<Planned | undefined>;
  /** Lets the user look at what is planned and mend it, and hands on what is approved of. */
  readonly review: (planned: Planned, approve: Approve<Planned>) => Promise<unknown>;
  /** Asks what is still open, and writes. Throws Error with a sentence when it can't be written. */
  readonly write: (approved: Planned) => Promise<Done | undefined>;
  readonly tell: (done: Done) => unknown;
}

/** Runs a transfer from the first question to the last message; undefined: the user has cancelled. Throws what its steps throw. */
export async function runTransfer<Asked, Planned, Done>(
  transfer: Transfer<Asked, Planned, Done>,
): Promise<Done | undefined> {
  const asked = await transfer.ask();
  const planned = asked && (await transfer.plan(asked));
  let done: Done | undefined;
  if (planned)
    await transfer.review(planned, async (approved) => {
      done = await finish(transfer, approved);
      return done !== undefined;
    });
  return done;
}

/** The same transfer for a caller that gave all answers: nothing is reviewed and nothing told. */
export function unseen<Asked, Planned, Done>(transfer: Transfer<Asked, Planned, Done>): Transfer<Asked, Planned, Done> {
  return { ...transfer, review: (planned, approve) => approve(planned), tell: () => undefined };
}

/**
 * The review of a transfer as it is made again after a restart, from what was answered before it.
 * @param reviewed what the user looks at
 */
export async function reviewAgain<Asked, Planned extends object, Done>(
  transfer: Transfer<Asked, Planned, Done>,
  asked: Asked,
  reviewed: (planned: Planned) => Reviewed | null,
): Promise<ReviewJob> {
  const planned = await transfer.plan(asked);
  const shown = planned && reviewed(planned);
  if (!shown) throw new Error(t`There is nothing to review any more.`);
  return {
    reviewed: shown,
    write: async (plan: Plan) => (await finish(transfer, { ...planned, plan })) !== undefined,
  };
}

async function finish<Asked, Planned, Done>(
  transfer: Transfer<Asked, Planned, Done>,
  approved: Planned,
): Promise<Done | undefined> {
  const done = await transfer.write(approved);
  if (done !== undefined) void transfer.tell(done);
  return done;
}

/** Of Node 23.9 and later, as the extension host runs on; the types are those of the lowest Node. */
const { threadCpuUsage } = process as unknown as { threadCpuUsage(): NodeJS.CpuUsage };

/**
 * How long the extension host, whose thread the tests share, was busy without a pause. Processor time and not the clock is what is
 * counted: on a machine with other work a host that does nothing can wait for seconds, too.
 */
export class BusyProbe {
  #longest = 0;
  #since = 0;
  readonly #timer = setInterval(() => this.#tick(), 1);

  constructor() {
    this.#since = processorTime();
  }

  /** Ends it. @returns the longest piece of work between two looks, in ms of processor time */
  end(): number {
    clearInterval(this.#timer);
    this.#tick();
    return this.#longest;
  }

  #tick(): void {
    const now = processorTime();
    this.#longest = Math.max(this.#longest, now - this.#since);
    this.#since = now;
  }
}

function processorTime(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

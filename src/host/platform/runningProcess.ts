/** A program that was started. */
export interface RunningProcess {
  /** Resolves when it is over, whatever came of it. */
  readonly done: Promise<ProcessEnd>;
  /** Ends it, and what it has started. */
  readonly end: () => void;
}

export interface ProcessEnd {
  /** The exit code; null where there is none: it was ended, or never started. */
  readonly code: number | null;
  /** Why it was never started, or null. */
  readonly problem: string | null;
}

export interface ProcessOptions {
  readonly cwd: string;
  /** Takes all that it says, both streams. */
  readonly logFile: string;
  readonly onOutput: (text: string) => void;
}

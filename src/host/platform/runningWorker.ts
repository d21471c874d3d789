/** A thread of our own, the same in Node and in a browser. */
export interface RunningWorker {
  /** Sends a copy of a message; what `transfer` names is handed over. */
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** Ends it at once, whatever it does; nothing is heard of it after that. */
  end(): void;
}

/** Who hears of a worker. */
export interface WorkerEnds {
  readonly message: (message: unknown) => void;
  /** It has broken down, for lack of memory say, and does nothing more. */
  readonly failure: (error: Error) => void;
}

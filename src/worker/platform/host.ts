/** The part of a browser's worker that is used here: the types of the DOM are not those of workers. */
interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
}

const scope = globalThis as unknown as WorkerScope;

/** Hears what the host says to its worker, in a browser. */
export function listen(listener: (message: unknown) => void): void {
  scope.onmessage = ({ data }) => listener(data);
}

/** Tells the host; what `transfer` names is handed over. */
export function tell(message: unknown, transfer: ArrayBuffer[]): void {
  scope.postMessage(message, transfer);
}

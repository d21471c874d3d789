/** The extension host as a view sees it: messages out, and a state that survives being hidden. */
export interface Host<Message, State> {
  post(message: Message): void;
  load(): Partial<State>;
  /** Saves soon, and once for many calls in a row: every save is a message of VS Code's own. */
  save(state: State): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const SAVE_DELAY_MS = 150;

/** Connects to VS Code. To be called once: `acquireVsCodeApi` throws the second time. */
export function connect<Message, State>(): Host<Message, State> {
  const api = acquireVsCodeApi();
  let unsaved: State | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const saveNow = (): void => {
    clearTimeout(timer);
    if (unsaved !== undefined) api.setState(unsaved);
    unsaved = undefined;
  };
  // The user may be about to hide the view, which ends it without a word.
  addEventListener('blur', saveNow);
  return {
    post: (message) => api.postMessage(message),
    load: () => (api.getState() ?? {}) as Partial<State>,
    save(state) {
      unsaved = state;
      clearTimeout(timer);
      timer = setTimeout(saveNow, SAVE_DELAY_MS);
    },
  };
}

/** Hands every valid message to `receive`, and what goes wrong in the view to `report`. */
export function listen<T>(
  parse: (data: unknown) => T | null,
  receive: (message: T) => void,
  report: (message: string) => void,
): void {
  addEventListener('message', ({ data }) => {
    const message = parse(data);
    if (message) receive(message);
  });
  // Browsers report as an error that they put off a notification about sizes to the next frame.
  addEventListener('error', ({ message }) => {
    if (!message.startsWith('ResizeObserver loop')) report(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => report(String(reason)));
}

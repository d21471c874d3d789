import type { AnswerMessage, Request } from '../../../src/protocol/common.js';

/** The messages of a view that await an answer. */
type Requests<Message> = Extract<Message, Request>;
/** A request before it has its number. */
export type Asked<M> = M extends Request ? Omit<M, 'id'> : never;

/** The extension host as a view sees it: messages out, and a state that survives being hidden. */
export interface Host<Message, State> {
  post(message: Message): void;
  /** Asks for something to be done; resolves with the sentence why it was not, or null. */
  request(message: Asked<Requests<Message>>): Promise<string | null>;
  /** Takes the answer to a request. */
  settle(answer: AnswerMessage): void;
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
  return { post: (message) => api.postMessage(message), ...requestsOver(api), ...stateIn<State>(api) };
}

function requestsOver(api: VsCodeApi): Pick<Host<never, never>, 'request' | 'settle'> {
  const waiting = new Map<number, (problem: string | null) => void>();
  let last = 0;
  return {
    request(message: object) {
      const id = ++last;
      api.postMessage({ ...message, id });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    settle({ id, problem }) {
      waiting.get(id)?.(problem);
      waiting.delete(id);
    },
  };
}

function stateIn<State>(api: VsCodeApi): Pick<Host<never, State>, 'load' | 'save'> {
  let unsaved: State | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const saveNow = (): void => {
    clearTimeout(timer);
    if (unsaved !== undefined) api.setState(unsaved);
    unsaved = undefined;
  };
  // The user may be about to hide the view, which ends it without a word.
  addEventListener('blur', saveNow);
  addEventListener('pagehide', saveNow);
  return {
    load: () => (api.getState() ?? {}) as Partial<State>,
    save(state) {
      unsaved = state;
      clearTimeout(timer);
      timer = setTimeout(saveNow, SAVE_DELAY_MS);
    },
  };
}

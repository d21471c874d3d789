import type {
  ChartCommandMessage,
  FromAnyView,
  GridCommandMessage,
  LayoutMessage,
  ToAnyView,
} from '../../../src/protocol/common.js';
import { ChartMenu } from '../charts/chartMenu.js';
import { setContext } from '../dom.js';
import { onThemeChange } from '../theme.js';
import { connect, type Host } from './host.js';
import { GridHost } from './gridHost.js';
import { Stage } from './stage.js';
import { takeKeys } from './viewKeys.js';
import { messageOf } from '../../../src/core/texts/messageOf.js';

/** What any page can do. */
export interface Page {
  readonly element: HTMLElement;
  focus(): void;
  focusFilter(): void;
  copy(): void;
  cut(): void;
  paste(text: string): void;
  /** Colours or fonts have changed. */
  restyle(): void;
}

/** What a view makes of the messages that are its own. */
export interface View<To> {
  /** The page that is shown at the moment, or null. */
  readonly page: Page | null;
  /** Draws a message. What this throws is shown in place of the page. */
  receive(message: To): void;
  /** Forgets what is shown: everything is about to come again. */
  restart?(): void;
}

/** The host as a view uses it. */
export interface ViewHost<From, State> extends Host<From | FromAnyView, State> {
  readonly grids: GridHost;
}

export interface ViewOptions<From, To, State> {
  /** What stands there until the first message: `Reading the file…`. */
  readonly waiting: string;
  /** The headline when that can't be shown: `This file can't be shown`. */
  readonly failed: string;
  /** A message of the host's, or null for what is none; throws for one that can't be read. */
  readonly parse: (data: unknown) => To | ToAnyView | null;
  readonly create: (stage: Stage, host: ViewHost<From, State>) => View<To>;
}

/** Starts a view: connects it to the host, and keeps it going whatever comes. */
export function mount<From extends object, To extends { readonly type: string }, State>(
  options: ViewOptions<From, To, State>,
): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  const host = connect<From | FromAnyView, State>();
  const stage = new Stage(root, options, {
    onRetry: () => host.post({ type: 'ready' }),
    onText: () => host.post({ type: 'asText' }),
  });
  const grids = new GridHost((message) => host.post(message));
  // Where nothing is offered, VS Code's own Cut and Paste would stand and do nothing.
  setContext(root, { preventDefaultContextMenuItems: true });
  const charts = new ChartMenu(root, (file) => host.post({ type: 'saveChart', ...file }));
  const view = options.create(stage, { ...host, grids });
  addEventListener('message', ({ data }) => receive(data));
  // Browsers report as an error that they put off a notification about sizes to the next frame.
  addEventListener('error', ({ message }) => {
    if (!message.startsWith('ResizeObserver loop')) host.post({ type: 'error', message });
  });
  addEventListener('unhandledrejection', ({ reason }) => host.post({ type: 'error', message: String(reason) }));
  onThemeChange(() => view.page?.restyle());
  takeKeys({
    find: () => view.page?.focusFilter(),
    copy: () => view.page?.copy(),
    cut: () => view.page?.cut(),
    paste: (text) => view.page?.paste(text),
    focus: () => view.page?.focus(),
  });
  host.post({ type: 'ready' });

  function receive(data: unknown): void {
    try {
      const message = options.parse(data);
      if (message) handle(message);
    } catch (error) {
      host.post({ type: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      fail(messageOf(error));
    }
  }

  function handle(message: To | ToAnyView): void {
    if (isAnswer(message)) host.settle(message);
    else if (isFailure(message)) fail(message.problem);
    else if (isLayoutMessage(message)) grids.layout = message.layout;
    else if (isGridCommand(message)) grids.onCommand(message.command, message.text ?? '');
    else if (isChartCommand(message)) {
      if (!charts.run(message.command)) host.post({ type: 'noChart' });
    } else view.receive(message as To);
  }

  function fail(problem: string): void {
    view.restart?.();
    stage.fail(problem);
  }
}

function isAnswer(message: { readonly type: string }): message is Extract<ToAnyView, { readonly type: 'answer' }> {
  return message.type === 'answer';
}

function isFailure(message: { readonly type: string }): message is Extract<ToAnyView, { readonly type: 'failed' }> {
  return message.type === 'failed';
}

function isLayoutMessage(message: { readonly type: string }): message is LayoutMessage {
  return message.type === 'layout';
}

function isGridCommand(message: { readonly type: string }): message is GridCommandMessage {
  return message.type === 'grid';
}

function isChartCommand(message: { readonly type: string }): message is ChartCommandMessage {
  return message.type === 'chart';
}

import type { Area, ChannelName } from '../../shared/bridge/channels';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';

type Answer<C extends ChannelName> = ChannelOutput<C> | Promise<ChannelOutput<C>>;

export type Handler<C extends ChannelName> = (input: CheckedInput<C>) => Answer<C>;

/** Which of our windows calls. */
export interface Caller {
  /** The ID of its contents. */
  readonly windowId: number;
}

/** One handler per channel: a channel without one doesn't compile. Most don't care which window calls. */
export type Handlers = {
  readonly [C in ChannelName]: (input: CheckedInput<C>, caller: Caller) => Answer<C>;
};

/** Handlers that depend on the window that calls. */
export type CallerHandlers<C extends ChannelName> = Pick<Handlers, C>;

/** The handlers of one area, as returned by the files beside this one. */
export type AreaHandlers<A extends Area> = {
  readonly [C in Extract<ChannelName, `${A}.${string}`>]: Handler<C>;
};

import type { Area, ChannelName } from '../../shared/bridge/channels';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';

export type Handler<C extends ChannelName> = (
  input: CheckedInput<C>,
) => ChannelOutput<C> | Promise<ChannelOutput<C>>;

/** One handler per channel: a channel without one doesn't compile. */
export type Handlers = { readonly [C in ChannelName]: Handler<C> };

/** The handlers of one area, as returned by the files beside this one. */
export type AreaHandlers<A extends Area> = Pick<Handlers, Extract<ChannelName, `${A}.${string}`>>;

import type { Area, ChannelName } from '../../shared/bridge/channels';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';

export type Handler<C extends ChannelName> = (
  input: CheckedInput<C>,
) => ChannelOutput<C> | Promise<ChannelOutput<C>>;

/** One handler a channel: a channel without one does not compile. */
export type Handlers = { readonly [C in ChannelName]: Handler<C> };

/** The handlers of one area, as the files beside this one give them. */
export type AreaHandlers<A extends Area> = Pick<Handlers, Extract<ChannelName, `${A}.${string}`>>;

import type { Area, ChannelName } from '../../shared/bridge/channels';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';

type Answer<C extends ChannelName> = ChannelOutput<C> | Promise<ChannelOutput<C>>;

/**
 * What a handler is never passed. A function with further parameters of its own, as one of a service may have, doesn't fit: it
 * would have to take anything for them.
 */
type NothingElse = readonly unknown[];

/** Takes exactly what was requested. */
export type Handler<C extends ChannelName> = (
  input: CheckedInput<C>,
  ...nothingElse: NothingElse
) => Answer<C>;

/** Which of our windows calls. */
export interface Caller {
  /** The ID of its contents. */
  readonly windowId: number;
}

/** The channels whose handlers depend on the window that calls. All others get the input and nothing else. */
const callerChannels = [
  'app.setMenu',
  'app.cellMenu',
  'windows.open',
  'batches.edit',
  'batches.takeOver',
  'batches.handOver',
  'batches.stopEditing',
  'batches.setRows',
  'batches.keepRows',
  'batches.addImport',
  'batches.rename',
  'batches.duplicate',
  'batches.archive',
  'batches.setNotify',
  'batches.remove',
] as const satisfies readonly ChannelName[];

type CallerChannel = (typeof callerChannels)[number];

const needCaller: ReadonlySet<ChannelName> = new Set(callerChannels);

type CallerHandler<C extends ChannelName> = (
  input: CheckedInput<C>,
  caller: Caller,
  ...nothingElse: NothingElse
) => Answer<C>;

/** One handler per channel: a channel without one doesn't compile. */
export type Handlers = {
  readonly [C in ChannelName]: C extends CallerChannel ? CallerHandler<C> : Handler<C>;
};

/** Handlers of which some depend on the window that calls. */
export type CallerHandlers<C extends ChannelName> = Pick<Handlers, C>;

/** The handlers of one area, as returned by the files beside this one. */
export type AreaHandlers<A extends Area> = {
  readonly [C in Extract<ChannelName, `${A}.${string}`>]: Handler<C>;
};

/** What is called for a channel: a handler gets nothing that its type doesn't name. */
export function callOf(handlers: Handlers, channel: ChannelName): (input: never, caller: Caller) => unknown {
  const handler = handlers[channel] as (input: never, caller?: Caller) => unknown;
  return needCaller.has(channel) ? handler : (input) => handler(input);
}

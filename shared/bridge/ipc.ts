import type { z } from 'zod';
import { accountsChannels } from './accounts';
import { approvalsChannels } from './approvals';
import { batchesChannels } from './batches';
import { redeemChannels } from './redeem';
import { activityChannels } from './activity';
import { appChannels } from './app';
import { connectionsChannels } from './connections';
import { invitationsChannels } from './invitations';
import { instancesChannels } from './instances';
import { leaversChannels } from './leavers';
import { membersChannels } from './members';
import { outboxChannels } from './outbox';
import { directoryChannels } from './directory';
import { peopleChannels } from './people';
import { teamChannels } from './team';
import { settingsChannels } from './settings';
import { windowsChannels } from './windows';
import type { ChannelSpec } from './channelSpec';
import type { Area, ChannelName, fileChannels, Topic } from './channels';
import type { ErrorBody } from '../errors';

/**
 * The channel map: the only way to name a channel and the only place that says what crosses. Registering a handler takes its
 * entry from here, so no channel can exist without schemas.
 */
export const ipc = {
  ...connectionsChannels,
  ...accountsChannels,
  ...invitationsChannels,
  ...membersChannels,
  ...peopleChannels,
  ...directoryChannels,
  ...instancesChannels,
  ...leaversChannels,
  ...outboxChannels,
  ...redeemChannels,
  ...batchesChannels,
  ...approvalsChannels,
  ...teamChannels,
  ...activityChannels,
  ...settingsChannels,
  ...windowsChannels,
  ...appChannels,
} satisfies Record<ChannelName, ChannelSpec>;

export type Ipc = typeof ipc;
/** What a caller passes: fields with defaults may be omitted. */
export type ChannelInput<C extends ChannelName> = z.input<Ipc[C]['input']>;
/** What a handler receives: checked, trimmed, defaults filled in. */
export type CheckedInput<C extends ChannelName> = z.output<Ipc[C]['input']>;
export type ChannelOutput<C extends ChannelName> = z.output<Ipc[C]['output']>;

type FunctionOf<C extends ChannelName> = C extends (typeof fileChannels)[number]
  ? (file: File) => Promise<ChannelOutput<C>>
  : Record<string, never> extends ChannelInput<C>
    ? (input?: ChannelInput<C>) => Promise<ChannelOutput<C>>
    : (input: ChannelInput<C>) => Promise<ChannelOutput<C>>;

/** Every function by area, as callers see it after the envelope is opened. */
export type Functions = {
  [A in Area]: {
    [C in Extract<ChannelName, `${A}.${string}`> as C extends `${A}.${infer F}` ? F : never]: FunctionOf<C>;
  };
};

type Enveloped<F> = F extends (...input: infer I) => Promise<infer O>
  ? (...input: I) => Promise<{ ok: O } | { error: ErrorBody }>
  : never;

/** `window.amc`: the same functions, answering with the envelope, and the events. */
export type Bridge = {
  readonly [A in Area]: { readonly [F in keyof Functions[A]]: Enveloped<Functions[A][F]> };
} & {
  readonly events: {
    /** Calls `listener` each time the topic's facts changed. Returns a function that unsubscribes. */
    on(topic: Topic, listener: () => void): () => void;
    /** Calls `listener` with each command chosen in the native menu, a `PageCommand`. Returns a function that unsubscribes. */
    onCommand(listener: (command: string) => void): () => void;
  };
};

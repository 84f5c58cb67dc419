import { z } from 'zod';
import type { Area, ChannelName, Topic } from './channels';
import { account, accountRef } from './domain/account';
import { activityEntry, activityResults } from './domain/activity';
import { connection, connectionChange, connectionInput } from './domain/connection';
import { invitation, invitationRef, invitee, timelineEntry } from './domain/invitation';
import { invitationFilter } from './domain/invitationFilter';
import { decision, operation, operationKinds, operationStatuses } from './domain/operation';
import { refreshProgress } from './domain/refresh';
import { role } from './domain/role';
import { run, wait, whenNotSeen } from './domain/run';
import { keychainStates } from './domain/keychain';
import { settings } from './domain/settings';
import { errorBody } from './errors';

/** One channel: what goes in and what comes out, one object each. */
export interface ChannelSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const nothing = z.strictObject({});
const connectionId = z.strictObject({ connectionId: z.string().min(1).max(64) });
const oneConnection = z.object({ connection });
const page = {
  limit: z.number().int().min(1).max(500).default(50),
  offset: z.number().int().min(0).default(0),
};

/** Changes answer at once with the journal's ids; follow them with `outbox.operations`. */
const operationIds = z.object({ operationIds: z.array(z.number()) });

/** Chosen for each run; see `whenNotSeen`. */
const policy = { whenNotSeen: whenNotSeen.default('ask') };
const someRuns = z.strictObject({ runIds: z.array(z.number().int()).max(1000).optional() });

const invitationOrder = {
  sort: z
    .enum([
      'expiresAt',
      'createdAt',
      'userName',
      'emailAddress',
      'role',
      'state',
      'createdBy',
      'stateChangedAt',
    ])
    .default('expiresAt'),
  descending: z.boolean().default(false),
};

/** Which entries of the record are meant; what is left out does not matter. */
const activityFilter = {
  accounts: z.array(accountRef).max(1000).optional(),
  actions: z.array(z.enum(operationKinds)).optional(),
  results: z.array(z.enum(activityResults)).optional(),
  /** Exactly as the entries name who acted. */
  actor: z.string().max(400).optional(),
  /** Looked for in person, account, invitation id and Amazon's request id. */
  search: z.string().max(200).optional(),
  /** ms since 1970: from this moment on. */
  from: z.number().int().optional(),
  /** ms since 1970: before this moment. */
  to: z.number().int().optional(),
};

/**
 * The channel map: the only way to name a channel and the only place that says what crosses. Registering a
 * handler takes its entry from here, so a channel without schemas cannot exist.
 */
export const ipc = {
  'connections.list': { input: nothing, output: z.object({ connections: z.array(connection) }) },
  'connections.add': { input: connectionInput, output: oneConnection },
  'connections.update': { input: connectionId.extend({ change: connectionChange }), output: oneConnection },
  'connections.addSandbox': {
    /** `identity`: the sandbox person the authorize page proposes. */
    input: z.strictObject({ identity: z.string().max(80).optional() }),
    output: oneConnection,
  },
  /**
   * Answers when the sign-in has ended, well or not. Meanwhile `connections.list` shows `pendingSignIn`.
   * `acceptOtherIdentity` confirms that another Amazon user may take this connection over.
   */
  'connections.signIn': {
    input: connectionId.extend({ acceptOtherIdentity: z.boolean().optional() }),
    output: oneConnection,
  },
  'connections.cancelSignIn': { input: connectionId, output: z.object({}) },
  'connections.signOut': { input: connectionId, output: oneConnection },
  'connections.remove': { input: connectionId, output: z.object({}) },

  'accounts.list': {
    input: z.strictObject({ connectionId: z.string().optional(), search: z.string().max(200).optional() }),
    output: z.object({ accounts: z.array(account) }),
  },
  /** Reads all accounts of one connection, then each account's invitations, which tells where it may invite. */
  'accounts.refresh': {
    input: connectionId,
    output: z.object({
      accounts: z.number(),
      /** Accounts whose invitations could not be read for another reason than missing permission. */
      failures: z.array(z.object({ account: accountRef, error: errorBody })),
    }),
  },
  /**
   * Begins to refresh all accounts of all signed-in connections in the background, or lets the one that is under way go on; follow it
   * with `accounts.refreshProgress` on `accounts.changed`.
   */
  'accounts.refreshAll': { input: nothing, output: z.object({}) },
  'accounts.refreshProgress': { input: nothing, output: z.object({ progress: refreshProgress }) },
  /** What is being read comes to its end; the other accounts wait. */
  'accounts.pauseRefresh': { input: nothing, output: z.object({}) },
  'accounts.resumeRefresh': { input: nothing, output: z.object({}) },
  /** Ends it; accounts that were not read stay as they were. */
  'accounts.stopRefresh': { input: nothing, output: z.object({}) },
  'accounts.setFavourite': {
    input: z.strictObject({ account: accountRef, favourite: z.boolean() }),
    output: z.object({}),
  },
  'accounts.markOpened': { input: z.strictObject({ account: accountRef }), output: z.object({}) },

  /** A page of the stored invitations; asks Amazon nothing. */
  'invitations.list': {
    input: z.strictObject({ ...invitationFilter, ...invitationOrder, ...page }),
    output: z.object({ invitations: z.array(invitation), total: z.number() }),
  },
  /** The values a field has in the stored invitations, the most frequent first: what a filter can offer. */
  'invitations.values': {
    input: z.strictObject({
      field: z.enum(['role', 'domain', 'createdBy']),
      search: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ values: z.array(z.object({ value: z.string(), count: z.number() })) }),
  },
  /** What the start screen shows of all accounts in reach; asks Amazon nothing. */
  'invitations.overview': {
    input: nothing,
    output: z.object({
      pending: z.number(),
      /** Pending ones whose two weeks end within three days. */
      lapsingSoon: z.number(),
      /** Lapsed within the last 30 days, and not invited again since. */
      lapsed: z.number(),
      /** Accepted within the last seven days. */
      accepted: z.number(),
      /** Operations in doubt. */
      inDoubt: z.number(),
      /** Ways in whose latest reading failed. */
      accountsWithTrouble: z.number(),
      /** For each of the next 14 days, from now on in steps of 24 hours: how many pending ones end then. */
      lapsingByDay: z.array(z.object({ from: z.number(), count: z.number() })),
    }),
  },
  /** Everything known of one invitation; asks Amazon nothing. */
  'invitations.details': {
    input: z.strictObject({ invitation: invitationRef }),
    output: z.object({ invitation, timeline: z.array(timelineEntry) }),
  },
  /** Asks Amazon for one invitation. `answer`: Amazon's whole answer as JSON text; null where it does not tell (403, 404). */
  'invitations.ask': {
    input: z.strictObject({ invitation: invitationRef }),
    output: z.object({ answer: z.string().nullable(), at: z.number() }),
  },
  /**
   * Asks the person for a place and writes all stored invitations that fit there, on all pages. `saved`: false when they
   * closed the dialog.
   */
  'invitations.export': {
    input: z.strictObject({ ...invitationFilter, ...invitationOrder, format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), invitations: z.number() }),
  },
  /** Reads all pending invitations of the accounts from Amazon into the store. One account's trouble stops no other. */
  'invitations.refresh': {
    input: z.strictObject({ accounts: z.array(accountRef).min(1).max(1000) }),
    output: z.object({
      results: z.array(z.object({ account: accountRef, error: errorBody.nullable() })),
    }),
  },
  'invitations.create': {
    input: z.strictObject({
      account: accountRef,
      invitees: z
        .array(invitee)
        .min(1, 'Add at least one person.')
        .max(1000, 'Add at most 1,000 people at once.'),
      notifyInvitedUsers: z.boolean(),
      ...policy,
    }),
    output: operationIds,
  },
  'invitations.revoke': {
    input: z.strictObject({ invitations: z.array(invitationRef).min(1).max(1000), ...policy }),
    output: operationIds,
  },
  'invitations.resend': {
    input: z.strictObject({
      invitations: z.array(invitationRef).min(1).max(1000),
      notifyInvitedUsers: z.boolean(),
      ...policy,
    }),
    output: operationIds,
  },
  /** Invites the people of invitations that are not pending any more anew, with the same role. */
  'invitations.inviteAgain': {
    input: z.strictObject({
      invitations: z.array(invitationRef).min(1).max(1000),
      notifyInvitedUsers: z.boolean(),
      ...policy,
    }),
    output: operationIds,
  },
  /**
   * Amazon cannot change a role: revokes the pending invitation, then makes a new one (amazon-contract §2). The two
   * operations answered are the revocation and the invitation, which waits for it.
   */
  'invitations.changeRole': {
    input: z.strictObject({ invitation: invitationRef, role, notifyInvitedUsers: z.boolean() }),
    output: operationIds,
  },

  /** Runs that are open or need a decision, and the latest closed ones; newest first. Answers from the journal. */
  'outbox.status': { input: nothing, output: z.object({ runs: z.array(run), waits: z.array(wait) }) },
  /** Holds back what waits to be sent; what is on its way arrives. Without `runIds`: all runs. */
  'outbox.pause': { input: someRuns, output: z.object({}) },
  'outbox.resume': { input: someRuns, output: z.object({}) },
  /** Withdraws what waits to be sent; each such operation is then `failed` and can be tried again. */
  'outbox.stop': { input: someRuns, output: z.object({}) },
  /** Sends failed operations again, each as a new operation, once. */
  'outbox.retry': {
    input: z.strictObject({ operationIds: z.array(z.number().int()).min(1).max(1000) }),
    output: operationIds,
  },
  /** Settles an operation in doubt as a person decides. `operationIds`: the new operation after `sendAgain`. */
  'outbox.resolve': {
    input: z.strictObject({ operationId: z.number().int(), decision }),
    output: operationIds,
  },

  /** The journal, newest first. */
  'outbox.operations': {
    input: z.strictObject({
      operationIds: z.array(z.number().int()).max(1000).optional(),
      account: accountRef.optional(),
      runId: z.number().int().optional(),
      kinds: z.array(z.enum(operationKinds)).optional(),
      statuses: z.array(z.enum(operationStatuses)).optional(),
      /** Leaves out what was sent again as a new operation. */
      latestOnly: z.boolean().default(false),
      ...page,
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    output: z.object({ operations: z.array(operation), total: z.number() }),
  },

  /** The record, newest first. */
  'activity.list': {
    input: z.strictObject({ ...activityFilter, ...page }),
    output: z.object({ entries: z.array(activityEntry), total: z.number() }),
  },
  /** Asks the person for a place and writes the entries there as CSV. `saved`: false when they closed the dialog. */
  'activity.export': {
    input: z.strictObject(activityFilter),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), entries: z.number() }),
  },

  'settings.get': { input: nothing, output: z.object({ settings }) },
  'settings.set': { input: z.strictObject({ settings: settings.partial() }), output: z.object({ settings }) },

  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      electronVersion: z.string(),
      /** True when the runtime is the substitute for development, never in what ships. */
      developmentRuntime: z.boolean(),
      platform: z.string(),
      dataFolder: z.string(),
      keychain: z.object({
        state: z.enum(keychainStates),
        /** One sentence for people: what it means and the remedy. Empty when all is well. */
        explanation: z.string(),
      }),
      /** Files that were found damaged at this start, and the names under which they were kept in `dataFolder`. */
      damaged: z.array(z.object({ what: z.enum(['database', 'settings']), keptAs: z.string() })),
      /** True while the answers to changes wait to be saved because the disk is full. */
      diskFull: z.boolean(),
    }),
  },
  /** Tries the keychain anew, for example after it was unlocked; `app.info` tells what came of it. */
  'app.checkKeychain': { input: nothing, output: z.object({}) },
  /** Puts what support asks for on the clipboard, without secrets, names or e-mail addresses. Sends nothing. */
  'app.diagnostics': { input: nothing, output: z.object({}) },
} satisfies Record<ChannelName, ChannelSpec>;

export type Ipc = typeof ipc;
/** What a caller passes: fields with defaults may be left out. */
export type ChannelInput<C extends ChannelName> = z.input<Ipc[C]['input']>;
/** What a handler gets: checked, trimmed, defaults filled in. */
export type CheckedInput<C extends ChannelName> = z.output<Ipc[C]['input']>;
export type ChannelOutput<C extends ChannelName> = z.output<Ipc[C]['output']>;

type FunctionOf<C extends ChannelName> =
  Record<string, never> extends ChannelInput<C>
    ? (input?: ChannelInput<C>) => Promise<ChannelOutput<C>>
    : (input: ChannelInput<C>) => Promise<ChannelOutput<C>>;

/** Every function by area, as callers see it after the envelope is opened. */
export type Functions = {
  [A in Area]: {
    [C in Extract<ChannelName, `${A}.${string}`> as C extends `${A}.${infer F}` ? F : never]: FunctionOf<C>;
  };
};

type Enveloped<F> = F extends (...input: infer I) => Promise<infer O>
  ? (...input: I) => Promise<{ ok: O } | { error: z.infer<typeof errorBody> }>
  : never;

/** `window.amc`: the same functions, answering with the envelope, and the events. */
export type Bridge = {
  readonly [A in Area]: { readonly [F in keyof Functions[A]]: Enveloped<Functions[A][F]> };
} & {
  readonly events: {
    /** Calls `listener` each time the topic's facts changed. Returns the function that ends it. */
    on(topic: Topic, listener: () => void): () => void;
  };
};

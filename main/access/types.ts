import type { Topic } from '../../shared/bridge/channels';
import type { InvitationRef, InvitationState } from '../../shared/domain/invitation/invitation';
import type { Account, AccountRef } from '../../shared/domain/account/account';
import type { CheckedInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { AdsClient } from '../amazonAds/client/client';
import type { Database } from '../storage/database';
import type { Users } from './refresh/vanishedInvitations';
import type { PendingSnapshot } from './refresh/pendingSnapshot';
import type { CodedError, ErrorBody } from '../../shared/errors';

export interface AccessDeps {
  readonly db: Database;
  /** The client of a connection. Rejects with a CodedError if there is none. */
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  /** Where the connection's accounts live. Throws a CodedError NOT_FOUND if there is no such connection. */
  readonly realmOf: (connectionId: string) => string;
  /** ms since 1970. */
  readonly now: () => number;
  /** Called after each commit that changed what the topic names. */
  readonly changed: (topic: Topic) => void;
}

/**
 * The local data of accounts and their invitations. An account is `{realm, accountId}`: two connections that reach one account
 * share its invitations. Reads use the store only; only the `refresh…` functions call Amazon. An account not known through the
 * given connection is a CodedError NOT_FOUND.
 */
export interface Access {
  /** One entry per connection: favorites first, then last opened, then by name. */
  listAccounts(filter: CheckedInput<'accounts.list'>): Account[];
  /** The name of an account. */
  accountName(account: AccountRef): string;
  /** The label of a connection; its ID if there is no connection with that ID. */
  connectionLabel(connectionId: string): string;
  /** The name of a group of accounts; its ID if there is no group with that ID. */
  groupName(groupId: string): string;
  setFavourite(account: AccountRef, favourite: boolean): void;
  markOpened(account: AccountRef): void;
  /** Concludes who is behind members, on which the access to instances depends; call it before the two functions below. */
  concludeMembers(): Promise<void>;
  /** A page of invitations and the total. Without `accounts`: of every account with a connection. */
  listInvitations(query: CheckedInput<'invitations.list'>): ChannelOutput<'invitations.list'>;
  /** Counts over every account with a connection; `dayBounds`: see the channel's input. */
  overview(dayBounds?: readonly number[]): ChannelOutput<'invitations.overview'>;
  /** How many pending invitations expire within this many days, in accounts with a usable connection. */
  countExpiring(days: number): number;
  /** The values a field has, most frequent first. */
  valuesOf(query: CheckedInput<'invitations.values'>): ChannelOutput<'invitations.values'>;
  /** Everything stored about one invitation, including its history. */
  details(invitation: InvitationRef): Promise<ChannelOutput<'invitations.details'>>;
  /** See 'invitations.byColleagues'. */
  byColleagues(input: CheckedInput<'invitations.byColleagues'>): ChannelOutput<'invitations.byColleagues'>;
  /** Amazon's state of one invitation; null if Amazon doesn't say or can't be asked now. */
  amazonsState(invitation: InvitationRef): Promise<InvitationState | null>;
  /** The current users of an account; null if Amazon doesn't list them, `later` if it can't be asked now. */
  usersNow(account: AccountRef): Promise<Users>;
  /** Asks Amazon about one invitation. Rejects with an AdsError. */
  ask(invitation: InvitationRef): Promise<ChannelOutput<'invitations.ask'>>;
  /**
   * Reads all accounts of a connection, then each one's invitations, which shows where it may invite. Rejects with an AdsError if
   * the accounts can't be read; a failure in one account is in `failures`.
   */
  refreshAccounts(connectionId: string): Promise<ChannelOutput<'accounts.refresh'>>;
  /** Reads all pending invitations of the accounts; never rejects because of one of them. */
  refreshInvitations(
    accounts: readonly AccountRef[],
  ): Promise<ChannelOutput<'invitations.refresh'>['results']>;
  /** See RefreshSteps. */
  readonly refreshSteps: RefreshSteps;
  /**
   * Reads one account's pending invitations, for callers that need Amazon's current list. Updates the stored data if there is
   * disk space. Rejects with an AdsError or CodedError if it can't be read.
   */
  readPending(account: AccountRef): Promise<PendingSnapshot>;
  /** `listener` is called after each refresh of an account with Amazon's list; not after `readPending`. */
  onRefreshed(listener: (account: AccountRef, reading: PendingSnapshot) => void): void;
}

/** The steps of a refresh, for callers that refresh many accounts with a client of their own (refreshAll.ts). */
export interface RefreshSteps {
  /**
   * Reads the account list of a connection. Entries without an ID are counted in `unreadable`. Rejects with an AdsError or
   * CodedError if it can't be read.
   */
  accountsOf(
    connectionId: string,
    client: AdsClient,
  ): Promise<{ readonly accounts: readonly AccountRef[]; readonly unreadable: CodedError | null }>;
  /**
   * Reads one account's invitations and finds out what happened to those that Amazon no longer lists. Resolves with what is wrong
   * with Amazon's list, usually null, and notes it as the account's problem. Rejects with the error that stopped it, which is
   * noted as the account's problem or, for missing permission, as that.
   */
  account(account: AccountRef, client: AdsClient): Promise<CodedError | null>;
  /** Notes why accounts weren't even tried. */
  notReached(accounts: readonly AccountRef[], error: ErrorBody): void;
}

import type { Topic } from '../../shared/bridge/channels';
import type { InvitationRef, InvitationState } from '../../shared/domain/invitation/invitation';
import type { Account, AccountRef } from '../../shared/domain/account/account';
import type { CheckedInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { AdsClient } from '../amazonAds/client';
import type { Database } from '../storage/database';
import type { Users } from './refresh/vanishedInvitations';
import type { PendingSnapshot } from './refresh/pendingSnapshot';
import type { CodedError, ErrorBody } from '../../shared/errors';

export interface AccessDeps {
  readonly db: Database;
  /** The client of a connection. Rejects with a CodedError when there is none. */
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  /** Where the connection's accounts live. Throws a CodedError NOT_FOUND when there is no such connection. */
  readonly realmOf: (connectionId: string) => string;
  /** ms since 1970. */
  readonly now: () => number;
  /** Called after each commit that changed what the topic names. */
  readonly changed: (topic: Topic) => void;
}

/**
 * The local picture of accounts and their invitations. An account is `{realm, accountId}`: two connections that
 * reach one account share its invitations. Reading answers from the store alone; only the `refresh…` ones ask
 * Amazon. An account that is not known through the connection named is a CodedError NOT_FOUND.
 */
export interface Access {
  /** One entry for each connection: favorites first, then the last opened, then by name. */
  listAccounts(filter: CheckedInput<'accounts.list'>): Account[];
  /** What an account is called. */
  accountName(account: AccountRef): string;
  /** What a connection is called; its id where there is none of that id. */
  connectionLabel(connectionId: string): string;
  setFavourite(account: AccountRef, favourite: boolean): void;
  markOpened(account: AccountRef): void;
  /** A page of invitations, and how many there are in all. Without `accounts`: of every account with a connection. */
  listInvitations(query: CheckedInput<'invitations.list'>): ChannelOutput<'invitations.list'>;
  /** Counts over every account with a connection; `dayBounds`: see the channel's input. */
  overview(dayBounds?: readonly number[]): ChannelOutput<'invitations.overview'>;
  /** How many pending invitations end within so many days, in accounts to which a usable way leads. */
  countExpiring(days: number): number;
  /** The values a field has, the most frequent first. */
  valuesOf(query: CheckedInput<'invitations.values'>): ChannelOutput<'invitations.values'>;
  /** Everything stored about one invitation, with its history. */
  details(invitation: InvitationRef): ChannelOutput<'invitations.details'>;
  /** What Amazon says about one invitation's state; null where it does not tell or cannot be asked now. */
  amazonsState(invitation: InvitationRef): Promise<InvitationState | null>;
  /** The users of an account now; null where Amazon does not tell, `later` where it can't be asked at present. */
  usersNow(account: AccountRef): Promise<Users>;
  /** Asks Amazon for one invitation. Rejects with an AdsError. */
  ask(invitation: InvitationRef): Promise<ChannelOutput<'invitations.ask'>>;
  /**
   * Reads all accounts of a connection, then each one's invitations, which tells where it may invite.
   * Rejects with an AdsError when the accounts cannot be read; an account's own trouble is in `failures`.
   */
  refreshAccounts(connectionId: string): Promise<ChannelOutput<'accounts.refresh'>>;
  /** Reads all pending invitations of the accounts; never rejects for what happens to one of them. */
  refreshInvitations(
    accounts: readonly AccountRef[],
  ): Promise<ChannelOutput<'invitations.refresh'>['results']>;
  /** See RefreshSteps. */
  readonly refreshSteps: RefreshSteps;
  /**
   * Reads one account's pending invitations, for whoever needs what Amazon lists right now. The picture is brought up
   * to date with it, if there is room. Rejects with an AdsError or CodedError when it cannot be read.
   */
  readPending(account: AccountRef): Promise<PendingSnapshot>;
  /** `listener` is called after each refresh of an account with what Amazon listed; not after `readPending`. */
  onRefreshed(listener: (account: AccountRef, reading: PendingSnapshot) => void): void;
}

/** The steps of a refresh, for whoever refreshes many accounts through a client of its own (refreshAll.ts). */
export interface RefreshSteps {
  /**
   * Reads which accounts a connection leads to. Entries without an id are counted in `unreadable`. Rejects with an
   * AdsError or CodedError when they cannot be read.
   */
  accountsOf(
    connectionId: string,
    client: AdsClient,
  ): Promise<{ readonly accounts: readonly AccountRef[]; readonly unreadable: CodedError | null }>;
  /**
   * Reads one account's invitations and finds out what became of those that Amazon lists no more. Resolves with what is
   * wrong with Amazon's list, null as a rule, and notes it as the account's trouble. Rejects with what stopped it, which is then noted as the account's trouble, or,
   * where it is missing permission, as that.
   */
  account(account: AccountRef, client: AdsClient): Promise<CodedError | null>;
  /** Notes why accounts were not even asked for. */
  notReached(accounts: readonly AccountRef[], error: ErrorBody): void;
}

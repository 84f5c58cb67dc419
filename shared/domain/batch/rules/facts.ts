import type { AccountRef } from '../../account/account';
import type { OperationStatus } from '../../outbox/operation';
import { mailboxKey } from '../../invitation/person';

/** One way into one account, as far as the rules need it. */
export interface AccessFact {
  readonly account: AccountRef;
  readonly realm: string;
  readonly name: string;
  /** What its connection is called. */
  readonly connectionLabel: string;
  readonly reachable: boolean;
  /** Null until Amazon was asked. */
  readonly canInvite: boolean | null;
  /** Amazon answers that this account takes no requests about its users. */
  readonly refusesChanges: boolean;
}

/** A stored invitation of a mailbox to an account. */
export interface InvitationFact {
  readonly state: 'pending' | 'accepted' | 'revoked';
  /** As Amazon names it. */
  readonly role: string;
  /** Of an accepted one: its person is among the account's users by a masked address only. */
  readonly masked: boolean;
  /** Of a pending one whose two weeks are over by what is stored: when they ended, ms since 1970; null for any other. */
  readonly expiredAt: number | null;
}

/** What a house allows. */
export interface HouseRules {
  /** The only domains people may be invited at, in lower case; empty: all. */
  readonly allowedDomains: readonly string[];
  /** How many admins one account may have, invited ones included; 0: any number. */
  readonly mostAdminsPerAccount: number;
  readonly adminsNeedNote: boolean;
}

/** Everything the rules know beside the rows. */
export interface BatchFacts {
  /** All connections, the ones to prefer first. */
  readonly accesses: readonly AccessFact[];
  /** By `personKey`: what is stored of a person in an account, the latest first. */
  readonly invitations: ReadonlyMap<string, readonly InvitationFact[]>;
  /** By `personKey`: that the person is being invited there. */
  readonly underWay: ReadonlyMap<string, OperationStatus>;
  /** By `accountKey`: the mailboxes of those who are, or are invited as, admins. */
  readonly admins: ReadonlyMap<string, ReadonlySet<string>>;
  /** The mailboxes of whoever is signed in. */
  readonly oneself: ReadonlySet<string>;
  readonly house: HouseRules;
}

/** A person in an account as a key. */
export const personKey = (place: string, emailAddress: string): string =>
  `${place} ${mailboxKey(emailAddress)}`;

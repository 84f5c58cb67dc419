import type { AccountRef } from '../../account/account';
import type { Instance } from '../../account/instance';
import type { PlannedInstances } from '../../account/plannedInstances';
import type { OperationStatus } from '../../outbox/operation';
import { mailboxKey } from '../../invitation/person';
import type { UnseenInvitation } from '../../team/colleagueInvitation';

/** One connection to one account, as far as the rules need it. */
export interface AccessFact {
  readonly account: AccountRef;
  readonly realm: string;
  readonly name: string;
  /** The connection's label. */
  readonly connectionLabel: string;
  readonly reachable: boolean;
  /** Null until Amazon was asked. */
  readonly canInvite: boolean | null;
  /** Amazon answers that this account accepts no requests about its users. */
  readonly refusesChanges: boolean;
}

/** A stored invitation of a mailbox to an account. */
export interface InvitationFact {
  readonly state: 'pending' | 'accepted' | 'revoked';
  /** As Amazon names it. */
  readonly role: string;
  /** For an accepted one: its person appears among the account's users only by a masked address. */
  readonly masked: boolean;
  /** For a pending one that has expired according to the stored data: when, ms since 1970; null for any other. */
  readonly expiredAt: number | null;
}

/** What was planned for a person in an account before. */
export interface PlanFact {
  readonly wanted: PlannedInstances;
  /** ms since 1970. */
  readonly plannedAt: number;
}

/** A colleague's invitation of a person to an account; no more than a hint. */
export type ColleagueFact = Pick<UnseenInvitation, 'who' | 'isOwn' | 'at' | 'reading'>;

/** An organization's own rules. */
export interface HouseRules {
  /** The only domains that may be invited, in lower case; empty: all. */
  readonly allowedDomains: readonly string[];
  /** Max number of admins in one account, invited ones included; 0: no limit. */
  readonly mostAdminsPerAccount: number;
  readonly adminsNeedNote: boolean;
}

/** Everything the rules know besides the rows. */
export interface BatchFacts {
  /** All connections, preferred ones first. */
  readonly accesses: readonly AccessFact[];
  /** By `personKey`: what is stored about a person in an account, newest first. */
  readonly invitations: ReadonlyMap<string, readonly InvitationFact[]>;
  /** By `personKey`: people with access, and how certain it is that a member is the person. */
  readonly members: ReadonlyMap<string, 'certain' | 'probable'>;
  /** By `personKey`: that the person is being invited there. */
  readonly underWay: ReadonlyMap<string, OperationStatus>;
  /** By `personKey`: what a colleague invited, as far as this computer's own readings don't account for it. */
  readonly colleagues: ReadonlyMap<string, ColleagueFact>;
  /** By `accountKey`: the mailboxes of those who are, or are invited as, admins. */
  readonly admins: ReadonlyMap<string, ReadonlySet<string>>;
  /** By `accountKey`: the instances of accounts in which Amazon listed them. */
  readonly instances: ReadonlyMap<string, readonly Instance[]>;
  /** By `personKey`: to which instances a person was to be added. */
  readonly plans: ReadonlyMap<string, PlanFact>;
  /** The mailboxes of the signed-in users. */
  readonly oneself: ReadonlySet<string>;
  readonly house: HouseRules;
}

/** A person in an account as a key. */
export const personKey = (place: string, emailAddress: string): string =>
  `${place} ${mailboxKey(emailAddress)}`;

import type { ActivityEntry } from '../../../shared/domain/activity';

/** Everything a proof of a leaver states. Times are ms since 1970. */
export interface LeaverProof {
  /** The names and addresses of the person, and the user IDs that were taken to be theirs. */
  readonly person: {
    readonly names: readonly string[];
    readonly emailAddresses: readonly string[];
    readonly userIds: readonly string[];
  };
  /** When the removal was started. */
  readonly startedAt: number;
  /** When this proof was made. */
  readonly madeAt: number;
  /** Whether nothing of it happened at Amazon, but in the sandbox. */
  readonly isSandbox: boolean;
  /** What was requested, with its result: by whom, when, Amazon's request ID. The oldest first. */
  readonly done: readonly ActivityEntry[];
  /** What is still queued, being sent or in doubt, so that it has no result. */
  readonly open: readonly ProofOpen[];
  /** What the person may still have. */
  readonly remains: readonly ProofRemaining[];
  /** Accounts whose lists couldn't be read completely, so that nobody knows what the person has there. */
  readonly unread: readonly ProofUnread[];
  /** The age of each list that was read, by account. */
  readonly ages: readonly ProofAge[];
}

export interface ProofAccount {
  readonly realm: string;
  readonly accountId: string;
  readonly accountName: string;
}

export interface ProofOpen extends ProofAccount {
  /** "Remove member", "Revoke". */
  readonly action: string;
  /** "Queued", "Sending", "Unconfirmed". */
  readonly status: string;
  readonly emailAddress: string;
  readonly userId: string | null;
}

export interface ProofRemaining extends ProofAccount {
  /** "Admin", "Inherited access", "Pending invitation as viewer". */
  readonly what: string;
  readonly emailAddress: string;
  readonly userId: string | null;
  /** How sure it is that this is the person, in words. */
  readonly certainty: string;
  /** Why it remains, and what to do. */
  readonly reason: string;
  /** How old that is. */
  readonly asOf: number;
}

export interface ProofUnread extends ProofAccount {
  /** What couldn't be read, and why. */
  readonly reason: string;
  /** When it was last read; null = never. */
  readonly asOf: number | null;
}

export interface ProofAge extends ProofAccount {
  /** Null = never. */
  readonly membersAsOf: number | null;
  readonly invitationsAsOf: number | null;
}

import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import type { Candidate, Finding, InvitationKind } from '../../../shared/domain/outbox/operation';
import type { AdsInvitation, Entries } from '../../amazonAds/answers';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { Users } from '../../access/refresh/vanishedInvitations';
import type { Baseline } from '../journal/baselines';
import { nameKey } from './claims';
import type { JournalOperation } from '../journal/append';

/** What two readings of the pending list show about an operation in doubt: that it was done, or what a person should know. */
export type Conclusion =
  | { readonly status: 'done'; readonly invitation: AdsInvitation | undefined }
  /** A revocation came too late: the person had accepted. */
  | { readonly status: 'tooLate' }
  | ({ readonly status: 'open' } & Pick<Finding, 'verdict' | 'candidates'>);

/** What else is known. */
export interface Known {
  /** The list before our first call. */
  readonly baseline: Baseline;
  /** Invitations that other operations of ours created. */
  readonly own: ReadonlySet<string>;
  /** Invitations that colleagues made, as far as the team's store says. */
  readonly colleagues: ReadonlySet<string>;
  /** The creator that Amazon names for invitations from this connection; empty if unknown. */
  readonly makers: ReadonlySet<string>;
  /** Amazon's answers about invitations that left the list, if it gave any. */
  readonly amazonStates: ReadonlyMap<string, InvitationState>;
  /** When the second reading began, ms since 1970. */
  readonly readAt: number;
  /** The earliest time of Amazon's clock when the call was sent, ms since 1970; null if unknown. */
  readonly amazonsTime: number | null;
  /** Whether the call's answer confirmed invitations without saying whose they are. */
  readonly madeSome: boolean;
  /** Who had access to the account after the readings. */
  readonly users: Users;
  /** Everybody who may be one of those users through an invitation in doubt, in the form of `mailboxKey`. */
  readonly invited: readonly string[];
}

/** A change of an invitation. */
export type InvitationOperation = JournalOperation & { readonly kind: InvitationKind };

type Readings = readonly [Entries<AdsInvitation>, Entries<AdsInvitation>];

/**
 * Both readings began after a late commit was no longer possible. Only what both agree on counts: an invitation that appeared or
 * disappeared between them proves nothing.
 */
export function conclude(operation: InvitationOperation, readings: Readings, known: Known): Conclusion {
  if (!known.baseline.complete || readings.some(({ unreadable }) => unreadable > 0)) return open('unclear');
  switch (operation.kind) {
    case 'create':
      return concludeCreate(operation, readings, known);
    case 'revoke':
      return concludeRevoke(operation, readings, known);
    case 'resend':
      return concludeResend(operation, readings, known);
  }
}

/** Max difference between two of Amazon's clocks, including the loss from times in whole seconds; in ms. */
const clocksDifferByMs = 5000;

/**
 * Ours has the requested address, role and name and our creator, was created after the call was sent, didn't exist before, and is
 * the only one. If address and role match but anything else differs, a person decides.
 */
function concludeCreate(operation: JournalOperation, readings: Readings, known: Known): Conclusion {
  const { baseline, own } = known;
  const freshIn = ({ entries }: Entries<AdsInvitation>): Fresh => {
    const fresh = entries.filter(({ invitationId: id }) => !baseline.pending.has(id) && !own.has(id));
    return {
      matching: fresh.filter(
        (entry) => isRequested(operation, entry) && !isAnothers(operation, entry, known),
      ),
      possible: fresh.filter((entry) => mayBeRequested(operation, entry)),
    };
  };
  const [first, second] = [freshIn(readings[0]), freshIn(readings[1])];
  const ids = new Set([...first.possible, ...second.possible].map(({ invitationId }) => invitationId));
  const [one] = second.matching;
  const agreed = ids.size === 1 && first.matching.length === 1 && second.matching.length === 1;
  if (agreed && one !== undefined) return { status: 'done', invitation: one };
  if (ids.size === 0) return concludeUnlisted(operation, known);
  const [gone] = first.matching;
  if (ids.size === 1 && gone !== undefined && second.possible.length === 0 && hasJoined(operation, known)) {
    return { status: 'done', invitation: gone };
  }
  return open(
    ids.size > 1 ? 'several' : 'unclear',
    second.possible.length > 0 ? second.possible : first.possible,
  );
}

/** Missing from both readings: its person may have accepted it already, or it wasn't created. */
function concludeUnlisted({ emailAddress }: JournalOperation, known: Known): Conclusion {
  const { users, madeSome, invited } = known;
  if (users === 'later') return open('unread');
  const key = mailboxKey(emailAddress);
  if (users?.has(key) === true) return open('joined');
  const [mask, ...others] = users?.behindMasks(key) ?? [];
  if (mask !== undefined) {
    return open(others.length === 0 && invited.filter(mask).length === 1 ? 'joined' : 'unclear');
  }
  return open(madeSome ? 'unclear' : 'notSeen');
}

const hasJoined = ({ emailAddress }: JournalOperation, { users }: Known): boolean =>
  users !== 'later' && users?.has(mailboxKey(emailAddress)) === true;

interface Fresh {
  readonly matching: readonly AdsInvitation[];
  /** The matching ones, and those whose address or role Amazon hides. */
  readonly possible: readonly AdsInvitation[];
}

/** It was pending before and no longer is, though it hasn't expired, and Amazon doesn't call it accepted. */
function concludeRevoke({ invitationId }: JournalOperation, readings: Readings, known: Known): Conclusion {
  const [before, listed] = traces(invitationId, readings, known);
  if (listed.every((entry) => entry !== undefined)) return open('notSeen', listed);
  if (listed.some((entry) => entry !== undefined)) return open('unclear');
  const state = known.amazonStates.get(invitationId ?? '');
  if (state === 'accepted') return { status: 'tooLate' };
  if (state === 'revoked') return { status: 'done', invitation: undefined };
  if (before === undefined) return open('unclear');
  const mayHaveExpired = before === null || before <= known.readAt;
  return mayHaveExpired ? open('unclear') : { status: 'done', invitation: undefined };
}

/** It expires later than before. */
function concludeResend({ invitationId }: JournalOperation, readings: Readings, known: Known): Conclusion {
  const [before, listed] = traces(invitationId, readings, known);
  if (before === undefined || before === null) return open('unclear', listed.filter(isListed));
  const ends = listed.map((entry) => entry?.expiresAt);
  if (ends.every((end) => end !== undefined && end > before))
    return { status: 'done', invitation: undefined };
  const unchanged = ends.every((end) => end !== undefined && end <= before);
  return open(unchanged ? 'notSeen' : 'unclear', listed.filter(isListed));
}

/** An invitation's entry in the baseline (undefined: none; null: no expiry) and in each reading. */
function traces(
  invitationId: string | null,
  readings: Readings,
  { baseline }: Known,
): [number | null | undefined, (AdsInvitation | undefined)[]] {
  const id = invitationId ?? '';
  return [
    baseline.pending.get(id),
    readings.map(({ entries }) => entries.find((entry) => entry.invitationId === id)),
  ];
}

const isListed = (entry: AdsInvitation | undefined): entry is AdsInvitation => entry !== undefined;

const isRequested = ({ emailAddress, role }: JournalOperation, entry: AdsInvitation): boolean =>
  isWholeAddress(entry.emailAddress) &&
  mailboxKey(entry.emailAddress) === mailboxKey(emailAddress) &&
  entry.role?.toLowerCase() === role.toLowerCase();

/** Evidence that somebody else created it, though it is for the same person: undoing ours must never revoke it. */
function isAnothers(
  { userName }: JournalOperation,
  entry: AdsInvitation,
  { makers, amazonsTime, colleagues }: Pick<Known, 'makers' | 'amazonsTime' | 'colleagues'>,
): boolean {
  if (colleagues.has(entry.invitationId)) return true;
  // A name that Amazon masks counts as different, so that a person looks at it.
  const hasOtherName = entry.userName !== undefined && nameKey(entry.userName) !== nameKey(userName);
  const hasOtherMaker = entry.createdBy !== undefined && makers.size > 0 && !makers.has(entry.createdBy);
  const wasThereBefore =
    entry.createdAt !== undefined && amazonsTime !== null && entry.createdAt + clocksDifferByMs < amazonsTime;
  return hasOtherName || hasOtherMaker || wasThereBefore;
}

const mayBeRequested = ({ emailAddress, role }: JournalOperation, entry: AdsInvitation): boolean =>
  (!isWholeAddress(entry.emailAddress) || mailboxKey(entry.emailAddress) === mailboxKey(emailAddress)) &&
  (entry.role === undefined || entry.role.toLowerCase() === role.toLowerCase());

/** An invitation in both readings is one candidate, in its later form. */
function open(
  verdict: Finding['verdict'],
  possible: readonly (AdsInvitation | undefined)[] = [],
): Conclusion {
  const byId = new Map(possible.filter(isListed).map((entry) => [entry.invitationId, entry]));
  return { status: 'open', verdict, candidates: [...byId.values()].map(candidateOf) };
}

const candidateOf = ({
  invitationId,
  emailAddress,
  role,
  userName,
  createdBy,
  createdAt,
  expiresAt,
}: AdsInvitation): Candidate => ({
  invitationId,
  emailAddress: emailAddress ?? null,
  role: role ?? null,
  userName: userName ?? null,
  createdBy: createdBy ?? null,
  createdAt: createdAt ?? null,
  expiresAt: expiresAt ?? null,
});

import { role as knownRole } from '../../../../shared/domain/invitation/role';
import { isOpenSql } from '../../../../shared/domain/outbox/openStatuses';
import { CodedError, type ErrorBody, type ErrorCode } from '../../../../shared/errors';
import { readMembers } from '../../../access/members/memberFacts';
import type { ReadBeforeChange } from '../../../access/members/reading/readForChange';
import type { Database } from '../../../storage/database';
import { transaction } from '../../../storage/transaction';
import {
  hasDirectAccess,
  isLargeShare,
  memberObstacles,
  type KnownMember,
  type MemberChange,
  type MemberObstacle,
} from '../../guards/memberGuards';
import type { JournalOperation, JournalRequest } from '../../journal/append';
import { isStillNext } from '../../journal/calls';
import { markSending } from '../../journal/write';
import type { Lane } from './lane';
import { hasClaims, writeClaimsOf } from './laneTurn';
import { sendMarked } from './laneCalls';
import { drop } from './lanePauses';
import { noAccessLeft, obstacleOf } from './obstacle';
import { leaveOut } from '../leaveOut';
import { sendingErrorText } from '../sendingErrorText';

type MembersRead = Extract<ReadBeforeChange, { rolesUnread: unknown }>;

/** How old the reading may be on which a change of members is judged, in ms. */
const readingLastsMs = 5 * 60_000;

/**
 * Reads the account's members, then judges the call and marks it as being sent in one transaction, so that nothing that becomes
 * known in between is missed. What can't be sent is left out with its reason, and the others move to a call of their own.
 */
export async function takeUpMembers(lane: Lane, request: JournalRequest): Promise<void> {
  const { deps, pace } = lane;
  const { db, now, ending, room } = deps;
  const read = await readBefore(lane, request);
  if (read === null) return;
  if (!(await pace.turnUnlessShut(ending))) return;
  if (!(await hasClaims(lane, request))) return;
  const isMarked = await room.write(() =>
    transaction(db, () => {
      if (!isStillNext(db, request)) return false;
      const obstacles = memberObstacles(knownMembers(db, request, read), changesOf(request));
      if (obstacles.size === 0 && !isShareUnconfirmed(db, request)) {
        markSending(db, request.requestId, { baselineId: null, amazonsTime: undefined }, now());
        writeClaimsOf(lane, request);
        return true;
      }
      leaveOut(deps, request, obstacles.size > 0 ? reasonsFor(request, obstacles) : allFor(request), now());
      return false;
    }),
  );
  if (isMarked) await sendMarked(lane, request);
  else deps.changed('operations.changed');
}

/** @returns null if the members aren't read: then the call waits, or is dropped if waiting doesn't help */
async function readBefore(lane: Lane, request: JournalRequest): Promise<MembersRead | null> {
  const { deps, account, pace, ownPace } = lane;
  const turn = (): Promise<boolean> => pace.turnUnlessShut(deps.ending);
  try {
    const maxAgeMs = lane.areMembersOutdated ? 0 : readingLastsMs;
    const read = await deps.members.readForChange(account, { maxAgeMs, rolesOf: null, turn });
    if (read === 'ended') return null;
    lane.areMembersOutdated = false;
    lane.wasMemberRefused = false;
    pace.passed();
    ownPace.passed();
    if ('rolesUnread' in read) return read;
    await drop(lane, request, membersUnread(read.incomplete));
  } catch (thrown) {
    const obstacle = obstacleOf(thrown);
    if (obstacle.of !== 'connection') pace.passed();
    if (obstacle.of === 'connection') pace.holdBack(obstacle.why);
    else if (obstacle.of === 'account') ownPace.holdBack(obstacle.why);
    else if (obstacle.of === 'unknown') await drop(lane, request, noAccessLeft(obstacle.error));
    else await drop(lane, request, membersUnread(obstacle.error));
  }
  return null;
}

/** Reads the members once more after Amazon refused a change of one: somebody may have changed them meanwhile. */
export async function readMembersBack({ deps, account, pace }: Lane): Promise<void> {
  try {
    const turn = (): Promise<boolean> => pace.turnUnlessShut(deps.ending);
    await deps.members.readForChange(account, { maxAgeMs: 0, rolesOf: null, turn });
  } catch {
    // The next refresh brings it.
  }
}

/** The error of a change of members who can't be read. */
const membersUnread = (error: ErrorBody): ErrorBody => ({
  ...error,
  retryable: true,
  message: sendingErrorText.membersUnread(error.message),
});

/**
 * Whether what a run still has to change in this account is much of its members by what was just read, and nobody typed its number.
 * What is done already was agreed to: counted as well, it would refuse a retry of the last few for ever, since a person who retries
 * them is asked about these alone. What was typed for a run counts for what is retried of it, too.
 */
function isShareUnconfirmed(db: Database, { runId, realm, accountId }: JournalRequest): boolean {
  const { isConfirmed, open } = db
    .prepare(
      `SELECT count(*) AS open,
         EXISTS (SELECT 1 FROM requests WHERE run_id = :runId AND realm = :realm AND account_id = :accountId
           AND share_confirmed = 1) AS isConfirmed
       FROM operations
       WHERE run_id = :runId AND realm = :realm AND account_id = :accountId AND ${isOpenSql}`,
    )
    .get({ runId, realm, accountId }) as Record<'isConfirmed' | 'open', number>;
  if (isConfirmed === 1) return false;
  return isLargeShare(open, readMembers(db, { realm, accountId }).filter(hasDirectAccess).length);
}

/** Who has access now, and whose change is open in another call. A role that couldn't be read isn't known. */
function knownMembers(
  db: Database,
  { requestId, realm, accountId }: JournalRequest,
  { rolesUnread }: MembersRead,
): KnownMember[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT user_id AS userId FROM operations
       WHERE realm = ? AND account_id = ? AND user_id IS NOT NULL AND request_id <> ? AND ${isOpenSql}`,
    )
    .all(realm, accountId, requestId) as { readonly userId: string }[];
  const unsettled = new Set(rows.map(({ userId }) => userId));
  return readMembers(db, { realm, accountId })
    .filter(({ goneAt }) => goneAt === null)
    .map(({ userId, scope, role }) => ({
      ...{ userId, scope, isUnsettled: unsettled.has(userId) },
      role: rolesUnread.has(userId) ? null : role,
    }));
}

const changesOf = ({ operations }: JournalRequest): MemberChange[] =>
  operations.map((operation) => ({
    userId: userIdOf(operation),
    role: operation.kind === 'setRole' ? knownRole.parse(operation.role) : null,
  }));

const userIdOf = ({ userId, operationId }: JournalOperation): string => {
  if (userId === null) throw new Error(`Operation ${String(operationId)} names no member.`);
  return userId;
};

const reasonsFor = (
  { operations }: JournalRequest,
  obstacles: ReadonlyMap<string, MemberObstacle>,
): ReadonlyMap<number, ErrorBody> =>
  new Map(
    operations.flatMap((operation) => {
      const obstacle = obstacles.get(userIdOf(operation));
      return obstacle === undefined ? [] : [[operation.operationId, reasons[obstacle]] as const];
    }),
  );

const allFor = ({ operations }: JournalRequest): ReadonlyMap<number, ErrorBody> =>
  new Map(operations.map(({ operationId }) => [operationId, shareGrew]));

const reason = (code: ErrorCode, message: string, retryable = false): ErrorBody =>
  new CodedError({ code, message, retryable }).toBody();

const reasons: Readonly<Record<MemberObstacle, ErrorBody>> = {
  gone: reason('ALREADY_DONE', sendingErrorText.memberGone),
  hasRole: reason('ALREADY_DONE', sendingErrorText.memberHasRole),
  inherited: reason('NOT_DONE', sendingErrorText.memberInherited),
  lastAdmin: reason('LAST_ADMIN', sendingErrorText.lastAdmin, true),
};

const shareGrew = reason('NOT_DONE', sendingErrorText.shareGrew, true);

import { actionText } from '../../../shared/domain/activity';
import { certaintyNames, reasonText } from '../../../shared/domain/leaver/certaintyText';
import type { Leaver, LeaverMember, LeaverPlan } from '../../../shared/domain/leaver/leaver';
import { unreadText } from '../../../shared/domain/leaver/unreadText';
import { openStatuses } from '../../../shared/domain/outbox/openStatuses';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { roleName } from '../../../shared/domain/invitation/role';
import { realmOfAccount } from '../../access/accountAccess';
import { completenessOf } from '../../access/completeness';
import type { Activity } from '../../activity/activity';
import type { Outbox } from '../../outbox/outbox';
import type { Database } from '../../storage/database';
import type { LeaverProof, ProofOpen, ProofRemaining } from './leaverProof';
import { proofText } from './proofText';

export interface ProofDeps {
  readonly db: Database;
  readonly activity: Pick<Activity, 'ofRuns'>;
  readonly outbox: Pick<Outbox, 'operations'>;
}

/** The most operations that one question to the journal gives. */
const pageSize = 1000;

/**
 * Everything known about a removal right now.
 * @param remains what the person has now
 * @param madeAt ms since 1970
 */
export function collectProof(
  { db, activity, outbox }: ProofDeps,
  leaver: Leaver,
  { remains, madeAt }: { readonly remains: LeaverPlan; readonly madeAt: number },
): LeaverProof {
  const { subject, names, runIds, startedAt } = leaver;
  const done = activity.ofRuns(runIds);
  const open = runIds.flatMap((runId) => openOperations(outbox, runId));
  const openEntries = open.map((operation) => openEntry(db, operation));
  const userIds = [
    ...subject.members.map(({ userId }) => userId),
    ...done.flatMap(({ userId }) => (userId === null ? [] : [userId])),
    ...remains.members.flatMap(({ userId, confidence }) => (confidence === 'certain' ? [userId] : [])),
  ];
  const changes = [...done, ...openEntries];
  return {
    person: {
      names: [...new Set([...names, ...remains.names])],
      emailAddresses: subject.emailAddresses,
      userIds: [...new Set(userIds)],
    },
    ...{ startedAt, madeAt },
    isSandbox: changes.length > 0 && changes.every(({ realm }) => realm === 'sandbox'),
    done,
    open: openEntries,
    remains: [...remains.members.map(remainingMember), ...remains.invitations.map(remainingInvitation)],
    unread: remains.unread.map((account) => ({ ...account, reason: unreadText(account) })),
    ages: completenessOf(db).ages,
  };
}

function openOperations(outbox: ProofDeps['outbox'], runId: number): Operation[] {
  const found: Operation[] = [];
  for (;;) {
    const { operations, total } = outbox.operations({
      ...{ runId, statuses: [...openStatuses], latestOnly: true },
      ...{ limit: pageSize, offset: found.length },
    });
    found.push(...operations);
    if (operations.length === 0 || found.length >= total) return found;
  }
}

function openEntry(db: Database, operation: Operation): ProofOpen {
  const { connectionId, accountId, accountName, kind, role, status, emailAddress, userId } = operation;
  return {
    ...{ realm: realmOfAccount(db, { connectionId, accountId }), accountId, accountName },
    action: actionText({ action: kind, role }),
    status: proofText.statusNames[status],
    ...{ emailAddress, userId },
  };
}

function remainingMember(member: LeaverMember): ProofRemaining {
  const { realm, accountId, accountName, scope, role, maskedEmail, userId, confidence, lastSeenAt } = member;
  return {
    ...{ realm, accountId, accountName, userId, emailAddress: maskedEmail, asOf: lastSeenAt },
    what:
      scope === 'inherited' ? proofText.inherited : role === null ? proofText.roleUnknown : roleName(role),
    certainty: `${certaintyNames[confidence]}. ${reasonText(member)}`,
    reason:
      confidence !== 'certain'
        ? proofText.notConfirmed
        : scope === 'inherited'
          ? proofText.removeInherited
          : proofText.notRemoved,
  };
}

function remainingInvitation(invitation: LeaverPlan['invitations'][number]): ProofRemaining {
  const { realm, accountId, accountName, emailAddress, role, lastSeenAt, firstSeenAt } = invitation;
  return {
    ...{ realm, accountId, accountName, emailAddress, userId: null, asOf: lastSeenAt ?? firstSeenAt },
    what: proofText.pendingInvitation(roleName(role).toLowerCase()),
    certainty: proofText.invitedAddress,
    reason: proofText.notRevoked,
  };
}

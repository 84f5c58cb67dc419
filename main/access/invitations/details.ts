import type { Invitation, InvitationRef, TimelineEntry } from '../../../shared/domain/invitation/invitation';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import type { Database } from '../../storage/database';
import { instancesOf } from '../instances/accessFacts';
import { withInstanceAccess } from '../instances/accessState';
import { membersInvited } from '../members/listing/memberInvitations';
import { fromColleagues } from '../colleagues/invitationHistory';
import { requireInvitation } from './invitationFacts';
import { originColumn, originOf } from '../../storage/origin';
import { invitationColumns } from './invitations';

/**
 * See Access.details. The members are those of `LedgerAddresses.bringUpToDate`.
 * @throws CodedError NOT_FOUND when the account or the invitation isn't known
 */
export function detailsOf(db: Database, ref: InvitationRef): ChannelOutput<'invitations.details'> {
  const { realm, accountId, invitationId } = requireInvitation(db, ref);
  const invitation = withInstanceAccess(db)
    .prepare(
      `SELECT ${invitationColumns}
       FROM invitations JOIN accounts USING (realm, account_id)
       WHERE realm = ? AND account_id = ? AND invitation_id = ?`,
    )
    .get(realm, accountId, invitationId) as unknown as Invitation;
  const timeline = [
    ...fromLists(invitation),
    ...done(db, invitation),
    ...fromColleagues(db, invitation),
  ].sort((one, other) => one.at - other.at);
  return {
    ...{ invitation, timeline, ...instancesOf(db, invitation) },
    members: membersInvited(db, invitation),
  };
}

/** What Amazon's lists showed. */
function fromLists(invitation: Invitation): TimelineEntry[] {
  const { createdAt, createdBy, firstSeenAt, lastSeenAt, state, stateChangedAt, evidence, expiresAt } =
    invitation;
  const line = (
    at: number | null,
    what: TimelineEntry['what'],
    more: Partial<Pick<TimelineEntry, 'by' | 'detail'>> = {},
  ): TimelineEntry[] =>
    at === null
      ? []
      : [
          {
            at,
            what,
            result: null,
            by: null,
            detail: null,
            origin: null,
            runId: null,
            colleague: null,
            ...more,
          },
        ];
  return [
    ...line(createdAt, 'created', { by: createdBy === '' ? null : createdBy }),
    ...line(firstSeenAt, 'firstSeen'),
    ...(state === 'pending' ? [] : line(lastSeenAt, 'lastSeen')),
    ...(state === 'pending' ? [] : line(stateChangedAt, 'state', { detail: evidence })),
    // Once it has any other state, its expiry no longer matters.
    ...(state === 'pending' || state === 'lapsed' ? line(expiresAt, 'expires') : []),
  ];
}

/** What was done with this app. */
function done(db: Database, { realm, accountId, invitationId }: Invitation): TimelineEntry[] {
  const rows: unknown = db
    .prepare(
      `SELECT at, action AS what, result, actor AS by, detail, ${originColumn('activity.operation_id')} AS origin,
         (SELECT run_id FROM operations WHERE operations.operation_id = activity.operation_id) AS runId
       FROM activity
       WHERE invitation_id = ? AND realm = ? AND account_id = ? ORDER BY activity_id`,
    )
    .all(invitationId, realm, accountId);
  return (rows as (Omit<TimelineEntry, 'origin' | 'colleague'> & { readonly origin: string | null })[]).map(
    (row) => ({
      ...row,
      origin: originOf(row.origin),
      colleague: null,
    }),
  );
}

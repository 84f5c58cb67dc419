import type { Evidence, InvitationState } from '../../../../shared/domain/invitation/invitation';
import type { Database } from '../../../../main/storage/database';

interface StoredInvitation {
  readonly invitationId: string;
  readonly emailAddress: string;
  readonly accountId?: string;
  readonly userName?: string;
  readonly role?: string;
  readonly state?: InvitationState;
  readonly evidence?: Evidence;
  readonly firstSeenAt?: number;
}

/** An invitation of the sandbox, accepted unless it says otherwise. */
export function addInvitation(
  db: Database,
  {
    invitationId,
    emailAddress,
    accountId = 'A1',
    userName = '',
    role = 'viewer',
    state = 'accepted',
    evidence = 'user',
    firstSeenAt = 100,
  }: StoredInvitation,
): void {
  db.prepare(
    `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
       created_at, expires_at, evidence, first_seen_at, last_seen_at, state_changed_at, search_text)
     VALUES ('sandbox', ?, ?, ?, ?, ?, ?, 'dana@example.com', ?, NULL, ?, ?, NULL, ?, ?)`,
  ).run(
    ...[accountId, invitationId, emailAddress, userName, role, state, firstSeenAt, evidence, firstSeenAt],
    ...[firstSeenAt + 100, `${userName}\n${emailAddress}`.toLowerCase()],
  );
}

/** A member of an account of the sandbox, whose whole address Amazon shows. */
export function addMember(
  db: Database,
  {
    userId,
    emailAddress,
    accountId = 'A1',
    role = 'viewer',
    goneAt = null,
  }: {
    readonly userId: string;
    readonly emailAddress: string;
    readonly accountId?: string;
    readonly role?: string | null;
    readonly goneAt?: number | null;
  },
): void {
  db.prepare(
    `INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, role, role_as_of, first_seen_at,
       last_seen_at, since_at, gone_at)
     VALUES ('sandbox', ?, ?, ?, 'direct', ?, ?, 1, 1, 1, 1, ?)`,
  ).run(accountId, userId, emailAddress, goneAt === null ? 1 : null, role, goneAt);
}

/** What a connection can open in an account, or administers there. */
export function addInstances(
  db: Database,
  connectionId: string,
  instances: readonly { readonly instanceId: string; readonly name: string }[],
  accountId = 'A1',
): void {
  db.prepare(
    `INSERT INTO instance_lists (connection_id, account_id, as_of, tried_at, as_admin)
     SELECT connection_id, account_id, 50, 50, coalesce(can_invite, 0) FROM ways_in
     WHERE connection_id = ? AND account_id = ?`,
  ).run(connectionId, accountId);
  for (const { instanceId, name } of instances) {
    db.prepare(
      `INSERT INTO instances (connection_id, account_id, instance_id, name, types, status) VALUES (?, ?, ?, ?, '[]', NULL)`,
    ).run(connectionId, accountId, instanceId, name);
  }
}

import type { Database } from '../../storage/database';
import type { Role } from './members';
import { invitationLife } from './sample';

/** Times are ms since 1970. */
export interface InvitationRow {
  readonly position: number;
  readonly invitationId: string;
  readonly accountId: string;
  readonly email: string;
  readonly userName: string;
  readonly role: Role;
  readonly state: 'PENDING' | 'REVOKED' | 'REDEEMED';
  readonly createdBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

const columns = `position, invitation_id AS invitationId, account_id AS accountId, email, user_name AS userName,
  role, state, created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt`;

/** A page of one account's pending invitations that haven't expired, oldest first. */
export function pendingInvitations(
  db: Database,
  page: { readonly accountId: string; readonly after: number; readonly limit: number; readonly now: number },
): InvitationRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM invitations
       WHERE account_id = ? AND state = 'PENDING' AND position > ? AND expires_at > ?
       ORDER BY position LIMIT ?`,
    )
    .all(page.accountId, page.after, page.now, page.limit) as InvitationRow[];
}

export function findInvitation(db: Database, invitationId: string): InvitationRow | undefined {
  return db.prepare(`SELECT ${columns} FROM invitations WHERE invitation_id = ?`).get(invitationId) as
    InvitationRow | undefined;
}

export function isPending(row: InvitationRow, now: number): boolean {
  return row.state === 'PENDING' && row.expiresAt > now;
}

/** Whether the mailbox has a pending invitation to the account. Addresses differ by more than case. */
export function isInvited(db: Database, accountId: string, email: string, now: number): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM invitations
         WHERE account_id = ? AND email = ? AND state = 'PENDING' AND expires_at > ?`,
      )
      .get(accountId, email, now) !== undefined
  );
}

export interface NewInvitation {
  readonly invitationId: string;
  readonly accountId: string;
  readonly email: string;
  readonly userName: string;
  readonly role: Role;
  readonly createdBy: string;
}

export function insertInvitation(db: Database, invitation: NewInvitation, now: number): InvitationRow {
  return db
    .prepare(
      `INSERT INTO invitations
         (invitation_id, account_id, email, user_name, role, state, created_by, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?) RETURNING ${columns}`,
    )
    .get(
      invitation.invitationId,
      invitation.accountId,
      invitation.email,
      invitation.userName,
      invitation.role,
      invitation.createdBy,
      now,
      now + invitationLife,
    ) as InvitationRow;
}

/** Ends a pending invitation for good. */
export function endInvitation(db: Database, invitationId: string, state: 'REVOKED' | 'REDEEMED'): void {
  db.prepare('UPDATE invitations SET state = ? WHERE invitation_id = ?').run(state, invitationId);
}

/** Two weeks more, from `now` on (amazon-api §2). */
export function renewInvitation(db: Database, invitationId: string, now: number): void {
  db.prepare('UPDATE invitations SET expires_at = ? WHERE invitation_id = ?').run(
    now + invitationLife,
    invitationId,
  );
}

/** Records that Amazon would have sent an email about this invitation. */
export function recordEmail(db: Database, row: InvitationRow, now: number): void {
  db.prepare('INSERT INTO sent_emails (sent_at, invitation_id, email) VALUES (?, ?, ?)').run(
    now,
    row.invitationId,
    row.email,
  );
}

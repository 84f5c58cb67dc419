import { join } from 'node:path';
import { closeDatabase, openDatabase } from '../../../../main/storage/database';
import { newRecordId } from '../../../../main/storage/recordId';

interface InvitedTwice {
  readonly emailAddress: string;
  /** The one of both that is still pending. */
  readonly invitationId: string;
}

/** Writes into a profile what the team says once somebody who is invited was invited before, and accepted that. */
export function writeInvitedTwice(userData: string): InvitedTwice {
  const db = openDatabase(join(userData, 'access.db'));
  const [found] = db
    .prepare(
      `SELECT realm, account_id AS accountId, invitation_id AS invitationId, email_address AS emailAddress
       FROM invitations JOIN ways_in USING (realm, account_id)
       WHERE can_invite = 1 AND state = 'pending' AND role = 'viewer' ORDER BY invitation_id LIMIT 1`,
    )
    .all() as unknown as (InvitedTwice & { readonly realm: string; readonly accountId: string })[];
  if (found === undefined) throw new Error('Nobody is invited.');
  const { realm, accountId, invitationId, emailAddress } = found;
  db.exec('CREATE TEMP TABLE earlier AS SELECT * FROM invitations WHERE false');
  db.prepare('INSERT INTO earlier SELECT * FROM invitations WHERE invitation_id = ?').run(invitationId);
  db.exec(`UPDATE earlier SET invitation_id = 'inv-earlier', state = 'accepted', evidence = 'user';
    INSERT INTO invitations SELECT * FROM earlier`);
  const side = (colleague: string, invitation: string, isSolo: boolean): object => ({
    ...{ claimId: newRecordId(1), login: colleague.toLowerCase(), colleague, isSolo, at: 1, role: 'viewer' },
    ...{ reason: isSolo ? 'The client starts at nine.' : null, invitationId: invitation },
  });
  db.prepare(
    `INSERT INTO team_doubles (solo_id, other_id, realm, account_id, address, sides, dismissal) VALUES (?, ?, ?, ?, ?, ?, NULL)`,
  ).run(
    ...[newRecordId(1), newRecordId(2), realm, accountId, emailAddress.toLowerCase()],
    JSON.stringify([side('Mia', invitationId, true), side('Ben', 'inv-earlier', false)]),
  );
  closeDatabase(db);
  return { emailAddress, invitationId };
}

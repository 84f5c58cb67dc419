import type { Database } from '../../storage/database';
import type { Sample } from './sample';

/** Writes a sample into empty tables, inside the caller's transaction. */
export function insertSample(db: Database, sample: Sample): void {
  const person = db.prepare(
    'INSERT INTO people (user_id, ads_user_id, identity, name, email, about, signs_in) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { userId, adsUserId, identity, name, email, about, signsIn } of sample.people) {
    person.run(userId, adsUserId, identity, name, email, about, signsIn ? 1 : 0);
  }
  const account = db.prepare(
    'INSERT INTO accounts (account_id, name, marketplace_id, from_instant_access) VALUES (?, ?, ?, ?)',
  );
  for (const { accountId, name, marketplaceId, isFromInstantAccess } of sample.accounts) {
    account.run(accountId, name, marketplaceId, isFromInstantAccess ? 1 : 0);
  }

  const member = db.prepare('INSERT INTO members (account_id, user_id, role) VALUES (?, ?, ?)');
  for (const { accountId, userId, role } of sample.members) member.run(accountId, userId, role);

  insertInstances(db, sample);
  insertManager(db, sample.manager);

  const invitation = db.prepare(
    `INSERT INTO invitations
       (invitation_id, account_id, email, user_name, role, state, created_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?)`,
  );
  for (const row of sample.invitations) {
    invitation.run(
      row.invitationId,
      row.accountId,
      row.email,
      row.userName,
      row.role,
      row.createdBy,
      row.createdAt,
      row.expiresAt,
    );
  }
}

function insertInstances(db: Database, { instances, instanceMembers }: Sample): void {
  const instance = db.prepare(
    'INSERT INTO instances (account_id, instance_id, name, types, status) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { accountId, instanceId, name, types, status } of instances) {
    instance.run(accountId, instanceId, name, JSON.stringify(types), status);
  }
  const member = db.prepare('INSERT INTO instance_members (instance_id, user_id) VALUES (?, ?)');
  for (const { instanceId, userId } of instanceMembers) member.run(instanceId, userId);
}

function insertManager(db: Database, { managerId, name, accountIds, userIds }: Sample['manager']): void {
  db.prepare('INSERT INTO managers (manager_id, name) VALUES (?, ?)').run(managerId, name);
  const account = db.prepare('INSERT INTO managed_accounts (account_id, manager_id) VALUES (?, ?)');
  for (const accountId of accountIds) account.run(accountId, managerId);
  const member = db.prepare('INSERT INTO manager_members (user_id, manager_id) VALUES (?, ?)');
  for (const userId of userIds) member.run(userId, managerId);
}

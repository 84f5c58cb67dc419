import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';
import { findAccount } from '../accountAccess';
import { hasInvitations, unseenInvitations } from './colleagueInvitations';

/** How many a form can show at most. */
const maxShown = 200;

/** See 'invitations.byColleagues'. */
export function invitedByColleagues(
  db: Database,
  { accounts, emailAddresses }: CheckedInput<'invitations.byColleagues'>,
): ChannelOutput<'invitations.byColleagues'> {
  const keys = [...new Set(emailAddresses.map(mailboxKey))];
  const invitations: ChannelOutput<'invitations.byColleagues'>['invitations'] = [];
  for (const account of accounts) {
    const known = findAccount(db, account);
    if (known === undefined || !hasInvitations(db, known)) continue;
    const { realm, accountId, name: accountName } = known;
    const people = keys.map((key) => [realm, accountId, key] as const);
    for (const each of unseenInvitations(db, people)) {
      if (invitations.length < maxShown) invitations.push({ ...each, accountName });
    }
    if (invitations.length === maxShown) break;
  }
  return { invitations };
}

import type { AccountRef } from '../../../shared/domain/account/account';
import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import { requireAccount } from '../../access/accountAccess';
import { transaction } from '../../storage/transaction';
import type { AccountAccess } from '../journal/append';
import { doubtsOf } from '../journal/read';
import type { OutboxDeps } from '../deps';
import { checkRoleChanges } from '../journal/roleChangeCheck';

/**
 * What the outbox learns from a refresh of an account: whether changes of role match the request, and that its list can be read,
 * so that doubts for which it couldn't be read, or didn't show enough, are checked again. Never throws: what a full disk prevents
 * now, the next refresh does.
 * @param look has an account's doubts checked
 */
export function takeRefreshed(
  deps: Pick<OutboxDeps, 'db' | 'changed'>,
  account: AccountRef,
  reading: PendingSnapshot,
  look: (access: AccountAccess) => void,
): void {
  const { db, changed } = deps;
  try {
    const { realm, accountId } = requireAccount(db, account);
    const access = { connectionId: account.connectionId, realm, accountId };
    const compared = transaction(db, () => checkRoleChanges(db, access, reading));
    if (compared > 0) changed('operations.changed');
    // Those without a finding are already being checked.
    if (doubtsOf(db, access).some(({ finding }) => finding !== null)) look(access);
  } catch {
    return;
  }
}

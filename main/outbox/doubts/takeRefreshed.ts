import type { AccountRef } from '../../../shared/domain/account/account';
import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import { requireAccount } from '../../access/accountAccess';
import { transaction } from '../../storage/transaction';
import type { AccountAccess } from '../journal/append';
import { doubtsOf } from '../journal/read';
import type { OutboxDeps } from '../deps';
import { checkRoleChanges } from '../journal/roleChangeCheck';

/**
 * What a refresh of an account tells the outbox: whether changes of role are as they were asked for, and that its list can
 * be read, so that doubts for which it could not be read, or did not tell enough, are looked at again. Never throws: what
 * the full disk does not take now, the next refresh brings.
 * @param look has the doubts of a way looked at
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
    // Without a finding they are being looked at already.
    if (doubtsOf(db, access).some(({ finding }) => finding !== null)) look(access);
  } catch {
    return;
  }
}

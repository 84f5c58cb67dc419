import type { AccountRef } from '../../shared/domain/account/account';
import { readInvitation } from '../amazonAds/invitations/invitation';
import { listAccounts, markOpened, setFavourite } from './accounts';
import { invitedByColleagues } from './colleagues/invitedByColleagues';
import { groupNameOf } from './labels/groups';
import { detailsOf } from './invitations/details';
import { stateOfText } from './refresh/evidence';
import { requireInvitation } from './invitations/invitationFacts';
import { hasAcceptances } from './instances/accessState';
import { createInvitationSearch } from './invitations/invitations';
import { certainAddresses, ledgerAddressesOf } from './ledger/ledgerAddresses';
import { usersOf } from './refresh/vanishedInvitations';
import { countInvitations, overviewOf, valuesOf } from './invitations/overview';
import type { PendingSnapshot } from './refresh/pendingSnapshot';
import { createRefresh } from './refresh/refresh';
import { connectionLabel, requireAccount } from './accountAccess';
import type { Access, AccessDeps } from './types';

export function createAccess(deps: AccessDeps): Access {
  const { db, clientOf, now, changed } = deps;
  const listeners: ((account: AccountRef, reading: PendingSnapshot) => void)[] = [];
  const refresh = createRefresh(deps, (account, reading) => {
    for (const listener of listeners) listener(account, reading);
  });
  return {
    listAccounts: (filter) => listAccounts(db, filter),
    accountName: (account) => requireAccount(db, account).name,
    connectionLabel: (connectionId) => connectionLabel(db, connectionId),
    groupName: (groupId) => groupNameOf(db, groupId),
    setFavourite(account, favourite) {
      setFavourite(db, account, favourite);
      changed('accounts.changed');
    },
    markOpened(account) {
      markOpened(db, account, now());
      changed('accounts.changed');
    },
    async concludeMembers() {
      if (hasAcceptances(db)) await ledgerAddressesOf(db).bringUpToDate();
    },
    listInvitations: createInvitationSearch(db, now),
    overview: (dayBounds) => overviewOf(db, now(), dayBounds),
    countExpiring: (expiresWithinDays) =>
      countInvitations(db, { states: ['pending'], expiresWithinDays }, now()),
    valuesOf: (query) => valuesOf(db, query),
    async details(invitation) {
      await ledgerAddressesOf(db).bringUpToDate();
      return detailsOf(db, invitation);
    },
    byColleagues: (input) => invitedByColleagues(db, input),
    async amazonsState({ connectionId, invitationId }) {
      try {
        return stateOfText((await readInvitation(await clientOf(connectionId), invitationId))?.state);
      } catch {
        return null;
      }
    },
    async usersNow({ connectionId, accountId }) {
      try {
        const certain = await certainAddresses(db, requireAccount(db, { connectionId, accountId }));
        return await usersOf(await clientOf(connectionId), accountId, certain);
      } catch {
        return 'later';
      }
    },
    async ask(ref) {
      const { invitationId } = requireInvitation(db, ref);
      const answer = await readInvitation(await clientOf(ref.connectionId), invitationId);
      return { answer: answer === null ? null : JSON.stringify(answer.raw, null, 2), at: now() };
    },
    refreshAccounts: refresh.accounts,
    refreshInvitations: refresh.invitations,
    refreshSteps: refresh.steps,
    readPending: refresh.readPending,
    onRefreshed: (listener) => void listeners.push(listener),
  };
}

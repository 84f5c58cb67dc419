import type { AccountRef } from '../../../shared/domain/account/account';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { ErrorBody } from '../../../shared/errors';
import { coalesce } from '../../../shared/util/coalesce';
import { requireAccount } from '../accountAccess';
import { ledgerAddressesOf } from '../ledger/ledgerAddresses';
import { listMembers } from './listing/listMembers';
import { createMemberReader } from './reading/memberReader';
import { readForChange, type ReadBeforeChange, type ReadForChange } from './reading/readForChange';
import type { MembersDeps } from './membersDeps';
import { createMemberRefresh, type MemberRefresh } from './reading/memberRefresh';

/** Who has access to the accounts, as Amazon lists them. Listing reads the store only. */
export interface Members {
  /** A page of an account's members. Rejects with a CodedError NOT_FOUND for an account that isn't known. */
  list(query: CheckedInput<'members.list'>): Promise<ChannelOutput<'members.list'>>;
  /**
   * Reads one account's lists now; the roles follow in the background.
   * @returns why a list couldn't be read; null if all could
   */
  refresh(account: AccountRef): Promise<ErrorBody | null>;
  /** See `readForChange`. */
  readForChange(account: AccountRef, how: ReadForChange): Promise<ReadBeforeChange>;
  /** The refresh of all accounts, in the background. */
  readonly background: MemberRefresh;
}

/** While roles are read, data changes many times a second; listeners are notified at most this often (ms). */
const announceEveryMs = 250;

export function createMembers(given: MembersDeps): Members {
  const announce = coalesce(() => {
    given.changed('members.changed');
  }, announceEveryMs);
  const deps: MembersDeps = { ...given, changed: announce };
  const reader = createMemberReader(deps);
  const background = createMemberRefresh(deps, reader);
  return {
    async list(query) {
      await ledgerAddressesOf(deps.db).bringUpToDate();
      return listMembers(deps.db, query);
    },
    async refresh(account) {
      const place = requireAccount(deps.db, account);
      const read = await reader.readLists(place, await deps.clientOf(account.connectionId));
      // No list is due: only roles are read.
      background.start(0);
      return read.error;
    },
    readForChange: (account, how) => readForChange(deps, reader, account, how),
    background,
  };
}

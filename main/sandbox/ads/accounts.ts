import { accountsOf } from '../state/accounts';
import type { Operations } from './operation';
import { cutPage, pageToken, positionAfter } from './pageToken';

/** Max number of accounts on a page (amazon-api §3). */
const pageSize = 100;

export const accountOperations = {
  /** The accounts the caller can reach, in any role. No permission is needed (amazon-api §3). */
  AmcpLinkListAmcAccounts: ({ db, caller, query }) => {
    const list = `accounts of ${caller.userId}`;
    const after = positionAfter(list, query['nextToken']);
    const { rows, lastPosition } = cutPage(accountsOf(db, caller.userId, after, pageSize + 1), pageSize);
    return {
      amcAccounts: rows.map(({ accountId, name, marketplaceId }) => ({
        accountId,
        accountName: name,
        marketplaceId,
      })),
      nextToken: lastPosition === undefined ? null : pageToken(list, lastPosition),
    };
  },
} satisfies Partial<Operations>;

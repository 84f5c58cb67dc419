import { createHash } from 'node:crypto';
import type { components } from '../../../shared/amazonAds/schema';
import { findAccount, type AccountRow } from '../state/accounts';
import { instancesReachedBy, type InstanceRow } from '../state/instances';
import { hasAccess } from '../state/members';
import { ApiFault, type Operations } from './operation';
import { cutPage, pageToken, positionAfter } from './pageToken';

export const instanceOperations = {
  /** The instances that the caller reaches; anyone with access to the account may ask. */
  listInstances: ({ db, caller, headers, query }) => {
    const accountId = String(headers['amazon-advertising-api-advertiserid']);
    const account = findAccount(db, accountId);
    if (account === undefined || !hasAccess(db, accountId, caller.userId)) {
      throw new ApiFault(403, 'The caller has no access to this account');
    }
    if (headers['amazon-advertising-api-marketplaceid'] !== account.marketplaceId) {
      throw new ApiFault(400, 'Amazon-Advertising-API-MarketplaceId is not the marketplace of this account');
    }
    const limit = query['limit'] ?? '100';
    if (!/^([1-9]\d?|100)$/.test(limit)) {
      throw new ApiFault(400, 'limit must be a whole number from 1 to 100');
    }
    const list = `instances of ${accountId} for ${caller.userId}`;
    // The first page, also with an empty token: some callers must send one (amazon-api §9).
    const after = positionAfter(list, query['nextToken'] === '' ? undefined : query['nextToken']);
    const size = Number(limit);
    const reached = instancesReachedBy(db, { accountId, userId: caller.userId }, { after, limit: size + 1 });
    const { rows, lastPosition } = cutPage(reached, size);
    return {
      instances: rows.map((row) => instanceOf(account, row)),
      nextToken: lastPosition === undefined ? null : pageToken(list, lastPosition),
    };
  },
} satisfies Partial<Operations>;

/** What isn't stored is invented, and the same each time. */
function instanceOf(
  account: AccountRow,
  { instanceId, name, types, status }: InstanceRow,
): components['schemas']['AmcInstance'] {
  const digest = createHash('sha256').update(instanceId).digest();
  const digits = (offset: number): string => String(digest.readUIntBE(offset, 6) % 1e12).padStart(12, '0');
  return {
    instanceId,
    instanceName: name,
    customerCanonicalName: account.name,
    creationStatus: status,
    creationDatetime: '2025-02-03T09:00:00Z',
    entities: [account.accountId],
    apiEndpoint: `https://${instanceId}.sandbox.invalid`,
    awsAccountId: digits(8),
    dataUploadAwsAccountId: digits(16),
    s3BucketName: `amc-${instanceId}`,
    s3BucketRegion: 'us-east-1',
    advertiserTypes: [...types],
  };
}

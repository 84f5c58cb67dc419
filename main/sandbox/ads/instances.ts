import { createHash } from 'node:crypto';
import type { components } from '../../../shared/amazonAds/schema';
import { findAccount, type AccountRow } from '../state/accounts';
import { hasAccess } from '../state/members';
import { ApiFault, type Operations } from './operation';
import { positionAfter } from './pageToken';

export const instanceOperations = {
  /** Every account has one instance. Any member may see it. */
  listInstances: ({ db, caller, headers, query }) => {
    const accountId = String(headers['amazon-advertising-api-advertiserid']);
    const account = findAccount(db, accountId);
    if (account === undefined || !hasAccess(db, accountId, caller.userId)) {
      throw new ApiFault(403, 'The caller has no access to this account');
    }
    if (headers['amazon-advertising-api-marketplaceid'] !== account.marketplaceId) {
      throw new ApiFault(400, 'Amazon-Advertising-API-MarketplaceId is not the marketplace of this account');
    }
    if (!/^([1-9]\d?|100)$/.test(query['limit'] ?? '100')) {
      throw new ApiFault(400, 'limit must be a whole number from 1 to 100');
    }
    // One page has them all, so no token is valid.
    positionAfter(`instances of ${accountId}`, query['nextToken']);
    return { instances: [instanceOf(account)], nextToken: null };
  },
} satisfies Partial<Operations>;

/** Invented, and the same each time. */
function instanceOf({ accountId, name }: AccountRow): components['schemas']['AmcInstance'] {
  const digest = createHash('sha256').update(accountId).digest();
  const instanceId = `amc${digest.toString('hex').slice(0, 8)}`;
  const digits = (offset: number): string => String(digest.readUIntBE(offset, 6) % 1e12).padStart(12, '0');
  return {
    instanceId,
    instanceName: name,
    customerCanonicalName: name,
    creationStatus: 'COMPLETED',
    creationDatetime: '2025-02-03T09:00:00Z',
    entities: [accountId],
    apiEndpoint: `https://${instanceId}.sandbox.invalid`,
    awsAccountId: digits(8),
    dataUploadAwsAccountId: digits(16),
    s3BucketName: `amc-${instanceId}`,
    s3BucketRegion: 'us-east-1',
    advertiserTypes: ['SPONSORED_ADS'],
  };
}

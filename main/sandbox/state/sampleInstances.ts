import { createHash } from 'node:crypto';
import type { InstanceStatus, InstanceType } from './instances';
import { priya } from './samplePeople';

export interface SampleInstance {
  readonly accountId: string;
  readonly instanceId: string;
  readonly name: string;
  readonly types: readonly InstanceType[];
  readonly status: InstanceStatus;
}

export interface SampleInstanceMember {
  readonly instanceId: string;
  readonly userId: string;
}

interface AccountPlace {
  readonly accountId: string;
  /** Its place among the accounts, from 0. */
  readonly index: number;
  /** Whether its instances have only sponsored ads, as those from instant access have. */
  readonly isSponsoredAds: boolean;
}

/** The one to three instances of an account; the first is `Main`. The same for the same account. */
export function planInstances({ accountId, index, isSponsoredAds }: AccountPlace): SampleInstance[] {
  const further = Array.from({ length: [1, 2, 0][index % 3] ?? 0 }, (_, place) => furtherName(index + place));
  return ['Main', ...further].map((name, place) => ({
    accountId,
    instanceId: `amc${createHash('sha256').update(`${accountId}/${place}`).digest('hex').slice(0, 10)}`,
    name,
    types: isSponsoredAds ? ['SPONSORED_ADS'] : (kinds[(index + place) % kinds.length] ?? []),
    status: 'COMPLETED',
  }));
}

/** Neighboring indexes have different names. */
const furtherName = (index: number): string => furtherNames[index % furtherNames.length] ?? '';

const furtherNames = ['Sandbox', 'Media mix', 'Reach and frequency', 'Retail insights', 'Audience lab'];

const kinds: readonly (readonly InstanceType[])[] = [['DISPLAY'], ['SAS'], ['DISPLAY', 'SPONSORED_ADS']];

/**
 * Three out of four viewers are members of the first instance of their accounts. Priya is a member of the very first
 * instance only.
 * @param instances in the order of the accounts, the first of each first
 * @param viewers their accounts and Login with Amazon IDs
 */
export function planInstanceMembers(
  instances: readonly SampleInstance[],
  viewers: readonly { readonly accountId: string; readonly userId: string }[],
): SampleInstanceMember[] {
  const firstOf = new Map<string, string>();
  for (const { accountId, instanceId } of instances) {
    if (!firstOf.has(accountId)) firstOf.set(accountId, instanceId);
  }
  const others = viewers.filter(({ userId }) => userId !== priya.userId);
  const members = others.filter((_, index) => index % 4 !== 3);
  const priyas = viewers.filter(
    ({ userId, accountId }) => userId === priya.userId && accountId === instances[0]?.accountId,
  );
  return [...priyas, ...members].flatMap(({ accountId, userId }) => {
    const instanceId = firstOf.get(accountId);
    return instanceId === undefined ? [] : [{ instanceId, userId }];
  });
}

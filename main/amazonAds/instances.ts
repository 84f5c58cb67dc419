import { z } from 'zod';
import { withoutUndefined } from '../../shared/util/withoutUndefined';
import { AdsError } from './adsError';
import { entriesOf, list, nextToken, text, trimmedId, type Entries } from './answers';
import type { AdsAnswer, AdsClient } from './client/client';
import { parsed, readAllPages } from './client/pages';

/**
 * An AMC instance as Amazon returns it. Nothing else of the answer is taken: it also names AWS accounts, buckets and endpoints.
 */
export interface AdsInstance {
  readonly instanceId: string;
  readonly name: string | undefined;
  /** As Amazon writes them: DISPLAY, SAS, SPONSORED_ADS; with only the last, the instance comes from instant access. */
  readonly types: readonly string[];
  /** As Amazon writes it, for example COMPLETED. */
  readonly status: string | undefined;
}

/** The AMC account whose instances are read. */
interface AccountOfInstances {
  readonly accountId: string;
  readonly marketplaceId: string;
}

/**
 * The instances of one account that the signed-in person can reach, all pages (GET /amc/instances, amazon-api §9): all of them for
 * an admin, for a viewer those to which an admin added her. If Amazon rejects the first page without `nextToken`, it is requested
 * once more with an empty one.
 * @throws AdsError when any page can't be read; FORBIDDEN means that this sign-in has no access to the account
 */
export const readInstances = (
  client: AdsClient,
  account: AccountOfInstances,
): Promise<Entries<AdsInstance>> =>
  readAllPages(instanceKey, async (token) => {
    const answer =
      token === undefined ? await firstPage(client, account) : await page(client, account, token);
    const { instances, nextToken: following } = parsed(instancesPage, answer);
    return { ...entriesOf(instance, instances), nextToken: following };
  });

async function firstPage(client: AdsClient, account: AccountOfInstances): Promise<AdsAnswer> {
  try {
    return await page(client, account, undefined);
  } catch (thrown) {
    if (!(thrown instanceof AdsError) || thrown.httpStatus !== 400) throw thrown;
    return page(client, account, '');
  }
}

const page = (
  client: AdsClient,
  { accountId, marketplaceId }: AccountOfInstances,
  token: string | undefined,
): Promise<AdsAnswer> =>
  client.read({
    method: 'GET',
    path: '/amc/instances',
    mediaType: 'application/vnd.amcinstances.v1+json',
    advertiser: { accountId, marketplaceId },
    ...withoutUndefined({ query: token === undefined ? undefined : { nextToken: token } }),
  });

const instanceKey = ({ instanceId }: AdsInstance): string => instanceId;

const instancesPage = z.looseObject({ instances: list, nextToken });

/** A list of texts that may be missing; what isn't text is left out. */
const texts = z
  .array(z.unknown())
  .catch([])
  .transform((values) => values.filter((value) => typeof value === 'string'));

const instance = z
  .looseObject({ instanceId: trimmedId, instanceName: text, advertiserTypes: texts, creationStatus: text })
  .transform((answered): AdsInstance => ({
    instanceId: answered.instanceId,
    name: answered.instanceName,
    types: answered.advertiserTypes,
    status: answered.creationStatus,
  }));

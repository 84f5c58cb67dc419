import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { createAds, type Ads, type Schemas } from './support/ads';
import { signIn } from './support/signIn';

let sandbox: RunningSandbox;
let dana: Ads;
let accounts: Schemas['AmcAccount'][];
const as = async (identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);
beforeAll(async () => {
  sandbox = await startSandbox();
  dana = await as('dana');
  accounts = (await dana.accounts()).body.amcAccounts ?? [];
});
afterAll(() => sandbox.stop());

const ask = (ads: Ads, { accountId = '', marketplaceId = '' }: Schemas['AmcAccount'] = {}, query = '') =>
  ads.instances(accountId, marketplaceId, query);

describe('the instance of an account', () => {
  it('is the account’s own single one, and the same each time', async () => {
    const [first, second] = accounts;
    const { status, body } = await ask(dana, first);
    expect(status).toBe(200);
    expect(body.instances).toHaveLength(1);
    expect(body.instances?.[0]).toMatchObject({
      instanceName: first?.accountName,
      entities: [first?.accountId],
      creationStatus: 'COMPLETED',
    });
    expect(body.nextToken).toBeNull();
    expect((await ask(dana, first, '?limit=1')).body).toEqual(body);
    expect((await ask(dana, second)).body.instances?.[0]?.instanceId).not.toBe(
      body.instances?.[0]?.instanceId,
    );
  });

  it('is visible to a viewer, but not to other users', async () => {
    const [first] = accounts;
    expect((await ask(await as('priya'), first)).status).toBe(200);
    expect((await ask(await as('alex'), first)).status).toBe(403);
    expect((await ask(dana, { ...first, accountId: 'ENTITYNOSUCHACCOUNT' })).status).toBe(403);
  });

  it('is rejected for another marketplace, without the headers, and for a nonexistent page', async () => {
    const [first] = accounts;
    expect((await ask(dana, { ...first, marketplaceId: 'A1PA6795UKMFR9' })).status).toBe(400);
    for (const name of ['AdvertiserId', 'MarketplaceId']) {
      const headers = { [`Amazon-Advertising-API-${name}`]: null };
      const { accountId = '', marketplaceId = '' } = first ?? {};
      expect((await dana.instances(accountId, marketplaceId, '', { headers })).status).toBe(400);
    }
    for (const query of ['?nextToken=made-up', '?limit=0', '?limit=101', '?limit=many']) {
      expect((await ask(dana, first, query)).status).toBe(400);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideTerms } from '../../support/amazon/decideTerms';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { createAds, type Ads, type Schemas } from './support/ads';
import { signIn } from './support/signIn';

type Account = Schemas['AmcAccount'];

let sandbox: RunningSandbox;
let dana: Ads;
let accounts: Account[];
const as = async (identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);
beforeAll(async () => {
  sandbox = await startSandbox({ members: 8, instantAccessAccounts: 2 });
  dana = await as('dana');
  accounts = (await dana.accounts()).body.amcAccounts ?? [];
});
afterAll(() => sandbox.stop());

const ask = (ads: Ads, { accountId = '', marketplaceId = '' }: Account = {}, query = '') =>
  ads.instances(accountId, marketplaceId, query);
const names = async (ads: Ads, account: Account | undefined): Promise<(string | undefined)[]> =>
  ((await ask(ads, account)).body.instances ?? []).map(({ instanceName }) => instanceName);
const called = (name: string): Account | undefined =>
  accounts.find(({ accountName }) => accountName === name);

describe('the instances of an account', () => {
  it('are one to three, with distinct names and IDs, and the same each time', async () => {
    const lists = await Promise.all(
      accounts.map(async (account) => (await ask(dana, account)).body.instances ?? []),
    );
    const ids = lists.flat().map(({ instanceId }) => instanceId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^amc[0-9a-f]{10}$/);

    // In two of the fourteen Dana is only a viewer.
    const whole = sandbox.query(
      'SELECT account_id, count(*) AS count, count(DISTINCT name) AS names FROM instances GROUP BY account_id',
    );
    expect(whole).toHaveLength(16);
    expect([...new Set(whole.map(({ count }) => count))].sort()).toEqual([1, 2, 3]);
    for (const { count, names: distinct } of whole) expect(distinct).toBe(count);

    const [first] = accounts;
    const { status, body } = await ask(dana, first);
    expect(status).toBe(200);
    expect(body.instances?.[0]).toMatchObject({
      instanceName: 'Main',
      customerCanonicalName: 'Brightside Foods',
      entities: [first?.accountId],
      creationStatus: 'COMPLETED',
    });
    expect((await ask(dana, first)).body).toEqual(body);
  });

  it('have only sponsored ads in accounts from instant access, and where Dana is only a viewer', async () => {
    const onlySponsored = sandbox.query(
      `SELECT DISTINCT accounts.name FROM accounts JOIN instances USING (account_id)
       WHERE types = '["SPONSORED_ADS"]' ORDER BY accounts.position`,
    );
    expect(onlySponsored.map(({ name }) => name)).toEqual([
      'Kieselstein Kosmetik',
      'Maple Row Toys',
      accounts[14]?.accountName,
      accounts[15]?.accountName,
    ]);
    const others = sandbox.query(
      `SELECT DISTINCT types FROM instances WHERE types <> '["SPONSORED_ADS"]' ORDER BY types`,
    );
    expect(others.map(({ types }) => types)).toEqual([
      '["DISPLAY","SPONSORED_ADS"]',
      '["DISPLAY"]',
      '["SAS"]',
    ]);
    expect((await ask(dana, accounts[14])).body.instances?.[0]?.advertiserTypes).toEqual(['SPONSORED_ADS']);
  });

  it('come in pages, each once, to the end, also with an empty first token', async () => {
    const alpenquell = called('Alpenquell Getränke');
    const found: (string | undefined)[] = [];
    let token: string | null | undefined = '';
    let pages = 0;
    do {
      const { status, body } = await ask(dana, alpenquell, `?limit=2&nextToken=${encodeURIComponent(token)}`);
      expect(status).toBe(200);
      found.push(...(body.instances ?? []).map(({ instanceName }) => instanceName));
      token = body.nextToken;
      pages += 1;
    } while (typeof token === 'string');
    expect(token).toBeNull();
    expect(pages).toBe(2);
    expect(found).toEqual(['Main', 'Media mix', 'Reach and frequency']);
  });

  it('have page tokens that are valid only for this account and this person', async () => {
    const token = async (account: Account | undefined): Promise<string> =>
      encodeURIComponent((await ask(dana, account, '?limit=1')).body.nextToken ?? '');
    const [first, second] = accounts;
    const firsts = await token(first);
    expect(firsts).not.toBe('');
    expect((await ask(dana, first, `?nextToken=${firsts}`)).status).toBe(200);
    expect((await ask(dana, second, `?nextToken=${firsts}`)).status).toBe(400);
    expect((await ask(await as('leo'), first, `?nextToken=${firsts}`)).status).toBe(400);
  });

  it('are rejected for another marketplace, without the headers, and for a nonexistent page', async () => {
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

  it('can fail as any operation can', async () => {
    const [first, second] = accounts;
    await sandbox.misbehave({
      operation: 'listInstances',
      accountId: first?.accountId ?? '',
      faults: [
        { kind: 'throttle', retryAfterSeconds: 3 },
        { kind: 'status', status: 422, when: 'before' },
      ],
    });
    expect((await ask(dana, second)).status).toBe(200);
    const throttled = await ask(dana, first);
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await ask(dana, first)).status).toBe(422);
    expect(await sandbox.behave()).toBe(0);
    expect((await ask(dana, first)).status).toBe(200);
  });
});

describe('who reaches an instance', () => {
  it('is every admin of the account, and of its viewers the members of the instance', async () => {
    const brightside = called('Brightside Foods');
    expect(await names(dana, brightside)).toEqual(['Main', 'Sandbox']);
    expect(await names(await as('leo'), brightside)).toEqual(['Main', 'Sandbox']);
    expect(await names(await as('priya'), brightside)).toEqual(['Main']);
    expect(await names(dana, called('Maple Row Toys'))).toEqual(['Main']);
  });

  it('is Priya for one of two in one account, and for none in her eight others', async () => {
    const priya = await as('priya');
    const hers = (await priya.accounts()).body.amcAccounts ?? [];
    const lists = await Promise.all(hers.map((account) => names(priya, account)));
    expect(hers).toHaveLength(9);
    expect(lists).toEqual([['Main'], [], [], [], [], [], [], [], []]);
  });

  it('is over half of the further viewers for the first instance, and none for another', () => {
    const counts = sandbox.query(
      `SELECT instances.name = 'Main' AS isFirst,
         (SELECT count(*) FROM members WHERE members.account_id = instances.account_id AND role = 'viewer') AS viewers,
         (SELECT count(*) FROM instance_members WHERE instance_members.instance_id = instances.instance_id) AS members
       FROM instances JOIN accounts USING (account_id) WHERE from_instant_access = 0`,
    );
    for (const { isFirst, viewers, members } of counts) {
      if (isFirst === 0) expect(members).toBe(0);
      else expect(Number(members)).toBeGreaterThan(Number(viewers) / 2);
      expect(Number(members)).toBeLessThan(Number(viewers));
    }
  });

  it('is nobody without access to the account: they get 403, whatever the account', async () => {
    const [first] = accounts;
    const refused = [
      await ask(await as('alex'), first),
      await ask(await as('sam'), first),
      await ask(dana, { ...first, accountId: 'ENTITYNOSUCHACCOUNT' }),
    ];
    for (const { status, body } of refused) {
      expect(status).toBe(403);
      expect(body).not.toHaveProperty('instances');
    }
  });
});

describe('a change of who reaches instances', () => {
  const identity = 'alex';
  let alex: Ads;
  let brightside: Account | undefined;
  const accountId = (): string => brightside?.accountId ?? '';
  const memberships = (): unknown[] =>
    sandbox.query(
      'SELECT instance_id FROM instance_members JOIN people USING (user_id) WHERE identity = ?',
      identity,
    );
  beforeEach(async () => {
    brightside = called('Brightside Foods');
    alex = await as(identity);
    await sandbox.setMember({ accountId: accountId(), identity, access: 'none' });
    await sandbox.setMember({ accountId: accountId(), identity, access: 'noManager' });
  });

  it('is that a new viewer reaches none, and a new admin all, without being a member of any', async () => {
    await sandbox.setMember({ accountId: accountId(), identity, access: 'viewer' });
    expect(await names(alex, brightside)).toEqual([]);
    await sandbox.setMember({ accountId: accountId(), identity, access: 'admin' });
    expect(await names(alex, brightside)).toEqual(['Main', 'Sandbox']);
    expect(memberships()).toEqual([]);
    await sandbox.setMember({ accountId: accountId(), identity, access: 'viewer' });
    expect(await names(alex, brightside)).toEqual([]);
  });

  it('is not that an invitation is redeemed: Sam reaches none', async () => {
    const sam = await as('sam');
    const id = sandbox.query(
      'SELECT invitation_id FROM invitations WHERE account_id = ? AND user_name = ?',
      accountId(),
      'Sam Okafor',
    )[0]?.['invitation_id'];
    expect((await ask(sam, brightside)).status).toBe(403);
    await decideTerms((await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body.termsUrl, 'accept');
    expect((await sam.redeem(String(id))).status).toBe(200);
    const { status, body } = await ask(sam, brightside);
    expect([status, body]).toEqual([200, { instances: [], nextToken: null }]);
  });

  it('is that people of the manager account reach none until they are added', async () => {
    await sandbox.setMember({ accountId: accountId(), identity, access: 'manager' });
    expect((await ask(alex, brightside)).status).toBe(200);
    expect(await names(alex, brightside)).toEqual([]);
  });

  it('is that a removal from the account ends the memberships there, but not those elsewhere', async () => {
    const priyas = (): unknown[] =>
      sandbox.query(
        "SELECT instance_id FROM instance_members JOIN people USING (user_id) WHERE identity = 'priya'",
      );
    expect(priyas()).toHaveLength(1);
    await sandbox.setMember({
      accountId: called('Copper Kettle Coffee')?.accountId ?? '',
      identity: 'priya',
      access: 'none',
    });
    expect(priyas()).toHaveLength(1);
    await sandbox.setMember({ accountId: accountId(), identity: 'priya', access: 'none' });
    expect(priyas()).toEqual([]);
    const priya = await as('priya');
    expect((await ask(priya, brightside)).status).toBe(403);
    await sandbox.setMember({ accountId: accountId(), identity: 'priya', access: 'viewer' });
    expect(await names(priya, brightside)).toEqual([]);
  });
});

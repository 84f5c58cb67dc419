import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, createAds } from './support/ads';
import { signIn } from './support/signIn';

let sandbox: RunningSandbox;
const as = async (identity: string, at = sandbox) =>
  createAds(at.origin, (await signIn(at.origin, identity)).accessToken);

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe('the accounts of a person', () => {
  it('are fourteen for Dana, over two marketplaces, each with its own name and ID', async () => {
    const { status, body } = await (await as('dana')).accounts();
    expect(status).toBe(200);
    const accounts = body.amcAccounts ?? [];
    expect(accounts).toHaveLength(14);
    expect(new Set(accounts.map(({ accountId }) => accountId))).toHaveProperty('size', 14);
    expect(new Set(accounts.map(({ accountName }) => accountName))).toHaveProperty('size', 14);
    for (const { accountId } of accounts) expect(accountId).toMatch(/^ENTITY[A-Z0-9]{13,16}$/);
    const marketplaces = new Set(accounts.map(({ marketplaceId }) => marketplaceId));
    expect([...marketplaces].sort()).toEqual(['A1PA6795UKMFR9', 'ATVPDKIKX0DER']);
    expect(body.nextToken).toBeNull();
  });

  it('all accept her invitations, except two', async () => {
    const ads = await as('dana');
    const answers = await Promise.all((await accountIds(ads)).map((accountId) => ads.list(accountId)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(12);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(2);
  });

  it('are nine for Priya, all among Dana’s, none of which she can invite to', async () => {
    const ads = await as('priya');
    const ids = await accountIds(ads);
    expect(ids).toHaveLength(9);
    expect(await accountIds(await as('dana'))).toEqual(expect.arrayContaining(ids));
    for (const accountId of ids) expect((await ads.list(accountId)).status).toBe(403);
  });

  it('are none for Sam', async () => {
    expect((await (await as('sam')).accounts()).body).toEqual({ amcAccounts: [], nextToken: null });
  });
});

describe('more accounts than fit on a page', () => {
  it('come in pages of a hundred, each account once, to the end', async () => {
    const large = await startSandbox({ accounts: 130, invitations: 0 });
    try {
      const ads = await as('dana', large);
      const first = await ads.accounts();
      expect(first.body.amcAccounts).toHaveLength(100);
      const second = await ads.accounts(first.body.nextToken ?? '');
      expect(second.body.amcAccounts).toHaveLength(30);
      expect(second.body.nextToken).toBeNull();
      const all = [...(first.body.amcAccounts ?? []), ...(second.body.amcAccounts ?? [])];
      expect(new Set(all.map(({ accountId }) => accountId))).toHaveProperty('size', 130);
      expect(new Set(all.map(({ accountName }) => accountName))).toHaveProperty('size', 130);

      const priya = await as('priya', large);
      expect((await priya.accounts(first.body.nextToken ?? '')).status).toBe(400);
    } finally {
      await large.stop();
    }
  });

  it('are rejected with a token that the sandbox did not create', async () => {
    const { status, body } = await (await as('dana')).accounts('made up');
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('amcAccounts');
  });
});

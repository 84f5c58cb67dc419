import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAccounts, type AdsAccount } from '../../../main/amazonAds/accounts';
import { createAdsClient, type AdsClient } from '../../../main/amazonAds/client/client';
import { readInstances } from '../../../main/amazonAds/instances';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { signIn } from '../sandbox/support/signIn';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function clientOf(identity: string): Promise<AdsClient> {
  const { accessToken } = await signIn(sandbox.origin, identity);
  return createAdsClient(
    {
      apiUrl: sandbox.endpoints.apiUrl,
      clientId: sandboxClient.clientId,
      getToken: () => Promise.resolve(accessToken),
    },
    { pause: () => Promise.resolve() },
  );
}
async function firstAccount(client: AdsClient): Promise<{ accountId: string; marketplaceId: string }> {
  const { accountId = '', marketplaceId = '' }: Partial<AdsAccount> =
    (await readAccounts(client)).entries[0] ?? {};
  return { accountId, marketplaceId };
}

it('each person reads the instances she reaches, and none of Amazon’s account, bucket and endpoint names', async () => {
  const dana = await clientOf('dana');
  const account = await firstAccount(dana);
  const all = await readInstances(dana, account);
  expect(all).toStrictEqual({
    entries: [
      {
        instanceId: expect.stringMatching(/^amc/) as string,
        name: 'Main',
        types: ['DISPLAY'],
        status: 'COMPLETED',
      },
      {
        instanceId: expect.stringMatching(/^amc/) as string,
        name: 'Sandbox',
        types: ['SAS'],
        status: 'COMPLETED',
      },
    ],
    unreadable: 0,
  });
  expect(await readInstances(await clientOf('priya'), account)).toEqual({
    entries: all.entries.slice(0, 1),
    unreadable: 0,
  });
});

it('a 400 to the first page is followed by one with an empty token, and a 403 is final', async () => {
  const dana = await clientOf('dana');
  const account = await firstAccount(dana);
  await sandbox.misbehave({
    operation: 'listInstances',
    faults: [{ kind: 'status', status: 400, when: 'before' }],
  });
  expect((await readInstances(dana, account)).entries).toHaveLength(2);
  expect(await sandbox.behave()).toBe(0);
  await expect(readInstances(await clientOf('alex'), account)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    outcome: 'refused',
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideTerms } from '../../support/amazon/decideTerms';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, allPending, createAds, person, type Ads } from './support/ads';
import { signIn } from './support/signIn';

const samsAddress = 'sam.okafor@brightside-foods.example';

let sandbox: RunningSandbox;
let dana: Ads;
let sam: Ads;
/** An admin account of Dana's that starts without invitations, and another one. */
let account: string;
let another: string;
const as = async (identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  dana = await as('dana');
  sam = await as('sam');
  const ids = await accountIds(dana);
  account = ids[13] ?? '';
  another = ids[11] ?? '';
});

async function invite(address: string, role = 'viewer', to = account): Promise<string> {
  const { body } = await dana.create(to, { userInvitationRequests: [person(address, role)] });
  return body.successes?.[0]?.invitationId ?? '';
}
async function termsUrlOf(ads: Ads): Promise<string> {
  return (await ads.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body.termsUrl;
}
const members = (): unknown[] =>
  sandbox.query('SELECT user_id FROM members WHERE account_id = ?', account).map((row) => row['user_id']);

describe('an invitation', () => {
  it('can be redeemed by the person invited once the terms are accepted, and not before', async () => {
    const id = await invite(samsAddress, 'admin');
    expect((await sam.get(id)).body.termsTypes).toEqual(['MARKETING_CLOUD']);
    const early = await sam.redeem(id);
    expect([early.status, early.body?.message]).toEqual([
      403,
      'Terms and conditions must be accepted to continue',
    ]);
    expect(await accountIds(sam)).toEqual([]);

    const { termsToken, termsUrl } = (await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body;
    await decideTerms(termsUrl, 'accept');
    const redeemed = await sam.redeem(id);
    expect([redeemed.status, redeemed.body]).toEqual([200, undefined]);
    expect(await accountIds(sam)).toEqual([account]);
    expect((await sam.termsToken(termsToken)).body.termsTokenStatus).toBe('REDEEMED');

    expect((await allPending(dana, account)).map(({ invitationId }) => invitationId)).not.toContain(id);
    expect((await dana.get(id)).body).toMatchObject({ invitation: { state: 'REDEEMED' }, termsTypes: [] });
    expect((await sam.list(account)).status).toBe(200);

    const twice = await sam.redeem(id);
    expect(twice.status).toBe(400);
    const revoked = await dana.update(account, { updates: [{ invitationId: id, state: 'REVOKED' }] });
    expect(revoked.body.errors?.[0]?.errorCode).toBe('NOT_PENDING');
    const again = await dana.create(account, { userInvitationRequests: [person(samsAddress)] });
    expect(again.body.errors?.[0]?.errorCode).toBe('ALREADY_MEMBER');
  });

  it('needs no new terms for the next account', async () => {
    const [first = ''] = await accountIds(dana);
    const next = (await allPending(dana, first)).find(({ user }) => user?.emailAddress === samsAddress);
    expect((await sam.redeem(next?.invitationId ?? '')).status).toBe(200);
    expect(await accountIds(sam)).toContain(first);
  });

  it('can’t be redeemed by another person, whatever they accepted', async () => {
    const id = await invite('someone.else@brightside-foods.example');
    const alex = await as('alex');
    await decideTerms(await termsUrlOf(alex), 'accept');
    for (const stranger of [alex, dana]) expect((await stranger.redeem(id)).status).toBe(403);
    expect(await accountIds(alex)).toEqual([]);
    expect((await allPending(dana, account)).map(({ invitationId }) => invitationId)).toContain(id);
  });

  it('cannot be redeemed if it is revoked, has expired or never existed', async () => {
    const before = members();
    const alex = await as('alex');
    const revoked = await invite('alex.moreau@post.example');
    await dana.update(account, { updates: [{ invitationId: revoked, state: 'REVOKED' }] });
    expect((await alex.redeem(revoked)).status).toBe(403);

    const lapsed = await invite('ALEX.MOREAU@post.example');
    await sandbox.moveClock(15 * 86_400_000);
    expect((await (await as('alex')).redeem(lapsed)).status).toBe(403);
    await sandbox.moveClock(-15 * 86_400_000);

    expect((await (await as('alex')).redeem('inv-000000000000000000000000')).status).toBe(404);
    expect(members()).toEqual(before);
  });

  it('is redeemed even though the answer, which has no body, is cut off', async () => {
    const id = await invite('alex.moreau@post.example', 'viewer', another);
    const alex = await as('alex');
    await decideTerms(await termsUrlOf(alex), 'accept');
    await sandbox.misbehave({ operation: 'RedeemUserInvitation', faults: [{ kind: 'truncate' }] });
    await expect(alex.redeem(id)).rejects.toThrow('terminated');
    expect(await accountIds(alex)).toEqual([another]);
  });
});

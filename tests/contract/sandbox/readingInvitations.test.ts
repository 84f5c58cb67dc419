import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, allPending, createAds, person, type Ads } from './support/ads';
import { signIn } from './support/signIn';

const twoWeeks = 14 * 86_400;

let sandbox: RunningSandbox;
let dana: Ads;
let sam: Ads;
let big: string;
/** An admin account of Dana's that starts without invitations. */
let quiet: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  dana = createAds(sandbox.origin, (await signIn(sandbox.origin, 'dana')).accessToken);
  sam = createAds(sandbox.origin, (await signIn(sandbox.origin, 'sam')).accessToken);
  const ids = await accountIds(dana);
  big = ids[0] ?? '';
  quiet = ids[13] ?? '';
});
afterAll(() => sandbox.stop());

let serial = 0;
let someone: string;
beforeEach(() => {
  serial += 1;
  someone = `someone${serial}@silbertal-sport.example`;
});

async function invite(address: string): Promise<string> {
  const { body } = await dana.create(quiet, { userInvitationRequests: [person(address)] });
  return body.successes?.[0]?.invitationId ?? '';
}

describe('the list', () => {
  it('shows who is invited, to what, by whom and until when', async () => {
    const [invitation] = await allPending(dana, big);
    expect(invitation).toEqual({
      invitationId: expect.stringMatching(/^inv-\S+$/) as string,
      state: 'PENDING',
      user: {
        emailAddress: expect.stringMatching(/^\S+@\S+\.example$/) as string,
        userName: expect.stringMatching(/\S/) as string,
      },
      permissionSet: { type: 'ROLE', role: { name: expect.stringMatching(/^(admin|viewer)$/) as string } },
      targetId: big,
      createdBy: expect.stringMatching(/@/) as string,
      createdAt: expect.any(Number) as number,
      expiration: expect.any(Number) as number,
    });
    expect((invitation?.expiration ?? 0) - (invitation?.createdAt ?? 0)).toBeCloseTo(twoWeeks, 3);
    // Seconds, not milliseconds.
    expect(invitation?.expiration).toBeLessThan(Date.now() / 1000 + twoWeeks + 1);
  });

  it('comes in pages of fifty unless requested otherwise, with no token at the end', async () => {
    const first = await dana.list(big);
    expect(first.body.invitations).toHaveLength(50);
    const last = await dana.list(big, { nextToken: first.body.nextToken ?? '' });
    expect(last.body.invitations?.length).toBeGreaterThan(0);
    expect(last.body).not.toHaveProperty('nextToken');

    const small = await dana.list(big, { maxResults: 7 });
    expect(small.body.invitations).toEqual(first.body.invitations?.slice(0, 7));
    expect(small.body.nextToken).toBeTypeOf('string');
  });

  it('neither repeats nor skips anyone when invitations are added and removed between two pages', async () => {
    const addresses = Array.from({ length: 6 }, (_, index) => `page${index}@silbertal-sport.example`);
    await dana.create(quiet, { userInvitationRequests: addresses.map((address) => person(address)) });
    const first = await dana.list(quiet, { maxResults: 3 });
    const gone = first.body.invitations?.[0]?.invitationId ?? '';
    await dana.update(quiet, { updates: [{ invitationId: gone, state: 'REVOKED' }] });
    await invite(someone);

    const rest = await dana.list(quiet, { maxResults: 50, nextToken: first.body.nextToken ?? '' });
    const seen = [...(first.body.invitations ?? []), ...(rest.body.invitations ?? [])].map(
      ({ user }) => user?.emailAddress ?? '',
    );
    expect(seen).toEqual(expect.arrayContaining([...addresses, someone]));
    expect(new Set(seen)).toHaveProperty('size', seen.length);
  });

  it('is rejected with a token of another account or one the sandbox did not create', async () => {
    const { body } = await dana.list(big);
    expect((await dana.list(quiet, { nextToken: body.nextToken ?? '' })).status).toBe(400);
    expect((await dana.list(big, { nextToken: 'made up' })).status).toBe(400);
  });
});

describe('one invitation by its ID', () => {
  const samsIds = (): string[] =>
    sandbox
      .query("SELECT invitation_id FROM invitations WHERE email LIKE 'sam.okafor@%'")
      .map((row) => String(row['invitation_id']));

  it('can be read by the person invited, with the terms to accept', async () => {
    const [id = ''] = samsIds();
    const { status, body } = await sam.get(id);
    expect(status).toBe(200);
    expect(body.termsTypes).toEqual(['MARKETING_CLOUD']);
    expect(body.invitation).toMatchObject({ invitationId: id, user: { userName: 'Sam Okafor' } });
  });

  it('can be read by an admin of the account', async () => {
    const [id = ''] = samsIds();
    expect((await dana.get(id)).status).toBe(200);
  });

  it('does not exist for anybody else', async () => {
    const priya = createAds(sandbox.origin, (await signIn(sandbox.origin, 'priya')).accessToken);
    const [id = ''] = samsIds();
    const others = await invite(someone);
    const answers = [await priya.get(id), await sam.get(others), await dana.get('inv-unknown')];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual({ message: 'There is no such invitation' });
    }
  });

  it('is found by its percent-encoded ID only as a whole', async () => {
    expect((await dana.get('inv/../list')).status).toBe(404);
  });

  it('shows that it was revoked', async () => {
    const id = await invite(someone);
    await dana.update(quiet, { updates: [{ invitationId: id, state: 'REVOKED' }] });
    expect((await dana.get(id)).body.invitation?.state).toBe('REVOKED');
  });
});

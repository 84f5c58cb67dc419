import { afterEach, describe, expect, it } from 'vitest';
import { planSample, type Sample } from '../../../main/sandbox/state/sample';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, createAds } from './support/ads';
import { signIn } from './support/signIn';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 24);
const standard = { seed: 1, accounts: 14, invitations: 70 };

describe('the sample data', () => {
  const { invitations } = planSample(standard, now);
  const expiringWithin = (hours: number): number =>
    invitations.filter(({ expiresAt }) => expiresAt <= now + hours * hour).length;

  it('has seventy invitations over nine accounts, one of them with more than a page', () => {
    expect(invitations).toHaveLength(70);
    const accountIds = [...new Set(invitations.map(({ accountId }) => accountId))];
    const sizes = accountIds.map((id) => invitations.filter(({ accountId }) => accountId === id).length);
    expect(sizes).toHaveLength(9);
    expect(Math.max(...sizes)).toBe(51);
  });

  it('has some that expire within hours, some within three days, and none that has expired', () => {
    expect(expiringWithin(0)).toBe(0);
    expect(expiringWithin(24)).toBeGreaterThanOrEqual(4);
    expect(expiringWithin(72)).toBeGreaterThan(expiringWithin(24));
    expect(expiringWithin(72)).toBeLessThan(35);
    for (const { createdAt } of invitations) expect(createdAt).toBeLessThanOrEqual(now);
  });

  it('has both roles, distinct addresses in an account, and at least one invitation for Sam', () => {
    expect(new Set(invitations.map(({ role }) => role))).toEqual(new Set(['admin', 'viewer']));
    const places = invitations.map(({ accountId, email }) => `${accountId} ${email}`);
    expect(new Set(places)).toHaveProperty('size', places.length);
    expect(invitations.filter(({ userName }) => userName === 'Sam Okafor')).toHaveLength(2);
    for (const { email } of invitations) expect(email).toMatch(/^[a-z0-9.]+@[a-z0-9-]+\.example$/);
  });

  it('is the same for the same seed; only its dates follow the day it is created', () => {
    const withoutDates = (sample: Sample): unknown => ({
      ...sample,
      invitations: sample.invitations.map(({ createdAt, expiresAt, ...rest }) => [
        rest,
        expiresAt - createdAt,
      ]),
    });
    expect(planSample(standard, now)).toEqual(planSample(standard, now));
    expect(withoutDates(planSample(standard, now + 30 * 24 * hour))).toEqual(
      withoutDates(planSample(standard, now)),
    );
  });

  it('is different for another seed', () => {
    const ids = (seed: number): string[] =>
      planSample({ ...standard, seed }, now).accounts.map(({ accountId }) => accountId);
    expect(ids(1).filter((id) => ids(2).includes(id))).toEqual([]);
  });

  it.each([
    [1, 0],
    [1, 5],
    [2, 60],
    [3, 1],
  ])('can be as small as %d accounts with %d invitations', (accounts, wanted) => {
    const sample = planSample({ seed: 7, accounts, invitations: wanted }, now);
    expect(sample.accounts).toHaveLength(accounts);
    expect(sample.invitations).toHaveLength(wanted);
  });
});

describe('a large sandbox', () => {
  let sandbox: RunningSandbox | undefined;
  afterEach(() => sandbox?.stop());

  it('with 80 accounts and 50,000 invitations starts, and its longest list can be read to the end', async () => {
    sandbox = await startSandbox({ accounts: 80, invitations: 50_000 });
    expect(sandbox.query('SELECT count(*) AS count FROM invitations')).toEqual([{ count: 50_000 }]);

    const dana = createAds(sandbox.origin, (await signIn(sandbox.origin, 'dana')).accessToken);
    const [big = ''] = await accountIds(dana);
    let pages = 0;
    let nextToken: string | undefined;
    do {
      const { body } = await dana.list(big, nextToken === undefined ? {} : { nextToken });
      pages += 1;
      nextToken = body.nextToken;
    } while (nextToken !== undefined);
    expect(pages).toBe(100);
  });
});

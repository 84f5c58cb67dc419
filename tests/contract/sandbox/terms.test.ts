import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideTerms } from '../../support/amazon/decideTerms';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { createAds, type Ads } from './support/ads';
import { signIn } from './support/signIn';

let sandbox: RunningSandbox;
let sam: Ads;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sam = await as('sam');
});

const as = async (identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);
const create = async () => (await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body;
const statusOf = async (termsToken: string) => (await sam.termsToken(termsToken)).body.termsTokenStatus;

describe('a terms token', () => {
  it('is created with 201, and its page is on the sandbox', async () => {
    const { status, body } = await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' });
    expect(status).toBe(201);
    expect(body.termsToken).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.termsUrl).toBe(`${sandbox.origin}/terms/agreement/${body.termsToken}`);
    expect((await sam.termsToken(body.termsToken)).body).toEqual({
      termsTokenStatus: 'CREATED',
      termsType: 'MARKETING_CLOUD',
    });
  });

  it('is created without the client header too, which the document requires for every other operation', async () => {
    const headers = { 'Amazon-Advertising-API-ClientId': null };
    const { status, body } = await sam.createTermsToken({ termsType: 'ADVERTISING' }, { headers });
    expect(status).toBe(201);
    expect((await sam.termsToken(body.termsToken, { headers })).status).toBe(400);
  });

  it('is accepted by Accept on its page, not by opening it and not by Decline', async () => {
    const { termsToken, termsUrl } = await create();
    expect(await (await fetch(termsUrl)).text()).toContain('accepted for <b>Sam Okafor</b>');
    expect(await decideTerms(termsUrl, 'decline')).toContain('declined');
    expect(await statusOf(termsToken)).toBe('CREATED');
    expect(await decideTerms(termsUrl, 'accept')).toContain('The terms are accepted.');
    expect(await statusOf(termsToken)).toBe('ACCEPTED');
    await expect(decideTerms(termsUrl, 'decline')).rejects.toThrow('no button');
    expect(await statusOf(termsToken)).toBe('ACCEPTED');
  });

  it('is valid for 48 hours', async () => {
    const { termsToken, termsUrl } = await create();
    await sandbox.moveClock(48 * 3_600_000 - 60_000);
    expect((await fetch(termsUrl)).status).toBe(200);
    await sandbox.moveClock(60_000);
    const late = await fetch(termsUrl, { method: 'POST', body: new URLSearchParams({ decision: 'accept' }) });
    expect(late.status).toBe(404);
    expect((await (await as('sam')).termsToken(termsToken)).status).toBe(400);
    await sandbox.moveClock(-48 * 3_600_000);
    sam = await as('sam');
    expect(await statusOf(termsToken)).toBe('CREATED');
  });

  it('can’t be used by another user, and a made-up one can’t be used at all', async () => {
    const { termsToken } = await create();
    const dana = await as('dana');
    for (const { status, body } of [await dana.termsToken(termsToken), await sam.termsToken('made up')]) {
      expect(status).toBe(400);
      expect(body.errors?.[0]?.errorCode).toBe('TERMS_TOKEN_NOT_FOUND');
    }
  });

  it.each(['ADSP', 'ADVERTISING', 'PARTNER_NETWORK'] as const)(
    'is created for the terms %s',
    async (termsType) => {
      const { status, body } = await sam.createTermsToken({ termsType });
      expect(status).toBe(201);
      expect((await sam.termsToken(body.termsToken)).body.termsType).toBe(termsType);
    },
  );

  it('names an account only for the terms ADVERTISING', async () => {
    const { status } = await sam.createTermsToken({
      termsType: 'ADVERTISING',
      accountId: 'amzn1.ads-account.g.1',
    });
    expect(status).toBe(201);
  });

  it.each([
    undefined,
    {},
    { termsType: 'OTHER_TERMS' },
    { termsType: 'MARKETING_CLOUD', accountId: 'ENTITY1' },
  ])('is rejected with numbered errors for %j', async (body) => {
    const answer = await sam.createTermsToken(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body).not.toHaveProperty('termsToken');
  });
});

describe('the terms page', () => {
  it('says what it is, runs no script and sends its form to itself only', async () => {
    const response = await fetch((await create()).termsUrl);
    const html = await response.text();
    expect(html).toContain('<title>Sandbox terms</title>');
    expect(html).toContain('No real Amazon account is involved');
    expect(html).not.toMatch(/<script|<img|<link|https?:\/\//);
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self';");
  });

  it.each([
    ['a form without a decision', { method: 'POST', body: new URLSearchParams() }, 400],
    ['another method', { method: 'DELETE' }, 405],
  ])('rejects %s', async (_, request, status) => {
    const { termsToken, termsUrl } = await create();
    expect((await fetch(termsUrl, request)).status).toBe(status);
    expect(await statusOf(termsToken)).toBe('CREATED');
  });

  it('does not exist for a token that was never issued', async () => {
    expect((await fetch(`${sandbox.origin}/terms/agreement/made-up`)).status).toBe(404);
  });
});

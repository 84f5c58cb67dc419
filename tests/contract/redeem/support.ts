import { expect } from 'vitest';
import type { RedeemPreview, WaitingLink } from '../../../shared/domain/redeem/redeem';
import { redeemLink } from '../../../shared/domain/redeem/buildLink';
import { decideTerms } from '../../support/amazon/decideTerms';
import type { WiredApp } from '../../support/benches/wiredApp';
import { accountIds, createAds, person, type Ads } from '../sandbox/support/ads';
import { signIn } from '../sandbox/support/signIn';

export const samsAddress = 'sam.okafor@brightside-foods.example';
export const terms = 'MARKETING_CLOUD';

/** A person who uses Amazon with a different program. */
export const elsewhere = async ({ sandbox }: WiredApp, identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);

/** Dana invites a person to her last accounts, the first of them in `from`. @returns the invitations' IDs and their accounts */
export async function invited(
  wired: WiredApp,
  address: string,
  count = 1,
): Promise<{ readonly invitationId: string; readonly accountId: string }[]> {
  const dana = await elsewhere(wired, 'dana');
  const accounts = (await accountIds(dana)).slice().reverse();
  const made: { invitationId: string; accountId: string }[] = [];
  for (const accountId of accounts) {
    if (made.length === count) break;
    const { body } = await dana.create(accountId, { userInvitationRequests: [person(address, 'viewer')] });
    const invitationId = body.successes?.[0]?.invitationId;
    if (invitationId !== undefined) made.push({ invitationId, accountId });
  }
  expect(made).toHaveLength(count);
  return made;
}

/** One invitation for Sam, with Sam signed in, and its link in the inbox. */
export async function waitingForSam(wired: WiredApp): Promise<{
  readonly connectionId: string;
  readonly invitationId: string;
  readonly accountId: string;
}> {
  const [made] = await invited(wired, samsAddress);
  const { invitationId, accountId } = made ?? expect.fail('Sam was not invited.');
  const connectionId = await wired.signedIn('sam');
  wired.app.redeem.arrive(redeemLink(invitationId, 'na'));
  return { connectionId, invitationId, accountId };
}

/** Sam has accepted the terms, with a different program. */
export async function samAcceptsTerms(wired: WiredApp): Promise<void> {
  const sam = await elsewhere(wired, 'sam');
  await decideTerms((await sam.createTermsToken({ termsType: terms })).body.termsUrl, 'accept');
}

export const linkOf = (wired: WiredApp, invitationId: string): WaitingLink =>
  wired.app.redeem.inbox().links.find((link) => link.invitationId === invitationId) ??
  expect.fail(`${invitationId} does not wait.`);

export const previewIn = (wired: WiredApp, invitationId: string): RedeemPreview =>
  linkOf(wired, invitationId).preview ?? expect.fail(`Nothing is known of ${invitationId}.`);

/** The members of an account in the sandbox. */
export const membersOf = ({ sandbox }: WiredApp, accountId: string): unknown[] =>
  sandbox.query('SELECT user_id FROM members WHERE account_id = ?', accountId).map((row) => row['user_id']);

export const sam = 'amzn1.account.SANDBOXSAMOKAFOR';

/** What the record says about redeeming, newest first. */
export const recordOf = ({ app }: WiredApp) =>
  app.activity.list({ actions: ['redeem'], limit: 100, offset: 0 }).entries;

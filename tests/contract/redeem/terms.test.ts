import { expect, test, vi } from 'vitest';
import { decideTerms } from '../../support/amazon/decideTerms';
import { wiredApp } from '../../support/benches/wiredApp';
import { membersOf, previewIn, sam, terms, waitingForSam } from './support';

const wired = wiredApp({ invitations: 40 });
const watched = (): unknown => wired.app.redeem.inbox().terms;
const onlyPage = (): string => {
  expect(wired.openedPages).toHaveLength(1);
  return wired.openedPages[0] ?? '';
};
const soon = { timeout: 30_000, interval: 100 };

test('are accepted on the opened page, found accepted, and not requested again', async () => {
  const { connectionId, invitationId, accountId } = await waitingForSam(wired);
  await wired.app.redeem.preview(connectionId, invitationId);
  expect(previewIn(wired, invitationId).missingTerms).toEqual([terms]);

  const begun = await wired.app.redeem.startTerms(connectionId, terms);
  expect(begun).toMatchObject({ status: 'waiting', browserOpened: true, url: onlyPage() });
  expect(new URL(onlyPage()).origin).toBe(wired.sandbox.origin);
  await decideTerms(onlyPage(), 'decline');
  expect(watched()).toMatchObject([{ status: 'waiting' }]);
  await decideTerms(onlyPage(), 'accept');
  await vi.waitFor(() => {
    expect(watched()).toMatchObject([{ connectionId, termsType: terms, status: 'accepted', error: null }]);
  }, soon);
  expect(previewIn(wired, invitationId).missingTerms).toEqual([]);
  expect(membersOf(wired, accountId)).not.toContain(sam);

  await wired.app.redeem.startTerms(connectionId, terms);
  expect(wired.openedPages).toHaveLength(1);
  expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'redeemed' });
});

test('reopen with the same token while they are watched, and can be given up', async () => {
  const { connectionId } = await waitingForSam(wired);
  await wired.app.redeem.startTerms(connectionId, terms);
  await wired.app.redeem.startTerms(connectionId, terms);
  expect(new Set(wired.openedPages).size).toBe(1);
  expect(wired.openedPages).toHaveLength(2);
  wired.app.redeem.cancelTerms(connectionId, terms);
  expect(watched()).toEqual([]);
});

test('of a kind not in Amazon’s document are not sent to it', async () => {
  const { connectionId } = await waitingForSam(wired);
  await expect(wired.app.redeem.startTerms(connectionId, 'OTHER_TERMS')).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('OTHER_TERMS'),
  });
  expect(wired.openedPages).toEqual([]);
  expect(wired.sandbox.query('SELECT count(*) AS tokens FROM terms_tokens')).toEqual([{ tokens: 0 }]);
});

test('are still watched after a temporary loss of the connection', async () => {
  const { connectionId } = await waitingForSam(wired);
  await wired.app.redeem.startTerms(connectionId, terms);
  await wired.sandbox.misbehave({
    operation: 'GetTermsToken',
    faults: [
      { kind: 'reset', when: 'before' },
      { kind: 'reset', when: 'before' },
      { kind: 'reset', when: 'before' },
      { kind: 'reset', when: 'before' },
    ],
  });
  await decideTerms(onlyPage(), 'accept');
  await vi.waitFor(() => expect(watched()).toMatchObject([{ status: 'accepted' }]), soon);
});

test('are required by Amazon after all: they can be started again', async () => {
  const { connectionId, invitationId } = await waitingForSam(wired);
  await wired.app.redeem.preview(connectionId, invitationId);
  await wired.app.redeem.startTerms(connectionId, terms);
  await decideTerms(onlyPage(), 'accept');
  await vi.waitFor(() => expect(watched()).toMatchObject([{ status: 'accepted' }]), soon);
  await wired.sandbox.misbehave({
    operation: 'RedeemUserInvitation',
    faults: [{ kind: 'status', status: 403, when: 'before' }],
  });
  await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  // Amazon's text didn't mention terms, so they stay accepted.
  expect(watched()).toMatchObject([{ status: 'accepted' }]);
  expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'redeemed' });
});

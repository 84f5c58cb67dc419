import { beforeEach, expect, test } from 'vitest';
import { detailsOf } from '../../../main/access/invitations/details';
import { writePlan } from '../../../main/access/instances/plans';
import { writeRevoked } from '../../../main/access/invitations/invitationFacts';
import { day, listed, listing, one, readingBench, start } from '../../support/benches/readingInvitations';
import { addAccount } from '../../support/fixtures/store';

const bench = readingBench();
const historyOf = (invitationId: string): string[] =>
  detailsOf(bench.store.db, { ...one, invitationId }).timeline.map(({ what }) => what);

beforeEach(async () => {
  addAccount(bench.store.db, 'c-1', 'ENTITY1');
  bench.listReply = listing(listed('i-1'));
  await bench.refreshAt(start);
});

test('the history of a pending invitation shows when it expires', () => {
  expect(historyOf('i-1')).toContain('expires');
});

test('that of an expired one shows when it did', async () => {
  bench.listReply = listing();
  await bench.refreshAt(start + 15 * day);
  expect(bench.stateOf('i-1')).toBe('lapsed');
  expect(historyOf('i-1')).toContain('expires');
});

test('those of a revoked and of an accepted one do not mention expiry', async () => {
  writeRevoked(bench.store.db, { realm: 'sandbox', accountId: 'ENTITY1', invitationId: 'i-1' }, start + 1);
  expect(historyOf('i-1')).not.toContain('expires');

  bench.listReply = listing(listed('i-2'));
  await bench.refreshAt(start + 2);
  bench.listReply = listing();
  bench.usersReply = () => ({ json: { users: [{ userId: 'u', emailAddress: 'i-2@example.com' }] } });
  await bench.refreshAt(start + day);
  expect(bench.stateOf('i-2')).toBe('accepted');
  expect(historyOf('i-2')).not.toContain('expires');
});

test('what is planned is among the details while the invitation is pending, and not beside a revoked one', () => {
  const key = { realm: 'sandbox', accountId: 'ENTITY1' } as const;
  const planIn = (): unknown => detailsOf(bench.store.db, { ...one, invitationId: 'i-1' }).plan;
  expect(planIn()).toBeNull();
  writePlan(
    bench.store.db,
    { ...key, emailAddress: 'i-1@example.com' },
    { wanted: 'all', plannedAt: start, plannedBy: 'Dana' },
  );
  expect(planIn()).toEqual({ planned: 'all', colleaguesPlan: null });
  writeRevoked(bench.store.db, { ...key, invitationId: 'i-1' }, start + 1);
  expect(planIn()).toBeNull();
});

import { beforeEach, describe, expect, test } from 'vitest';
import { writeCreated, writeResent, writeRevoked } from '../../../main/access/invitations/invitationFacts';
import type { AdsInvitation } from '../../../main/amazonAds/answers';
import { day, listed, listing, readingBench, start } from '../../support/benches/readingInvitations';
import { addAccount } from '../../support/fixtures/store';

const key = { realm: 'sandbox', accountId: 'ENTITY1' };
const invitee = { emailAddress: 'new@example.com', userName: 'New', role: 'admin' };
const created = (invitationId: string): AdsInvitation => ({
  invitationId,
  emailAddress: undefined,
  userName: undefined,
  role: undefined,
  createdBy: undefined,
  createdAt: undefined,
  expiresAt: undefined,
});

const bench = readingBench();

describe('changes while a list is being read', () => {
  beforeEach(() => {
    addAccount(bench.store.db, 'c-1', 'ENTITY1');
  });

  /** The list is read from `beganAt` on; `meanwhile` happens a second later, before Amazon's answer is complete. */
  async function readWhile(
    beganAt: number,
    meanwhile: (at: number) => void,
    ...named: object[]
  ): Promise<void> {
    bench.listReply = () => {
      bench.clock = beganAt + 1000;
      meanwhile(bench.clock);
      return listing(...named)();
    };
    await bench.refreshAt(beganAt);
  }

  test('keep a revocation from flipping back to pending', async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    const revoke = (at: number): void => {
      writeRevoked(bench.store.db, { ...key, invitationId: 'i-1' }, at);
    };
    await readWhile(start + day, revoke, listed('i-1'));
    expect(bench.stateOf('i-1')).toBe('revoked');
  });

  test('keep a creation from becoming gone', async () => {
    await readWhile(start, (at) => {
      writeCreated(bench.store.db, key, invitee, created('i-new'), at);
    });
    expect(bench.stateOf('i-new')).toBe('pending');
  });

  test('keep a resent invitation from getting its old end back or expiring', async () => {
    bench.listReply = listing(listed('i-1'), listed('i-2', { expiration: (start + day) / 1000 }));
    await bench.refreshAt(start);
    const resend = (at: number): void => {
      writeResent(bench.store.db, { ...key, invitationId: 'i-1' }, at);
      writeResent(bench.store.db, { ...key, invitationId: 'i-2' }, at);
    };
    await readWhile(start + 2 * day, resend, listed('i-1'));
    expect(bench.stored()).toMatchObject([
      { invitationId: 'i-1', state: 'pending', expiresAt: null },
      { invitationId: 'i-2', state: 'pending', expiresAt: null },
    ]);
    bench.listReply = listing(listed('i-1', { expiration: (start + 16 * day) / 1000 }));
    await bench.refreshAt(start + 3 * day);
    expect(bench.stored()[0]).toMatchObject({ expiresAt: start + 16 * day });
  });

  test('keep a slow refresh from undoing a quick one that began later', async () => {
    bench.listReply = listing(listed('i-1'), listed('i-3'));
    await bench.refreshAt(start);
    bench.listReply = async () => {
      bench.listReply = listing(listed('i-2'), listed('i-3', { expiration: (start + 20 * day) / 1000 }));
      await bench.refreshAt(start + day + 500);
      return listing(listed('i-1'), listed('i-3'))();
    };
    await bench.refreshAt(start + day);
    expect(['i-1', 'i-2', 'i-3'].map(bench.stateOf)).toEqual(['gone', 'pending', 'pending']);
    expect(bench.stored().find(({ invitationId }) => invitationId === 'i-3')?.expiresAt).toBe(
      start + 20 * day,
    );
    expect(bench.access.listAccounts({})).toMatchObject([{ invitationsAsOf: start + day + 500 }]);
  });

  test('give a list that lags behind a minute to show a creation or a revocation', async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    writeRevoked(bench.store.db, { ...key, invitationId: 'i-1' }, start + day);
    writeCreated(bench.store.db, key, invitee, created('i-new'), start + day);
    await bench.refreshAt(start + day + 59_000);
    expect([bench.stateOf('i-1'), bench.stateOf('i-new')]).toEqual(['revoked', 'pending']);
    await bench.refreshAt(start + day + 60_000);
    expect([bench.stateOf('i-1'), bench.stateOf('i-new')]).toEqual(['pending', 'gone']);
  });

  test('count a creation’s absence at once after a list has shown it', async () => {
    writeCreated(bench.store.db, key, invitee, created('i-new'), start);
    bench.listReply = listing(listed('i-new'));
    await bench.refreshAt(start);
    expect(bench.stored()).toMatchObject([{ state: 'pending', expiresAt: start + 14 * day }]);
    bench.listReply = listing();
    await bench.refreshAt(start + 1);
    expect(bench.stateOf('i-new')).toBe('gone');
  });
});

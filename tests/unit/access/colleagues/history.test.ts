import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { colleaguesMemberEvents } from '../../../../main/access/colleagues/memberEvents';
import { detailsOf } from '../../../../main/access/invitations/details';
import { activityFact, learnFact } from '../../../support/fixtures/colleagueFacts';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A');
});
afterEach(() => {
  store.remove();
});

const t = 1_700_000_000_000;
const later = '01900000-0000-7000-8000-000000000002';

describe('an invitation’s history', () => {
  const ref = { connectionId: 'c-1', accountId: 'A', invitationId: 'i-1' };
  beforeEach(() => {
    store.db.exec(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         first_seen_at, state_changed_at, evidence)
       VALUES ('sandbox', 'A', 'i-1', 'Ann@example.com', 'Ann', 'VIEWER', 'gone', '', ${String(t)}, ${String(t)}, 'absence')`,
    );
  });
  const state = (found: string): Record<string, unknown> => ({
    ...{
      invitationId: 'i-1',
      emailAddress: 'Ann@example.com',
      userName: 'Ann',
      role: 'VIEWER',
      state: found,
    },
    ...{ evidence: 'user', createdBy: '', createdAt: null, expiresAt: null },
  });
  const person = 'ann@example.com';

  test('has what colleagues did with it and found, with source and age, and its own state stays', () => {
    learnFact(store.db, 'activity', activityFact({ action: 'resend', invitationId: 'i-1' }), {
      at: t + 10,
      person,
    });
    for (const found of ['pending', 'gone', 'accepted']) {
      learnFact(store.db, 'invitation', state(found), { at: t + 20, person });
    }
    // Another invitation of the same person, and the same in another account.
    learnFact(store.db, 'activity', activityFact({ action: 'revoke', invitationId: 'i-2' }), { person });
    learnFact(store.db, 'invitation', state('revoked'), { accountId: 'B', person });

    const { invitation, timeline } = detailsOf(store.db, ref);
    expect(invitation).toMatchObject({ state: 'gone', evidence: 'absence', stateChangedAt: t });
    expect(timeline.filter(({ colleague }) => colleague !== null)).toMatchObject([
      {
        what: 'resend',
        at: t + 10,
        result: 'done',
        colleague: { name: 'Ben Okafor', learnedAt: t + 10 + 60_000, state: null },
      },
      { what: 'state', at: t + 20, colleague: { state: 'accepted' } },
    ]);
  });
});

describe('a member’s history', () => {
  const member = { realm: 'sandbox', userId: 'U-1' };
  const event = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    ...{ event: 'joined', scope: 'direct', role: null, before: null, maskedEmail: 'a***@example.com' },
    ...changes,
  });
  const own = (kind: string, at: number): void => {
    store.db.exec(
      `INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, first_seen_at, last_seen_at, since_at)
         VALUES ('sandbox', 'A', 'U-1', 'a***@example.com', 'direct', 1, 1, 1, 1) ON CONFLICT DO NOTHING;
       INSERT INTO member_history (entry_id, at, event, realm, account_id, user_id, scope)
         VALUES ('e-${String(at)}', ${String(at)}, '${kind}', 'sandbox', 'A', 'U-1', 'direct')`,
    );
  };
  const seen = (body: Record<string, unknown>, at: number, installationId?: string): void => {
    learnFact(store.db, 'memberEvent', event(body), {
      ...{ at, userId: 'U-1', ...(installationId === undefined ? {} : { installationId }) },
    });
  };

  test('shows what colleagues saw and this app didn’t, each once', () => {
    own('joined', t);
    seen({}, t + 5);
    seen({ event: 'left' }, t + 10);
    seen({ event: 'left' }, t + 12, later);
    seen({}, t + 20);
    seen({}, t + 30, later);
    expect(colleaguesMemberEvents(store.db, member)).toMatchObject([
      // The second joining of the first colleague; the other one saw one.
      { event: 'joined', at: t + 20, accountName: 'Name of A', name: 'Ben Okafor' },
      { event: 'left', at: t + 10 },
    ]);
    expect(store.db.prepare('SELECT gone_at AS goneAt FROM members').get()).toEqual({ goneAt: null });
    expect(colleaguesMemberEvents(store.db, { ...member, userId: 'U-2' })).toEqual([]);
  });

  test('of another account or with another role is something else', () => {
    own('joined', t);
    learnFact(store.db, 'memberEvent', event(), { at: t + 1, userId: 'U-1', accountId: 'Unknown here' });
    seen({ event: 'roleChanged', role: 'admin', before: 'viewer' }, t + 2);
    expect(colleaguesMemberEvents(store.db, member)).toMatchObject([
      { event: 'roleChanged', role: 'admin', before: 'viewer' },
      { event: 'joined', accountName: 'Unknown here' },
    ]);
  });
});

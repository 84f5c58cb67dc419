import { expect, test } from 'vitest';
import { selectedOf } from '../../../../renderer/features/invitations/changes/selectedInvitations';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';

const invitation = (invitationId: string, change: Partial<Invitation> = {}): Invitation => ({
  realm: 'amazon',
  accountId: 'ENTITY1',
  accountName: 'Account',
  invitationId,
  emailAddress: `${invitationId}@example.com`,
  userName: 'Jane',
  role: 'viewer',
  state: 'lapsed',
  createdBy: '',
  createdAt: 1,
  expiresAt: null,
  evidence: 'expiry',
  lastSeenAt: 1,
  firstSeenAt: 1,
  stateChangedAt: 1,
  instanceAccess: null,
  ...change,
});

const reach = (each: Invitation) =>
  each.accountId === 'far'
    ? null
    : {
        invitation: each,
        ref: { connectionId: 'c1', accountId: each.accountId, invitationId: each.invitationId },
      };
const idsOf = (reached: readonly { readonly invitation: Invitation }[]): string[] =>
  reached.map(({ invitation: { invitationId } }) => invitationId);

test('pending ones can be resent; ended ones invited again, except accepted ones', () => {
  const selected = selectedOf(
    [
      invitation('p', { state: 'pending' }),
      invitation('l'),
      invitation('r', { state: 'revoked' }),
      invitation('g', { state: 'gone' }),
      invitation('a', { state: 'accepted' }),
      invitation('f', { accountId: 'far' }),
    ],
    reach,
  );
  expect(idsOf(selected.all)).toEqual(['p', 'l', 'r', 'g', 'a']);
  expect(idsOf(selected.pending)).toEqual(['p']);
  expect(idsOf(selected.ended)).toEqual(['l', 'r', 'g']);
  expect(selected.unreached).toBe(1);
});

test('a person is invited again once per account, based on the latest invitation', () => {
  const twice = { emailAddress: 'Jane@Example.com' };
  const selected = selectedOf(
    [
      invitation('old', twice),
      invitation('new', { emailAddress: 'jane@example.com', createdAt: 5 }),
      invitation('elsewhere', { ...twice, accountId: 'ENTITY2' }),
    ],
    reach,
  );
  expect(idsOf(selected.ended)).toEqual(['new', 'elsewhere']);
});

test('people whose address or role Amazon hides are counted, not invited', () => {
  const selected = selectedOf(
    [
      invitation('masked', { emailAddress: 'j***@example.com' }),
      invitation('none', { emailAddress: '' }),
      invitation('other', { role: 'EDITOR' }),
      invitation('upper', { role: 'ADMIN' }),
    ],
    reach,
  );
  expect(idsOf(selected.ended)).toEqual(['upper']);
  expect(selected.hidden).toBe(3);
});

import { expect, test } from 'vitest';
import { linkList } from '../../../../renderer/features/invitations/list/linkList';
import type { ReachedInvitation } from '../../../../renderer/features/invitations/changes/reach';
import { connectionOf } from './support';

const reached = (invitationId: string, userName: string, connectionId = 'c1'): ReachedInvitation => ({
  ref: { connectionId, accountId: 'ENTITY1', invitationId },
  invitation: {
    realm: 'amazon',
    accountId: 'ENTITY1',
    accountName: 'Copper Kettle',
    invitationId,
    emailAddress: 'rosa@x.example',
    userName,
    role: 'viewer',
    state: 'pending',
    evidence: 'listed',
    createdBy: '',
    createdAt: null,
    expiresAt: null,
    firstSeenAt: 0,
    stateChangedAt: 0,
    instanceAccess: null,
    lastSeenAt: null,
  },
});

const connections = [connectionOf(), connectionOf({ connectionId: 'c2', region: 'na' })];

test('one line per invitation, each with its own region', () => {
  expect(linkList([reached('i 1', 'Rosa'), reached('i2', '', 'c2')], connections, '')).toEqual([
    'Rosa (Copper Kettle): amc-access://redeem/i%201?region=eu',
    'rosa@x.example (Copper Kettle): amc-access://redeem/i2?region=na',
  ]);
});

test('through the agency’s own page if there is one', () => {
  const [line = ''] = linkList([reached('i2', 'Rosa')], connections, 'https://x.example/redeem');
  expect(line).toContain(': https://x.example/redeem#i2');
});

test('a name with line breaks cannot pass as another line', () => {
  const [line = ''] = linkList([reached('i2', 'Rosa\n\u2028Eve: amc-access://redeem/evil')], connections, '');
  expect(line).not.toMatch(/[\n\r\u2028]/);
});

test('an invitation whose connection is gone has no link', () => {
  expect(linkList([reached('i2', 'Rosa', 'gone')], connections, '')).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { findAll } from '../../../../renderer/queries/findAll';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';

const invitation = (number: number, accountId = 'A'): Invitation => ({
  realm: 'amazon',
  accountId,
  accountName: `Account ${accountId}`,
  invitationId: `i-${String(number)}`,
  emailAddress: `p${String(number)}@example.com`,
  userName: `P${String(number)}`,
  role: 'viewer',
  state: 'pending',
  createdBy: 'Dana',
  createdAt: 1,
  expiresAt: 2,
  evidence: 'listed',
  lastSeenAt: 1,
  firstSeenAt: 1,
  stateChangedAt: 1,
  instanceAccess: null,
});
const many = (count: number, accountId?: string): Invitation[] =>
  Array.from({ length: count }, (_, index) => invitation(index, accountId));

/** A list in pages of two; `later` is its content from the second page on. */
const pagesOf =
  (list: readonly Invitation[], later = list) =>
  (offset: number) => {
    const now = offset === 0 ? list : later;
    return Promise.resolve({ invitations: now.slice(offset, offset + 2), total: now.length });
  };
const all = (): boolean => true;
const ids = (found: readonly Invitation[]): string[] => found.map(({ invitationId }) => invitationId);

describe('everything in a list', () => {
  test('is found across all pages', async () => {
    expect(ids(await findAll(pagesOf(many(5)), all, 100))).toEqual(['i-0', 'i-1', 'i-2', 'i-3', 'i-4']);
    expect(await findAll(pagesOf([]), all, 100)).toEqual([]);
  });

  test('includes each row once, even if a refresh moved it to the next page in between', async () => {
    const moved = [invitation(9), ...many(3)];
    const found = await findAll(pagesOf(many(3), moved), all, 100);
    expect(ids(found)).toEqual(['i-0', 'i-1', 'i-2']);
  });

  test('keeps rows of different accounts apart', async () => {
    expect(await findAll(pagesOf([...many(2), ...many(2, 'B')]), all, 100)).toHaveLength(4);
  });

  test('stops at the limit; rows that do not count use none of it', async () => {
    const list = [...many(3, 'out of reach'), ...many(4)];
    const found = await findAll(pagesOf(list), ({ accountId }) => accountId === 'A', 3);
    expect(found.map(({ accountId, invitationId }) => `${accountId} ${invitationId}`)).toEqual([
      'out of reach i-0',
      'out of reach i-1',
      'out of reach i-2',
      'A i-0',
      'A i-1',
      'A i-2',
    ]);
  });
});

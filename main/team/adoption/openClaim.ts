import { z } from 'zod';
import type { BarringClaim } from '../../../shared/domain/team/barringClaim';
import type { AccountKey, JournalOperation } from '../../outbox/journal/append';
import type { ReadyLink } from '../link/teamLink';
import { claimKeyOf } from '../sending/localClaims';
import { openClaimSql } from './adoptionSql';

/** A row of the store, as bounded as Amazon's answers are. */
const row = z.object({
  claimId: z.uuid(),
  colleague: z.string().max(80),
  isOwn: z.boolean(),
  kind: z.enum(['create', 'setRole', 'removeMember']),
  role: z.string().max(100).nullable(),
  state: z.enum(['claimed', 'sending', 'inDoubt']),
  installationId: z.uuid(),
  claimedAt: z.number(),
  isRunning: z.boolean(),
  waitMs: z.number(),
});
export type OpenClaim = z.infer<typeof row>;

/**
 * The claim that bars an operation; null if there is none any longer. One of an earlier start of this folder isn't one: its own
 * journal settles it.
 * @param lateCommitMs how long Amazon may still carry out a call after its app ended
 * @throws CodedError as `TeamStore.query`
 */
export async function readOpenClaim(
  { store, installationId }: Pick<ReadyLink, 'store' | 'installationId'>,
  { realm, accountId }: AccountKey,
  operation: JournalOperation,
  lateCommitMs: number,
): Promise<OpenClaim | null> {
  const { keyKind, who } = claimKeyOf(operation);
  const [found] = await store.query(openClaimSql, [realm, accountId, keyKind, who, lateCommitMs]);
  const claim = found === undefined ? null : row.parse(found);
  return claim === null || claim.installationId === installationId ? null : claim;
}

/** @param now ms since 1970 */
export const shownClaim = (
  { claimId, colleague, isOwn, kind, claimedAt, isRunning, waitMs }: OpenClaim,
  now: number,
): BarringClaim => ({
  ...{ claimId, colleague, isOwn, kind, isRunning },
  claimedAt: Math.floor(claimedAt),
  notBefore: waitMs > 0 ? Math.ceil(now + waitMs) : null,
});

import { toErrorBody } from '../../shared/errors';
import { reachedThrough } from './newAccounts';
import { withoutAcceptedTerms } from './previews/previews';
import { redeemAndRecord, wantsTerms } from './redeemAndRecord';
import { alreadyUnderWay } from './redeemText';
import type { Redeem, RedeemDeps, RedeemParts } from './types';

/** Redeems waiting invitations, each at most once at a time. */
export function createRedeemLinks(
  deps: RedeemDeps,
  { links, terms, known, newAccounts, changed }: RedeemParts,
): Pick<Redeem, 'redeem'> & { readonly isRedeeming: (invitationId: string) => boolean } {
  const redeeming = new Set<string>();

  /** While an invitation is being redeemed it isn't redeemed again. */
  async function alone<T>(invitationId: string, work: () => Promise<T>): Promise<T> {
    if (redeeming.has(invitationId)) throw alreadyUnderWay();
    redeeming.add(invitationId);
    changed();
    try {
      return await work();
    } finally {
      redeeming.delete(invitationId);
      changed();
    }
  }

  return {
    isRedeeming: (invitationId) => redeeming.has(invitationId),
    async redeem(connectionId, invitationId) {
      if (links.require(invitationId).outcome !== null) return { outcome: 'already' };
      return alone(invitationId, async () => {
        const preview = withoutAcceptedTerms(
          known.of(invitationId, connectionId).preview,
          terms,
          connectionId,
        );
        const reachedBefore = reachedThrough(deps.access, connectionId);
        try {
          const outcome = await redeemAndRecord(deps, links, { connectionId, invitationId, preview });
          known.learn(invitationId, connectionId, { redeemError: null });
          newAccounts.readAfter({ connectionId, accountId: preview?.accountId, reachedBefore });
          return { outcome };
        } catch (error) {
          known.learn(invitationId, connectionId, { redeemError: toErrorBody(error) });
          if (wantsTerms(error)) terms.forget(connectionId);
          throw error;
        } finally {
          // The activity record has a new entry.
          deps.changed('operations.changed');
        }
      });
    },
  };
}

import type { Identity } from '../../../shared/domain/connection/connection';
import type { RedeemPreview } from '../../../shared/domain/redeem/redeem';
import { toErrorBody } from '../../../shared/errors';
import { readInvitation } from '../../amazonAds/invitations/invitation';
import { notShown, previewOf, redeemedAlready } from './preview';
import { redeemedBefore } from '../redeemedBefore';
import type { TermsWatches } from '../termsWatches';
import type { Redeem, RedeemDeps, RedeemParts } from '../types';

/** The preview without terms that were accepted since it was read. */
export const withoutAcceptedTerms = (
  preview: RedeemPreview | null,
  terms: Pick<TermsWatches, 'isAccepted'>,
  connectionId: string,
): RedeemPreview | null =>
  preview && {
    ...preview,
    missingTerms: preview.missingTerms.filter((termsType) => !terms.isAccepted(connectionId, termsType)),
  };

/** Asks Amazon about a waiting invitation, through one connection, and caches the answer. */
export function createPreviews(
  deps: Pick<RedeemDeps, 'db' | 'connections' | 'clientOf' | 'access' | 'now' | 'realmOf' | 'actorOf'>,
  { links, terms, known, changed }: RedeemParts,
): Pick<Redeem, 'preview'> {
  const { db, connections, clientOf, access, now } = deps;
  const identityOf = (connectionId: string): Identity | null =>
    connections().find((each) => each.connectionId === connectionId)?.identity ?? null;

  async function ask(connectionId: string, invitationId: string): Promise<RedeemPreview> {
    const identity = identityOf(connectionId);
    const answer = await readInvitation(await clientOf(connectionId), invitationId);
    const realm = deps.realmOf(connectionId);
    if (answer === null) {
      const { actor } = deps.actorOf(connectionId);
      const at = redeemedBefore(db, { realm, invitationId, actor });
      throw at === null ? notShown(identity) : redeemedAlready(identity);
    }
    return previewOf(answer, {
      identity,
      accountName: (id) =>
        access.listAccounts({}).find((each) => each.accountId === id && each.realm === realm)?.name ?? null,
      isAccepted: (termsType) => terms.isAccepted(connectionId, termsType),
      now: now(),
    });
  }

  return {
    async preview(connectionId, invitationId) {
      links.require(invitationId);
      try {
        const preview = await ask(connectionId, invitationId);
        known.learn(invitationId, connectionId, { preview, previewError: null });
        return preview;
      } catch (error) {
        known.learn(invitationId, connectionId, { preview: null, previewError: toErrorBody(error) });
        throw error;
      } finally {
        changed();
      }
    },
  };
}

import type { RedeemPreview } from '../../../shared/domain/redeem/redeem';
import type { ErrorBody } from '../../../shared/errors';

/** What is known about a waiting invitation through one connection, while the app runs. */
export interface Known {
  readonly preview: RedeemPreview | null;
  readonly previewError: ErrorBody | null;
  readonly redeemError: ErrorBody | null;
}

const nothing: Known = { preview: null, previewError: null, redeemError: null };

/** Amazon's answers about waiting invitations. They aren't stored across restarts but asked for again. */
export interface PreviewCache {
  of(invitationId: string, connectionId: string): Known;
  /** The invited address, through whichever connection Amazon gave it; null while unknown. */
  invitedAddress(invitationId: string): string | null;
  learn(invitationId: string, connectionId: string, news: Partial<Known>): void;
  forget(invitationId: string): void;
}

export function createPreviewCache(): PreviewCache {
  const facts = new Map<string, { readonly address: string | null; readonly through: Map<string, Known> }>();
  const of = (invitationId: string, connectionId: string): Known =>
    facts.get(invitationId)?.through.get(connectionId) ?? nothing;
  return {
    of,
    invitedAddress: (invitationId) => facts.get(invitationId)?.address ?? null,
    learn(invitationId, connectionId, news) {
      const { address = null, through = new Map<string, Known>() } = facts.get(invitationId) ?? {};
      through.set(connectionId, { ...of(invitationId, connectionId), ...news });
      facts.set(invitationId, { address: news.preview?.emailAddress ?? address, through });
    },
    forget(invitationId) {
      facts.delete(invitationId);
    },
  };
}

import type { Invitation } from '../../shared/domain/invitation/invitation';
import type { ChannelOutput } from '../../shared/bridge/ipc';

/**
 * All invitations of a list, page by page, until enough matching ones are found. A refresh in between moves rows from one page to
 * another: each is returned once, as on the last page read.
 */
export async function findAll(
  pageFrom: (offset: number) => Promise<ChannelOutput<'invitations.list'>>,
  counts: (invitation: Invitation) => boolean,
  max: number,
): Promise<readonly Invitation[]> {
  const found = new Map<string, Invitation>();
  let counted = 0;
  for (let offset = 0; ;) {
    const { invitations, total } = await pageFrom(offset);
    for (const invitation of invitations) {
      const key = invitationKey(invitation);
      if (!found.has(key) && counts(invitation)) {
        if (counted === max) return [...found.values()];
        counted += 1;
      }
      found.set(key, invitation);
    }
    offset += invitations.length;
    if (invitations.length === 0 || offset >= total) return [...found.values()];
  }
}

/** Identifies an invitation, across all accounts. */
export const invitationKey = ({ realm, accountId, invitationId }: Invitation): string =>
  JSON.stringify([realm, accountId, invitationId]);

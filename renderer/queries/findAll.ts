import type { Invitation } from '../../shared/domain/invitation/invitation';
import type { ChannelOutput } from '../../shared/bridge/ipc';

/**
 * All invitations of a list, page by page, until so many are found that count. A refresh in between moves rows from one
 * page to another: each is found once, as it is on the page that came last.
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

/** Tells invitations apart, over all accounts. */
export const invitationKey = ({ realm, accountId, invitationId }: Invitation): string =>
  JSON.stringify([realm, accountId, invitationId]);

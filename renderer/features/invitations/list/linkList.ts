import type { Connection } from '../../../../shared/domain/connection/connection';
import { invitationLink } from '../../../../shared/domain/redeem/buildLink';
import { linkLine } from '../../../components/text/linkTexts';
import type { ReachedInvitation } from '../changes/reach';

/** One line per invitation: whose it is and the link that opens it; the region is that of the connection. */
export const linkList = (
  pending: readonly ReachedInvitation[],
  connections: readonly Connection[],
  redeemPage: string,
): readonly string[] =>
  pending.flatMap(({ invitation, ref }) => {
    const connection = connections.find(({ connectionId }) => connectionId === ref.connectionId);
    if (connection === undefined) return [];
    const { userName, emailAddress, accountName, invitationId } = invitation;
    const link = invitationLink(invitationId, connection.region, redeemPage);
    return [linkLine(userName || emailAddress, accountName, link)];
  });

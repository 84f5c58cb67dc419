import { linkScheme } from './linkScheme';
import type { ConnectionSetup } from './redeem';
import type { Region } from '../connection/region';

/** The link that opens an invitation in this app on the recipient's computer. Opening it never redeems. */
export const redeemLink = (invitationId: string, region: Region): string =>
  `${linkScheme}://redeem/${encodeURIComponent(invitationId)}?region=${region}`;

/**
 * The link to share: to the agency's own page (docs/redeem-page.html), which mail programs keep clickable, or if there is none
 * (an empty address) straight into the app.
 */
export const invitationLink = (invitationId: string, region: Region, redeemPage: string): string =>
  redeemPage === ''
    ? redeemLink(invitationId, region)
    : `${redeemPage}#${encodeURIComponent(invitationId)}?region=${region}`;

/** The link that prefills a connection's form on another computer. It contains no secret. */
export function setupLink({ label, region, clientId, returnPort }: ConnectionSetup): string {
  const port = returnPort === undefined ? '' : `&returnPort=${String(returnPort)}`;
  return `${linkScheme}://connect?label=${encodeURIComponent(label)}&region=${region}&clientId=${encodeURIComponent(clientId)}${port}`;
}

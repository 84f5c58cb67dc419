import type { Region } from './domain/region';

/** The link that opens an invitation in this app on the computer of whoever got it. Opening it never redeems. */
export const redeemLink = (invitationId: string, region: Region): string =>
  `amc-access://redeem/${encodeURIComponent(invitationId)}?region=${region}`;

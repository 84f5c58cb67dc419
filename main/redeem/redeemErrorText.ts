/** Error messages of this folder: what happened and what to do. */
export const redeemErrorText = {
  redeemedAlready: (person: string | null) =>
    `You’ve already redeemed this invitation as ${person ?? 'this Amazon user'}. Its account is listed under Accounts.`,
  notShown: (person: string | null) =>
    `Amazon doesn’t show this invitation to ${person ?? 'the signed-in person'}. It may be for someone else, revoked, expired or already redeemed. Select another connection, or ask the person who invited you for a new one.`,
  unexpectedPage:
    'Amazon’s answer leads to a page that isn’t Amazon’s, so it wasn’t opened. Try again later.',
  tookTooLong: 'The terms weren’t accepted within ten minutes. Open them again when you’re ready.',
  cannotBeBegun: (termsType: string) =>
    `Amazon asks for terms named “${termsType}”, which can’t be opened from here. Accept them in the Amazon Ads console, then check the invitation again.`,
  notOpened: 'The file couldn’t be opened. Check that you have permission to read it, then select it again.',
};

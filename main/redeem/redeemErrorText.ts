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
  alreadyRedeemed:
    'Amazon says this invitation has already been redeemed. If that was you, there is nothing left to do: its account is listed under Accounts. If not, ask for a new invitation.',
  notFound:
    'Amazon can’t find this invitation. If you’ve already redeemed it, its account is listed under Accounts. Otherwise it may be for another person or revoked: check which Amazon user is signed in, or ask for a new invitation.',
  termsFirst: 'Amazon rejected this: its terms must be accepted first. Read and accept them, then redeem.',
  rejected:
    'Amazon rejected this. The invitation may have expired, been revoked or be for another address, or terms must still be accepted. See the details for Amazon’s reason. Otherwise, ask for a new invitation.',
  lostNotRedeemed:
    'Amazon’s answer was lost, and Amazon doesn’t show the invitation as redeemed. Redeem it again: doing so twice is harmless.',
  lostUnchecked:
    'Amazon’s answer was lost, and whether the invitation is redeemed can’t be checked now. Redeem it again when the connection is back: doing so twice is harmless.',
  redeemedBefore: 'It had been redeemed before.',
  noSetupFile:
    'This isn’t a setup file from this app, or it’s damaged. Ask for it again: Settings, Connections, Share setup, “Save setup file”.',
  otherAddress: (emailAddress: string | null) =>
    emailAddress === null
      ? 'Amazon rejected this: the invitation is for another address. Select that person’s connection, or ask for an invitation to your own address.'
      : `Amazon rejected this: the invitation is for ${emailAddress}. Select that person’s connection, or ask for an invitation to your own address.`,
};

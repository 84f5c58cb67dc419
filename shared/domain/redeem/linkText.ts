/** Why a link or a text can't be used, and what to do. */
export const linkText = {
  unknownKind: 'This version doesn’t support this type of link. Ask for a new one, or update the app.',
  setupHasMore: (name: string) =>
    `This setup link contains “${name}”, which isn’t allowed, so nothing was used. Ask for a new one.`,
  setupIncomplete:
    'This setup link isn’t complete: it needs a name, a region and a client ID, and may have a return port. Ask for a new one.',
  noInvitationAddress:
    'This address doesn’t contain an invitation. Copy the link from Amazon’s email, or paste the invitation ID.',
  lookalikePage: 'This isn’t an Amazon Ads page, although it looks like one. Check who sent it to you.',
  otherPage:
    'This is not an Amazon Ads page or a redeem link. Paste the link from the invitation, or its ID.',
  incomplete: 'This link isn’t complete. Copy the whole link.',
  namesNone: 'This link doesn’t contain an invitation. Ask for a new one.',
  holdsMore:
    'This link contains more than an invitation and its region, so it wasn’t used. Ask for a new one.',
  wrapped:
    'An email program wrapped this link. Open it in your browser, then paste the invitation ID from the page.',
};

/** What the browser shows when it comes back from a sign-in. */
export const answerPageText = {
  arrivedTitle: 'You can close this tab',
  arrived: 'The answer has reached AMC Access Manager. Go back to the app to continue.',
  declinedTitle: 'The sign-in was declined',
  declined: 'Nothing has changed. Close this tab and go back to AMC Access Manager to try again.',
  otherStateTitle: 'This page belongs to another sign-in',
  otherState: 'AMC Access Manager is still waiting. Use the newest sign-in page, or start again in the app.',
  linkUsedTitle: 'This link no longer works',
  linkUsed:
    'A sign-in link works once, and a newer link replaces it. Go back to AMC Access Manager and copy the link again.',
  notFoundTitle: 'Nothing here',
  notFound: 'This address only receives the answer to a sign-in of AMC Access Manager.',
};

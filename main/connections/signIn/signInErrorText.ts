/** Error messages of this folder: what happened and what to do. */
export const signInErrorText = {
  newCodeNeeded:
    'Amazon didn’t accept the code from the browser. It may have arrived too late. Sign in again.',
  timedOut:
    'No answer arrived from the browser in time. Nothing has changed. Sign in again when you’re ready.',
  cancelled: 'The sign-in was canceled. Nothing has changed.',
  noAnswer: 'Login with Amazon didn’t answer in time. Try again in a moment.',
  loginWithAmazon: 'Login with Amazon',
  unreadable: (status: number | undefined) =>
    `The answer from Login with Amazon can’t be read${status === undefined ? '' : ` (status ${String(status)})`}. Nothing has changed. Try again in a moment.`,
  notAccepted:
    'Amazon no longer accepts this sign-in. Sign in again. Your accounts, drafts and history stay.',
  failed: 'Something failed at Login with Amazon. Nothing has changed. Try again in a moment.',
  declined:
    'The sign-in was declined in the browser. Nothing has changed. To use this connection, sign in again and choose Allow.',
  alreadySigningIn:
    'A sign-in for this connection is already waiting in your browser. Finish or cancel it first.',
  notWaiting: 'This sign-in is over. Start it again to get a new link.',
};

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
  throttled:
    'Login with Amazon is throttling requests right now. Nothing has changed. Wait a minute and try again.',
  unavailable: (status: string) =>
    `Something failed at Login with Amazon (status ${status}). Nothing has changed. Try again in a moment.`,
  clientRejected:
    'Amazon doesn’t accept the client ID or the client secret. Compare them with the security profile and edit the connection.',
  signInAgain: 'Amazon rejected the sign-in. Sign in again.',
  rejected: 'Amazon rejected the sign-in.',
  portInUse: (port: string) =>
    `Port ${port} is already in use, so the browser’s answer couldn’t arrive. Close the program that uses it, or finish the other sign-in that’s waiting on it. You can also edit the connection, enter another port and register its return URL with Amazon.`,
  portForbidden: (port: string) =>
    `This computer doesn’t let programs use port ${port}, so the browser’s answer couldn’t arrive. Edit the connection, enter another port and register its return URL with Amazon. On Windows, Hyper-V and WSL reserve ranges of ports: “netsh int ipv4 show excludedportrange tcp” lists them.`,
};

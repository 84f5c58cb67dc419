/** Error messages of this folder: what happened and what to do. */
export const connectionsErrorText = {
  noConnection: 'This connection no longer exists. Select another one.',
  otherIdentity: (now: string, owner: string) =>
    `You signed in as ${now}, but this connection belongs to ${owner}. Nothing has changed. Sign in as ${owner}, or confirm that ${now} takes this connection over.`,
  untold: (owner: string) =>
    `Amazon doesn’t say who signed in, and this connection belongs to ${owner}. Nothing has changed. If you continue, this connection has no name, and your changes are recorded as made by “unknown”.`,
  unread: (owner: string) =>
    `Amazon couldn’t say who signed in, so nothing has changed: this connection still belongs to ${owner}. Try again in a few minutes.`,
  signInRequired: (label: string) =>
    `“${label}” needs you to sign in again. Your accounts, drafts and history stay as they are.`,
  forgotten:
    'The sign-in was canceled: its connection has been signed out, changed or removed in the meantime.',
};

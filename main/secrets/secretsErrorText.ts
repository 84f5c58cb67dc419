/** Error messages of this folder: what happened and what to do. */
export const secretsErrorText = {
  otherHosts: (from: string, now: string) =>
    `The stored sign-in belongs to ${from}, but this connection now leads to ${now}. Nothing was sent. If you didn’t expect that, someone may have changed this app’s data. Remove the connection and add it again.`,
};

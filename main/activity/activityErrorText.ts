/** Error messages of this folder: what happened and what to do. */
export const activityErrorText = {
  unknownAccount: (accountId: string) =>
    `The account ${accountId} isn’t known through this connection. Select another account, or all accounts.`,
};

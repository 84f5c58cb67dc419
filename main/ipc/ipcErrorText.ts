/** Error messages of this folder: what happened and what to do. */
export const ipcErrorText = {
  notConfirmed: 'You didn’t confirm the servers, so nothing was saved. Connect again to be asked again.',
  databaseNotConfirmed:
    'You didn’t confirm the database server, so nothing was sent to it. Try again to be asked again.',
  fileNotSelected: 'Select the file of the certificate authority again.',
  untrustedSender: 'This page may not use AMC Access Manager.',
  inputTooLarge: (megabytes: string) =>
    `This is too much for one step (over ${megabytes} MB). Do it in smaller parts.`,
  invalidInput: 'This input is not valid. Check it and try again.',
  reviewGone: 'This file was read again meanwhile. Open it once more.',
  noConnection: 'This connection no longer exists. Select another one.',
};

/** Error messages of this folder: what happened and what to do. */
export const filesErrorText = {
  noSpace:
    'The file couldn’t be saved because there’s no space left there. Nothing was saved. Free up some space or choose another folder, then try again.',
  notAllowed: 'the system didn’t allow it. Choose another folder, then try again.',
  notSaved: (reason: string) => `The file couldn’t be saved: ${reason}`,
  mayNotWrite:
    'you don’t have permission to write there, or another program has the file open. Close the file, or choose another folder, then try again.',
  nameTaken: 'its name belongs to a folder. Choose another name, then try again.',
  readOnly: 'the folder is read-only. Choose another folder, then try again.',
  noFolder: 'the folder no longer exists. Choose another folder, then try again.',
  nameTooLong: 'the name is too long. Choose a shorter one, then try again.',
};

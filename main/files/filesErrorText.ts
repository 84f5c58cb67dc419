/** Error messages of this folder: what happened and what to do. */
export const filesErrorText = {
  noSpace:
    'The file couldn’t be saved because there’s no space left there. Nothing was saved. Free up some space or choose another folder, then try again.',
  notAllowed: 'the system didn’t allow it. Choose another folder, then try again.',
  notSaved: (reason: string) => `The file couldn’t be saved: ${reason}`,
};

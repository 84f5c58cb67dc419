/** Error messages of this folder: what happened and what to do. */
export const pageWindowsErrorText = {
  tooManyWindows: (max: string) => `${max} windows are open besides the main one. Close one of them first.`,
  notForWindow: 'Only a batch or a person can be opened in a separate window.',
};

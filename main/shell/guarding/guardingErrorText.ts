/** Error messages of this folder: what happened and what to do. */
export const guardingErrorText = {
  clickFirst:
    'The app opens your browser only right after you click or press a key in its window. Select the button again.',
};

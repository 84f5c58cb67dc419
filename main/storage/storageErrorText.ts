/** Error messages of this folder: what happened and what to do. */
export const storageErrorText = {
  diskFull:
    'This couldn’t be saved because this computer’s disk is full. Nothing was changed. Free up some space, then try again.',
  locked:
    'Another program is using the app’s data, so this couldn’t be done. Nothing was changed. Close that program, for example a backup, then try again.',
  readOnly:
    'The app’s data is read-only, so this couldn’t be saved. Make its folder (shown under Settings) writable for you, then try again.',
  damaged:
    'Part of the app’s data is damaged and can’t be read. Quit and start the app again. It then checks its data and keeps a copy of the damaged part.',
  newer: 'The app’s data belongs to a newer version of the app. Install the newer version again.',
  unavailable:
    'The app couldn’t access its data. Check that its folder (shown under Settings) can be reached, then try again.',
};

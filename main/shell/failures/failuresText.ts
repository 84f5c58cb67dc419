/** What people read when the app can't start, has to close, or its window stopped working. */
export const failuresText = {
  tryAgain: 'Try again',
  quit: 'Quit',
  cannotStartTitle: 'AMC Access Manager can’t start',
  file: (path: string) => `File: ${path}`,
  systemSays: (text: string) => `The system says: ${text}`,
  incomplete:
    'A part of AMC Access Manager can’t be read. Your data was left unchanged. Install the app again.',
  newer:
    'Your data was written by a newer version of AMC Access Manager. It was left unchanged. Install the newer version to continue.',
  locked:
    'Another program is using AMC Access Manager’s data. It was left unchanged. Close that program, for example a backup or database tool, then try again.',
  readOnly:
    'AMC Access Manager’s data is read-only. It was left unchanged. Make the file below and its folder writable for you, then try again.',
  diskFull:
    'This computer’s disk is full, so AMC Access Manager can’t work safely. Nothing was lost. Free up some space, then try again.',
  damaged:
    'AMC Access Manager’s data is damaged, and the system doesn’t allow the app to move it aside. It was left unchanged. Make the folder below writable for you and close programs that use it, then try again.',
  unavailable:
    'AMC Access Manager’s data can’t be reached. It was left unchanged. Check that the file below exists and that you have permission to read and write it, then try again.',
  crashed: 'AMC Access Manager has to close because something in it failed.',
  noReport: 'A report couldn’t be written.',
  reopen: 'Reopen',
  reload: 'Reload',
  closeWindow: 'Close window',
  pageCrashedTitle: 'This window has stopped working',
  pageCrashed:
    'Everything that was saved is safe, and changes on their way to Amazon continue. Only what you were typing is lost. Reload the window to continue.',
  savedIsSafe:
    'Everything that was saved is safe. If a change was on its way to Amazon, it’s shown as unconfirmed when you reopen.',
  reportIn: (file: string) => `A report was written to ${file}. Nothing was sent anywhere.`,
};

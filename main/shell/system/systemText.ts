/** What people read on the parts that all system dialogs share. */
export const systemText = { cancel: 'Cancel', allFiles: 'All files' };

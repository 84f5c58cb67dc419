/** Error messages of this folder: what happened and what to do. */
export const batchFilesErrorText = {
  gone: 'The file is no longer there. It may have been moved or renamed; select it again.',
  notReadable:
    'The file can’t be read. Check that you may open it and that its drive is connected, then try again.',
};

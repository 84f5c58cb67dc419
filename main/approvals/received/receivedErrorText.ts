/** Error messages of this folder: what happened and what to do. */
export const receivedErrorText = {
  gone: 'This file is no longer open. Open it again.',
  distrusted: (name: string) =>
    `This file is signed with a key you distrust (${name}), and it hadn’t arrived before you did. Nothing was opened.`,
};

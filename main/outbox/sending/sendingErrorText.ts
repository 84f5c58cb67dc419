/** Error messages of this folder: what happened and what to do. */
export const sendingErrorText = {
  doubt: (happened: string) =>
    `${happened} We don’t know whether it went through. The app will check Amazon’s list and won’t resend it until then.`,
};

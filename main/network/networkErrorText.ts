/** Error messages of this folder: what happened and what to do. */
export const networkErrorText = {
  socksProxy:
    'This computer is set to use a kind of proxy that AMC Access Manager can’t use (SOCKS). Set an HTTP or HTTPS proxy in the system settings, or ask your IT for one.',
};

/** Error messages of this folder: what happened and what to do. */
export const keysErrorText = {
  notStored:
    'Signing needs a keychain that keeps the key after the app quits, and this computer’s keychain isn’t available or is locked. Unlock it or set one up (see Settings), then try again.',
  unknownKey: 'This key isn’t known here. Open a file signed with it first.',
  ownKey: 'This is your own key.',
};

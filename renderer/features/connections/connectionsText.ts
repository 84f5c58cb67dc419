/** What people read while they connect, edit a connection and sign in. */
export const connectionsText = {
  // Connecting and editing
  connectTitle: 'Connect Amazon Ads',
  connectIntro: 'Signs you in with Amazon, in your browser, and lists the AMC accounts you can reach.',
  openSetupFile: 'Open a set-up file…',
  readSetupFailed: 'Could not read the set-up file',
  connectAndSignIn: 'Connect and sign in',
  addFailed: 'Could not add the connection',
  editTitle: (label: string) => `Edit ${label}`,
  save: 'Save',
  saveFailed: 'Could not save the changes',
  cancel: 'Cancel',
  connectionGoneTitle: 'This connection is gone',
  connectionGoneBody: 'It was removed. Choose another one in Settings.',

  // The fields of a connection
  name: 'Name',
  nameHint: 'How this connection is called in the app, for example your agency.',
  region: 'Region',
  regionHint: 'Where your Amazon Ads accounts are.',
  regionPlaceholder: 'Choose a region',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  optional: '- optional',
  secretHint:
    'Without it, Amazon asks you to sign in through your browser about every hour. With it, the app stays signed in by itself. It is kept in your computer’s keychain and never shown again.',
  keepSecret: 'Keep the stored client secret',
  replaceSecret: 'Replace it',
  forgetSecret: 'Forget it',
  forgetSecretHint: 'Amazon then asks you to sign in through your browser about every hour.',
  advanced: 'Advanced',
  returnPort: 'Return port',
  returnPortHint:
    'Change it only when another program uses this port. Amazon must know the return URL with the same port.',
  customEndpoints: 'Custom endpoints',
  customEndpointsHint:
    'Leave all four empty to use Amazon’s own. Fill in all four to go through a proxy or a simulator: https, or http on this computer.',
  signInPage: 'Sign-in page',
  tokenAddress: 'Token address',
  profileAddress: 'Profile address',
  apiAddress: 'Amazon Ads API address',

  // Where to find client ID and secret
  guideTitle: 'Where to find these',
  loginWithAmazon: 'Login with Amazon',
  securityProfile: 'security profile',
  webSettings: 'Web Settings',
  edit: 'Edit',
  allowedReturnUrls: 'Allowed Return URLs',
  returnUrlHint:
    'Your browser comes back to this address after you sign in. It leads to this app on your own computer and nowhere else.',

  // A form filled in by a set-up
  setupTitle: 'This form was filled in by a set-up that somebody sent you',
  setupContents:
    'It holds a name, a region, a client ID and a return port. It says nothing about who you are, and no link can choose where your sign-in goes.',
  nothingSentYet: 'Nothing is connected and nothing is sent before that.',
  confirmSender: 'I know who sent me this and want to use it',
  confirmSenderMissing: 'Tick this to go on, or leave with Cancel.',

  // Waiting for the browser
  waitingTitle: 'Waiting for your browser',
  cancelSignIn: 'Cancel the sign-in',
  amazonPageOpened:
    'Amazon’s sign-in page has opened in your browser. Sign in and allow access. This window continues automatically.',
  sandboxPageOpened:
    'The sandbox’s sign-in page has opened in your browser. Choose who to be and allow access. This window continues automatically.',
  browserNotOpenedTitle: 'Your browser could not be opened',
  browserNotOpenedBody: 'Copy the link below and open it in a browser on this computer.',
  signInLink: 'Sign-in link',
  copyLink: 'Copy link',
  copyLinkFailed: 'Couldn’t copy the link',

  // A sign-in that ended without one
  notSignedInTitle: (label: string) => `Not signed in to ${label}`,
  signInFailed: 'The sign-in did not work out',
  editConnection: 'Edit connection',
  tryAgain: 'Try again',
  close: 'Close',
};

/** What people read while they connect, edit a connection and sign in. */
export const connectionsText = {
  // Connecting and editing
  connectTitle: 'Connect Amazon Ads',
  connectIntro: 'Signs you in with Amazon, in your browser, and lists the AMC accounts you can reach.',
  openSetupFile: 'Open a setup file…',
  readSetupFailed: 'Couldn’t read the setup file',
  connectAndSignIn: 'Connect and sign in',
  addFailed: 'Couldn’t add the connection',
  editTitle: (label: string) => `Edit ${label}`,
  save: 'Save',
  saveFailed: 'Couldn’t save the changes',
  cancel: 'Cancel',
  connectionGoneTitle: 'This connection no longer exists',
  connectionGoneBody: 'It was removed. Select another one in Settings.',

  // The fields of a connection
  name: 'Name',
  nameHint: 'The name of this connection in the app, for example your agency.',
  region: 'Region',
  regionHint: 'Where your Amazon Ads accounts are.',
  regionPlaceholder: 'Select a region',
  clientId: 'Client ID',
  clientIdPlaceholder: 'amzn1.application-oa2-client.…',
  clientIdUnlikely: (prefix: string) =>
    `Client IDs usually look like ${prefix}… Check that you copied all of it.`,
  clientIdIsSecret: 'This looks like a client secret. Paste it below, and the client ID here.',
  clientIdIsApplication:
    'This looks like an application ID. The client ID is beside it and begins with amzn1.application-oa2-client.',
  clientSecret: 'Client secret',
  optionalClientSecret: 'Client secret {optional}' as const,
  optional: '- optional',
  secretHint:
    'Without it, Amazon asks you to sign in through your browser about every hour. With it, the app stays signed in automatically. It’s stored in your computer’s keychain and never shown again.',
  keepSecret: 'Keep the stored client secret',
  replaceSecret: 'Replace it',
  forgetSecret: 'Delete it',
  forgetSecretHint: 'Amazon then asks you to sign in through your browser about every hour.',
  advanced: 'Advanced',
  returnPort: 'Return port',
  returnPortHint:
    'Change it only if another program uses this port. The return URL registered with Amazon must have the same port.',
  customEndpoints: 'Custom endpoints',
  customEndpointsHint:
    'Leave all four blank to use Amazon’s own. Fill in all four to use a proxy or a simulator: https, or http on this computer.',
  addressPlaceholder: 'https://…',
  signInPage: 'Sign-in page',
  tokenAddress: 'Token address',
  profileAddress: 'Profile address',
  apiAddress: 'Amazon Ads API address',

  // Where to find client ID and secret
  guideTitle: 'Where to find these',
  guideSignIn:
    'Sign in to the {console} console at developer.amazon.com as the person who set up your company’s access to the Amazon Ads API. Each company has one client ID. If that’s someone else, ask them for it.' as const,
  guideOpen: 'Open your {profile} and choose {settings}. The client ID and client secret are there.' as const,
  guideRegister: 'Choose {edit} and add this to the {urls}, exactly as shown:' as const,
  loginWithAmazon: 'Login with Amazon',
  securityProfile: 'security profile',
  webSettings: 'Web Settings',
  edit: 'Edit',
  allowedReturnUrls: 'Allowed Return URLs',
  returnUrlHint:
    'Your browser returns to this address after you sign in. It leads to this app on your own computer and nowhere else.',

  // Somebody without a client ID
  noClientIdTitle: 'I have no client ID',
  noClientIdWho:
    'Each company that uses the Amazon Ads API has one. Ask whoever set up API access at your company or agency, often the developer, the data team or the tool administrator.',
  noClientIdMessage: 'Copy a message to ask for it',
  noClientIdNone:
    'Nobody has one? Your company applies for access to the Amazon Ads API. Amazon reviews each application, which can take several days. Connecting takes minutes once it’s approved.',
  noClientIdApply: 'Apply for Amazon Ads API access',
  noClientIdConsole: 'Login with Amazon console',
  noClientIdRequest: (returnUrl: string) => `Hello,

I’d like to use AMC Access Manager with our Amazon Ads accounts. Could you please send me the client ID of our Login with Amazon security profile, the one that’s approved for the Amazon Ads API?

Please also add this to its Allowed Return URLs, exactly as shown:

${returnUrl}

If you use AMC Access Manager yourself, you can send me a setup instead: Settings, Connections, Share setup.

Thank you!`,

  // A draft
  draftTitle: 'Your draft is still here',
  draftBody: (label: string) =>
    `Nobody has signed in to “${label}” yet. Continue where you stopped, or discard the draft.`,
  discardDraft: 'Discard the draft',

  // A form filled in by a setup
  setupTitle: 'This form was filled in from a setup someone sent you',
  setupContents:
    'It contains a name, a region, a client ID and a return port. It says nothing about who you are, and no link can decide where your sign-in goes.',
  opensAmazon: (region: string | null, answersTo: string) =>
    `“Connect and sign in” opens Amazon’s own sign-in page${region === null ? '' : ` (${region})`} in your browser. Amazon asks you there whether to let the owner of this client ID act for you, and answers to ${answersTo} on this computer.`,
  nothingSentYet: 'Until then, nothing is connected and nothing is sent.',
  confirmSender: 'I know who sent me this and want to use it',
  confirmSenderMissing: 'Select this to continue, or cancel.',

  // Waiting for the browser
  waitingTitle: 'Waiting for your browser',
  signingIn: (label: string) => `Signing in to ${label}`,
  timeLeft: 'Signing in to {label}. {time} left.' as const,
  cancelSignIn: 'Cancel sign-in',
  amazonPageOpened:
    'Amazon’s sign-in page has opened in your browser. Sign in and allow access. This window continues automatically.',
  sandboxPageOpened:
    'The sandbox’s sign-in page has opened in your browser. Choose who to be and allow access. This window continues automatically.',
  browserNotOpenedTitle: 'Couldn’t open your browser',
  browserNotOpenedBody: 'Copy the link below and open it in a browser on this computer.',
  signInLink: 'Sign-in link',
  copyLink: 'Copy link',
  copyLinkFailed: 'Couldn’t copy the link',

  // A sign-in that ended without one
  notSignedInTitle: (label: string) => `Not signed in to ${label}`,
  signInFailed: 'Sign-in failed',
  editConnection: 'Edit connection',
  tryAgain: 'Try again',
  close: 'Close',
};

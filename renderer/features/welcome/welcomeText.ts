/** What people read on Welcome. */
export const welcomeText = {
  welcome: 'Welcome',
  welcomeTitle: 'Welcome to AMC Access Manager',
  welcomeIntro:
    'Invite people to Amazon Marketing Cloud accounts, see who hasn’t answered yet, and resend or revoke invitations. Everything is stored on this computer.',
  connectAmazonAds: 'Connect Amazon Ads',
  connectIntro:
    'For your real accounts. You sign in with Amazon in your browser; this app never sees your password.',
  needs: 'You need:',
  neededUser: 'an Amazon user with access to your AMC accounts',
  neededClientId: 'the client ID of a Login with Amazon security profile that may use the Amazon Ads API',
  exploreSandbox: 'Explore the sandbox',
  openingSandbox: 'Opening the sandbox',
  openSandboxFailed: 'Couldn’t open the sandbox',
  sandboxIntro:
    'No Amazon account needed. A simulated Amazon runs on this computer, with sample accounts and people.',
  sandboxIsolation:
    'Everything works as with real accounts, and nothing leaves this computer. Sandbox data is marked “Sandbox”.',
  invitedTitle: 'I was sent an invitation',
  invitedBody:
    'Paste the link or Amazon’s email. You’ll see what it’s for before anything is redeemed, and you sign in as yourself.',
  setupBody:
    'To sign in, this app needs your company’s client ID. A setup contains it: a link or a small file from whoever invited you, with no password and no secret. It fills in the form for you.',
  openInvitation: 'Open my invitation',
  copySetupRequest: 'Copy a message to ask for a setup',
  setupRequest: `Hello,

thank you for the invitation to Amazon Marketing Cloud. To redeem it in AMC Access Manager I need your setup. You find it there under Settings, Connections, Share setup. It contains the region and the client ID, and no password or secret.

Thank you!`,
  notAffiliated:
    'Not affiliated with, endorsed by or sponsored by Amazon. You can add more connections later, in Settings.',
};

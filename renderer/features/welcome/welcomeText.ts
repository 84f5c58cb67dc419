/** What people read in features/welcome. */
export const welcomeText = {
  welcome: 'Welcome',
  welcomeToAmcAccessManager: 'Welcome to AMC Access Manager',
  invitePeopleToAmazonMarketing:
    'Invite people to Amazon Marketing Cloud accounts, see who has not answered yet, and resend or revoke invitations. Everything is kept on this computer.',
  couldNotOpenTheSandbox: 'Could not open the sandbox',
  connectAmazonAds: 'Connect Amazon Ads',
  forYourRealAccountsYou:
    'For your real accounts. You sign in with Amazon in your browser; this app never sees your password.',
  youNeed: 'You need:',
  anAmazonUserWithAccess: 'an Amazon user with access to your AMC accounts',
  theClientIdOfA: 'the client ID of a Login with Amazon security profile that may use the Amazon Ads API',
  exploreTheSandbox: 'Explore the sandbox',
  openingTheSandbox: 'Opening the sandbox',
  noAmazonAccountNeededA:
    'No Amazon account needed. A stand-in for Amazon runs on this computer, with sample accounts and invented people.',
  everythingWorksAsWithReal:
    'Everything works as with real accounts, and nothing leaves this computer. Whatever comes from it is marked “Sandbox”.',
  notAffiliatedWithEndorsedBy:
    'Not affiliated with, endorsed by or sponsored by Amazon. You can add more connections later, in Settings.',
};

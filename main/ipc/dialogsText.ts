/** What people read in system dialogs: titles, questions, suggested names, and buttons. */
export const dialogsText = {
  otherServers: 'Connect to servers that aren’t Amazon’s?',
  otherServersDetail: (servers: string, clientId: string) =>
    `This connection would sign you in and send every change through:\n\n${servers}\n\nClient ID: ${clientId}\n\nContinue only if you entered these addresses yourself.`,
  useServers: 'Use These Servers',
  signInPage: 'sign-in page',
  tokens: 'tokens',
  profile: 'profile',
  adsApi: 'Amazon Ads API',
  activityFile: (day: string) => `AMC activity ${day}.csv`,
  exportActivity: 'Export the activity',
  tables: 'Tables',
  importPeople: 'Import people',
  saveTemplate: 'Save a template',
  templateFile: (format: string) => `AMC invitations.${format}`,
  exportBatch: 'Export the batch',
  saveReport: 'Save the report',
  saveLinks: 'Save the links',
  exportInvitations: 'Export the invitations',
  saveSetup: 'Save the setup',
  setupFile: 'AMC setup.json',
  openSetup: 'Open a setup',
  setupFiles: 'Setup files',
  openBrowser: 'Open your browser?',
  openBrowserDetail:
    'AMC Access Manager wants to open a page in your browser. Agree if you just asked for it.',
  openBrowserButton: 'Open Browser',
};

/** The English of what is wrong with the schema of the team's store, or with reaching it as this folder does. */
export const schemaErrorText = {
  newer:
    'The team’s database was set up by a newer version of this app. Update the app; until then nothing is sent in shared accounts.',
  older:
    'The team’s database was set up by an older version of this app. A team administrator brings it up to date, in Settings.',
  otherTeam: (joined: string, found: string) =>
    `This app belongs to the team ${joined}, and the database at this address is now ${found === joined ? 'of another team with the same name' : `of the team ${found}`}. Nothing is sent in shared accounts. Ask a team administrator which one is right; leave the team here to join the other.`,
  keychainLocked:
    'The password for the team’s database is in your keychain, which is locked or doesn’t let this app in. Unlock it, or enter the password again in Settings, under Team.',
  noPassword: 'The password for the team’s database is missing. Enter it again in Settings, under Team.',
};

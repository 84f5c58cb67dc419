/** The English of what is wrong with the schema of the team's store, or with reaching it as this folder does. */
export const schemaErrorText = {
  newer:
    'The team’s database was set up by a newer version of this app. Update the app; until then nothing is sent in shared accounts.',
  older:
    'The team’s database was set up by an older version of this app. A team administrator brings it up to date, in Settings.',
  noPassword: 'The password for the team’s database is missing. Enter it again in Settings, under Team.',
};

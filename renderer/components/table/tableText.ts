/** What people read in what all lists share. */
export const tableText = {
  // ListPreferencesDialog
  rows: (count: string) => `${count} rows`,
};
